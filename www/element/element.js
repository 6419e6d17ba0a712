// The element: attributes, properties, methods and events, and its life in a page.

import { aim, claim, flush, write } from './address.js';
import { VERSION } from './build.js';
import { bring, get } from './fetching.js';
import { pageLanguage, speaks } from './languages.js';
import { ended, load, missed, mourners } from './module.js';
import { failure, loading, patience } from './panel.js';
import { drawn, printAlone, printing } from './printing.js';
import { dress } from './sheets.js';
import { seldom } from './source.js';

/** @import { Step } from './address.js' */
/** @import { Draw } from './printing.js' */
/** @import { CityCompareAttribute, CityCompareEventMap, CityCompareFigure, CityCompareOptions, CityCompareStore, CityCompareTheme, CityCompareUnit, CityCompareView, Failure, Widget } from './types.js' */

/** So far from the window it is loaded, in pixels. */
const NEAR = 600;

/** @type {readonly CityCompareAttribute[]} */
const ATTRIBUTES = ['cities', 'view', 'field', 'item', 'figure', 'year', 'unit', 'lang', 'theme', 'home', 'state', 'src'];

/**
 * @param {CityCompare} element
 * @param {CityCompareAttribute} name
 * @param {string | number | readonly string[] | null | undefined} value
 */
function reflect(element, name, value) {
  if (value == null) element.removeAttribute(name);
  else element.setAttribute(name, /** @type {any} */ (value)); // which makes a text of it
}

/**
 * Side-by-side comparison of city plans and budgets.
 *
 * @tagname city-compare
 *
 * @attr {string} [cities=all] Ids of two to five cities, in order, with commas.
 * @attr {'glance' | 'visions' | 'strategies' | 'topics' | 'budgets' | 'sources'} [view=visions] What is shown first.
 * @attr {string} field Code of a functional field, 010 to 900, that the items are limited to, and that is lit among the money.
 * @attr {string} item Id of a plan item to open.
 * @attr {'blocks' | 'fields' | 'per_resident' | 'stages' | 'peers' | 'years' | 'press'} [figure=blocks] What of the cities' money.
 * @attr {string} year Fiscal year of the press reports' budgets; the one that most cities have if it is not given.
 * @attr {'amount' | 'per_resident' | 'share'} [unit=amount] Unit of the press reports' budgets.
 * @attr {string} [lang=auto] Language, a tag of BCP 47: Korean or English; auto and every other is that of the page.
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] Light or dark; auto is as the system asks.
 * @attr {string} home Id of the site's own city: first and marked.
 * @attr {'none' | 'url'} [state=none] Whether the reader's choices stand in the address.
 * @attr {string} src Addresses of datasets of one's own, JSON, with spaces between; `built-in` among them is the five cities.
 *
 * @fires {CustomEvent<CityCompareReady>} city-compare:ready - The comparison is shown.
 * @fires {CustomEvent<CityCompareChange>} city-compare:change - The reader, or the page, changed what is shown.
 * @fires {CustomEvent<CityCompareError>} city-compare:error - The comparison cannot be shown.
 *
 * @slot - Shown while it loads, and under the message when it fails.
 * @slot heading - In place of the heading.
 * @slot footer - At the end.
 *
 * @csspart base - All of it.
 * @csspart header - Heading, cities, views, search.
 * @csspart tabs - The choice of views.
 * @csspart figure - A chart or table with what belongs to it.
 * @csspart item - An opened plan item.
 * @csspart evidence - An opened source.
 * @csspart footer - The last lines.
 * @csspart loading - What is shown while it loads.
 * @csspart failure - What is shown when it fails.
 *
 * @cssprop --city-compare-paper - Ground.
 * @cssprop --city-compare-ink - Text.
 * @cssprop --city-compare-quiet - Lesser text.
 * @cssprop --city-compare-line - Lines.
 * @cssprop --city-compare-soft - Ground of panels.
 * @cssprop --city-compare-accent - Links, focus, the chosen view.
 * @cssprop --city-compare-font - Font families.
 * @cssprop --city-compare-radius - Radius of corners.
 * @cssprop --city-compare-space - Unit of spacing; 8px.
 * @cssprop --city-compare-reserve - Height that is kept while it loads; 100vh.
 * @cssprop --city-compare-top - Height of a header of the page that stays at the top of the window; 0px.
 */
