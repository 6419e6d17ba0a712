// The element: attributes, properties, methods and events, and its life in a page.

import { aim, claim } from './address.js';
import { ATTRIBUTES, Attributes } from './attributes.js';
import { VERSION } from './build.js';
import { bring, get } from './fetching.js';
import { pageLanguage, speaks } from './languages.js';
import { ended, load, missed, mourners, styles } from './module.js';
import { failure, loading, patience } from './panel.js';
import { add, dress } from './sheets.js';
import { seldom } from './source.js';

/** @import { Comparison } from './comparison.js' */
/** @import { CityCompareEventMap, Failure } from './types.js' */

/** So far from the window it is loaded, in pixels. */
const NEAR = 600;

/**
 * Side-by-side comparison of city plans and budgets.
 *
 * @tagname city-compare
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
export class CityCompare extends Attributes {
  /** The version of the release. */
  static version = VERSION;
  static observedAttributes = ATTRIBUTES;

  /** What begins when the element is in a page, and is another one at each start. @type {IntersectionObserver | undefined} */
  #near;
  /** @type {Comparison | undefined} */
  #shown;
  /** The dataset of the page's own. @type {object | string | null} */
  #data = null;
  #name = '';
  #ready = awaited();
  #root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
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
    const view = this.ownerDocument.defaultView ?? window;
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

  /** @internal */
  adoptedCallback() {
    if (this.#shown) this.#shown.moved();
    else this.#stop();
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
    else this.#shown?.update(name);
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
    return this.#shown?.export('csv');
  }

  /**
   * The shown figure as SVG text; undefined for a view without numbers, and before `ready`.
   * @returns {string | undefined}
   */
  exportSvg() {
    return this.#shown?.export('svg');
  }

  /**
   * The shown figure as JSON text; undefined for a view without numbers, and before `ready`.
   * @returns {string | undefined}
   */
  exportJson() {
    return this.#shown?.export('json');
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
   * Opens the browser's print dialog for this element alone; before `ready`, when it is shown.
   * @returns {void}
   */
  print() {
    if (this.#shown) this.#shown.print();
    else
      this.#ready.promise.then(
        () => this.#shown?.print(),
        () => {}, // it is told already
      );
  }

  /** @param {HTMLElement} panel */
  async #start(panel) {
    const near = this.#near;
    near?.disconnect();
    const patient = patience(panel);
    try {
      const { Comparison, open } = await load();
      // Removed or started again in the meantime.
      if (near !== this.#near) return;
      const read = this.options;
      mourners.add(this.#mourn);
      const widget = await open(this.#root, this.#name, this.#get, pageLanguage(this), this.#own(), fetched);
      if (near !== this.#near) {
        widget.free();
        return;
      }
      this.#shown = new Comparison(widget, {
        element: this,
        root: this.#root,
        name: this.#name,
        attribute: this.#get,
        language: () => pageLanguage(this),
        sheets: { add, dress },
        styles,
        changed: (fragment, lang) => this.#tell('change', { fragment, lang }),
      });
      this.#shown.show(ATTRIBUTES.filter((name) => read[name] !== this.options[name]));
      this.#ready.done = true;
      this.#ready.resolve(this);
      this.#tell('ready', { lang: this.#shown.lang });
    } catch (error) {
      if (near === this.#near) this.#fail(ended ?? error ?? missed);
    } finally {
      patient();
    }
  }

  /** What was begun ends; what the widget holds is freed. */
  #stop() {
    if (!ended) this.#shown?.free();
    this.#end();
    this.#near = this.#shown = undefined;
  }

  #end() {
    this.#near?.disconnect();
    mourners.delete(this.#mourn);
    this.#shown?.end();
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
    this.#shown = undefined;
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