export class CityCompare extends HTMLElement {
  /** The version of the release. */
  static version = VERSION;
  static observedAttributes = ATTRIBUTES;

  /** What begins when the element is in a page, and is another one at each start. @type {IntersectionObserver | undefined} */
  #near;
  /** @type {Widget | undefined} */
  #widget;
  /** The dataset of the page's own. @type {object | string | null} */
  #data = null;
  /** The attributes that `options` set. @type {CityCompareAttribute[]} */
  #set = [];
  /** The widget's style sheet. */
  #styles = '';
  #name = '';
  #ready = awaited();
  /** What ends with this start. @type {(() => unknown)[]} */
  #ends = [];
  #root = this.attachShadow({ mode: 'open' });
  #mourn = (/** @type {unknown} */ error) => {
    this.#fail(error);
  };
  #get = (/** @type {string} */ name) => this.getAttribute(name);

  /** @internal */
  connectedCallback() {
    if (this.#near) return;
    if (this.#ready.done) this.#ready = awaited();
    for (const name of [...ATTRIBUTES, 'options', 'data']) {
      // A value that was set before this script came hides the accessor: it is set again.
      if (Object.hasOwn(this, name)) {
        const early = /** @type {any} */ (this)[name];
        delete (/** @type {any} */ (this)[name]);
        /** @type {any} */ (this)[name] = early;
      }
    }
    this.#name = claim(this);
    if (this.state === 'url') aim();
    const lang = speaks(this);
    const panel = loading(this.#root, lang);
    const view = this.#window();
    const near = new view.IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#start(panel);
      },
      { rootMargin: `${NEAR}px` },
    );
    this.#near = near;
    near.observe(panel);
    // The observer calls back after the first frame only: what is near already does not wait for it.
    const { top, bottom, height } = panel.getBoundingClientRect();
    if (height && top < view.innerHeight + NEAR && bottom > -NEAR) this.#start(panel);
  }

  /** @internal */
  disconnectedCallback() {
    // An element that is moved is disconnected and connected in one go: it keeps its state.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  /** In another document: style sheets and observers belong to the one before. @internal */
  adoptedCallback() {
    const widget = this.#widget;
    if (!widget) {
      this.#stop();
      return;
    }
    this.#end();
    this.#flush();
    this.#measure(widget);
  }

  /**
   * @internal
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'src') this.#again();
    else this.#widget?.update(name, this.#get, pageLanguage(this));
  }

  /** Ids of two to five cities, in order, with commas. @returns {string} */
  get cities() {
    return this.#attribute('cities');
  }
  /** @param {string | readonly string[] | null} value */
  set cities(value) {
    reflect(this, 'cities', value);
  }

  /** What is shown first. @returns {string} */
  get view() {
    return this.#attribute('view');
  }
  /** @param {CityCompareView | null} value */
  set view(value) {
    reflect(this, 'view', value);
  }

  /** Code of a functional field, 010 to 900, that the items are limited to. @returns {string} */
  get field() {
    return this.#attribute('field');
  }
  /** @param {string | null} value */
  set field(value) {
    reflect(this, 'field', value);
  }

  /** Id of a plan item to open. @returns {string} */
  get item() {
    return this.#attribute('item');
  }
  /** @param {string | null} value */
  set item(value) {
    reflect(this, 'item', value);
  }

  /** Fiscal year of the cities' budgets; the one that most cities have if it is not given. @returns {string} */
  get year() {
    return this.#attribute('year');
  }
  /** @param {string | number | null} value */
  set year(value) {
    reflect(this, 'year', value);
  }

  /** What of the cities' money. @returns {string} */
  get figure() {
    return this.#attribute('figure');
  }
  /** @param {CityCompareFigure | null} value */
  set figure(value) {
    reflect(this, 'figure', value);
  }
  /** Unit of the budgets. @returns {string} */
  get unit() {
    return this.#attribute('unit');
  }
  /** @param {CityCompareUnit | null} value */
  set unit(value) {
    reflect(this, 'unit', value);
  }

  /** Light or dark; auto is as the system asks. @returns {string} */
  get theme() {
    return this.#attribute('theme');
  }
  /** @param {CityCompareTheme | null} value */
  set theme(value) {
    reflect(this, 'theme', value);
  }

  /** Id of the site's own city: first and marked. @returns {string} */
  get home() {
    return this.#attribute('home');
  }
  /** @param {string | null} value */
  set home(value) {
    reflect(this, 'home', value);
  }

  /** Whether the reader's choices stand in the address. @returns {string} */
  get state() {
    return this.#attribute('state');
  }
  /** @param {CityCompareStore | null} value */
  set state(value) {
    reflect(this, 'state', value);
  }

  /** Addresses of datasets of one's own, JSON, with spaces between; `built-in` among them is the five cities. @returns {string} */
  get src() {
    return this.#attribute('src');
  }
  /** @param {string | null} value */
  set src(value) {
    reflect(this, 'src', value);
  }

  /**
   * The attributes that are set, as one object. Assigning sets those that it names, and null removes one; assigning null
   * or undefined takes back what was assigned before.
   * @returns {Partial<Record<CityCompareAttribute, string>>}
   */
  get options() {
    return Object.fromEntries(ATTRIBUTES.filter((name) => this.hasAttribute(name)).map((name) => [name, this.#attribute(name)]));
  }
  /** @param {CityCompareOptions | null | undefined} values */
  set options(values) {
    const named = ATTRIBUTES.filter((name) => values && name in values);
    for (const name of values ? named : this.#set) reflect(this, name, values?.[name]);
    this.#set = values ? [...this.#set, ...named] : [];
  }

  /**
   * A dataset of the page's own, as an object or as JSON text, by the contract of `city-compare.schema.json`, or a list of such
   * datasets, of addresses and of the word `built-in`; null for those of `src`, or the five cities. HTML that a server writes may
   * hold the text in an attribute `data`.
   * @returns {object | string | null}
   */
  get data() {
    return this.#data;
  }
  /** @param {object | string | null | undefined} value */
  set data(value) {
    this.#data = value ?? null;
    this.#again();
  }

  /**
   * Resolves with the element when the comparison is shown; rejects when it cannot be. A new one after each new start.
   * @returns {Promise<this>}
   */
  get ready() {
    return /** @type {Promise<this>} */ (this.#ready.promise);
  }

  /**
   * The shown figure as CSV text; undefined for a view without numbers, and before `ready`.
   * @returns {string | undefined}
   */
  exportCsv() {
    return this.#widget?.export('csv');
  }

  /**
   * The shown figure as SVG text; undefined for a view without numbers, and before `ready`.
   * @returns {string | undefined}
   */
  exportSvg() {
    return this.#widget?.export('svg');
  }

  /**
   * The shown figure as JSON text; undefined for a view without numbers, and before `ready`.
   * @returns {string | undefined}
   */
  exportJson() {
    return this.#widget?.export('json');
  }

  /**
   * The shown figure as a PNG picture of twice its size; undefined for a view without numbers, and before `ready`.
   * @returns {Promise<Blob | undefined>}
   */
  async exportPng() {
    const svg = this.exportSvg();
    return svg ? (await seldom()).picture(svg) : undefined;
  }

  /**
   * Opens the browser's print dialog for this element alone.
   * @returns {void}
   */
  print() {
    printAlone(this);
  }

  /** @param {string} name */
  #attribute(name) {
    return this.#get(name) ?? '';
  }

  #window() {
    return this.ownerDocument.defaultView ?? window;
  }

  /** @param {HTMLElement} panel */
  async #start(panel) {
    const near = this.#near;
    near?.disconnect();
    const patient = patience(panel);
    this.#ends.push(patient);
    try {
      const glue = await load();
      // Removed or started again in the meantime.
      if (near !== this.#near) return;
      const read = this.options;
      mourners.add(this.#mourn);
      const widget = await glue.open(this.#root, this.#name, this.#get, pageLanguage(this), this.#own(), fetched);
      if (near !== this.#near) {
        widget.free();
        return;
      }
      this.#styles = glue.styles();
      this.#root.replaceChildren();
      this.#widget = widget;
      this.#flush();
      widget.mount();
      // What the page changed while the widget was on its way.
      for (const name of ATTRIBUTES) if (read[name] !== this.options[name]) widget.update(name, this.#get, pageLanguage(this));
      widget.on_change((fragment, lang, step) => {
        this.#changed(fragment, lang, step);
      });
      this.#measure(widget);
      this.#ready.done = true;
      this.#ready.resolve(this);
      this.#tell('ready', { lang: widget.lang });
    } catch (error) {
      if (near === this.#near) this.#fail(ended ?? error ?? missed);
    } finally {
      patient();
    }
  }

  /** Dresses the widget for the document that it is in. */
  #flush() {
    if (dress(this.#root, this.#styles)) return;
    throw Object.assign(new Error('style'), { context: { directive: 'style-src', address: 'city-compare.css' } });
  }

  /**
   * Tells the widget its width, and when it is printed.
   * @param {Widget} widget
   */
  #measure(widget) {
    const shown = () => /** @type {HTMLElement} */ (this.#root.querySelector('.cc'));
    const size = new (this.#window().ResizeObserver)(([entry]) => {
      if (entry && !printing) widget.resize(Math.round(entry.contentRect.width));
    });
    size.observe(shown());
    /** @type {Draw} */
    const draw = (paper) => (paper ? widget.print(paper) : widget.resize(shown().clientWidth));
    drawn.add(draw);
    this.#ends.push(
      () => size.disconnect(),
      () => drawn.delete(draw),
    );
  }

  /** What was begun ends; what the widget holds is freed. */
  #stop() {
    flush();
    this.#end();
    if (!ended) this.#widget?.free();
    this.#near = this.#widget = undefined;
  }

  #end() {
    this.#near?.disconnect();
    mourners.delete(this.#mourn);
    for (const end of this.#ends.splice(0)) end();
  }

  #again() {
    if (!this.#near) return;
    this.#stop();
    this.connectedCallback();
  }

  /** The page's own data as JSON text. */
  #own() {
    const data = this.#data ?? this.getAttribute('data');
    return data && typeof data !== 'string' ? JSON.stringify(data) : data;
  }

  /**
   * @param {string} fragment
   * @param {'ko' | 'en'} lang
   * @param {Step} step
   */
  #changed(fragment, lang, step) {
    if (this.state === 'url') write(this.#name, fragment, step);
    this.#tell('change', { fragment, lang });
  }

  /**
   * @param {'ready' | 'change' | 'error'} name
   * @param {CityCompareEventMap[keyof CityCompareEventMap]['detail']} detail
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`city-compare:${name}`, { detail, bubbles: true, composed: true }));
  }

  /** @param {unknown} error */
  async #fail(error) {
    const near = this.#near;
    this.#end();
    this.#widget = undefined;
    const { diagnose } = await seldom();
    const said = await diagnose(error, { protocol: location.protocol, .../** @type {Failure | undefined} */ (error)?.context });
    // In the meantime it may have been removed, or started again with what is right.
    if (near !== this.#near) return;
    const lang = speaks(this);
    failure(this.#root, lang, said);
    this.#ready.done = true;
    this.#ready.reject(error);
    this.#tell('error', { cause: said.cause, message: said[lang].join(' '), problems: said.problems });
  }
}

/**
 * The text at an address that the page names.
 * @param {string} address
 */
const fetched = (address) =>
  bring(new URL(address, document.baseURI).href, '', async (address) => {
    const answer = await get(address);
    if (answer.headers.get('content-type')?.includes('html')) throw new Error('HTML');
    return answer.text();
  });

/** A promise, and what ends it. */
function awaited() {
  /** @type {(element: CityCompare) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  const promise = new Promise((...ends) => {
    [resolve, reject] = ends;
  });
  // The event and the panel tell it too.
  promise.catch(() => {});
  return { promise, resolve, reject, done: false };
}
