// What an element holds once the wasm module is there: the widget, dressed and measured, on screen and on paper, and followed by
// the address. It comes in one file with the module's glue, and not with the loader: nothing of it is needed before.

import { flush, write } from './history.js';
import { drawn, printAlone, printing } from './printing.js';

export { default } from './glue.js';
export * from './glue.js';

/** @import { Draw } from './printing.js' */
/** @import { CityCompareAttribute, Widget } from './types.js' */

/**
 * What the element hands over. The loader's own functions are among it, so that they are there once.
 * @typedef {object} Host
 * @property {Element} element
 * @property {ShadowRoot} root
 * @property {string} name Of the instance.
 * @property {(name: string) => string | null} attribute
 * @property {() => string} language Of the page.
 * @property {typeof import('./sheets.js')} sheets
 * @property {string} styles The widget's style sheet.
 * @property {(fragment: string, lang: 'ko' | 'en') => void} changed
 */

export class Comparison {
  /** @type {Widget} */
  #widget;
  /** @type {Host} */
  #host;
  /** What ends with this document. @type {(() => unknown)[]} */
  #ends = [];

  /**
   * @param {Widget} widget
   * @param {Host} host
   */
  constructor(widget, host) {
    this.#widget = widget;
    this.#host = host;
  }

  get lang() {
    return this.#widget.lang;
  }

  /**
   * Shows it in the place of what stood there.
   * @param {CityCompareAttribute[]} late What the page changed while the widget was on its way.
   */
  show(late) {
    const { attribute, changed, name, root } = this.#host;
    this.#widget.hold();
    root.replaceChildren();
    this.#dress();
    this.#widget.mount();
    for (const attribute of late) this.update(attribute);
    this.#widget.on_change((fragment, lang, step) => {
      if (attribute('state') === 'url') write(name, fragment, step);
      changed(fragment, lang);
    });
    this.#measure();
  }

  /**
   * An attribute changed.
   * @param {string} name
   */
  update(name) {
    this.#widget.update(name, this.#host.attribute, this.#host.language());
  }

  /** @param {'csv' | 'svg' | 'json'} kind */
  export(kind) {
    return this.#widget.export(kind);
  }

  /** Opens the print dialog for it alone. */
  print() {
    printAlone(this.#host.element, this.#host.sheets.add);
  }

  /** In another document: style sheets and observers belong to the one before. */
  moved() {
    this.end();
    this.#dress();
    this.#measure();
  }

  /** No page tells it anything any more. */
  end() {
    for (const end of this.#ends.splice(0)) end();
  }

  /** And what the widget holds is freed. */
  free() {
    flush();
    this.end();
    this.#widget.free();
  }

  #dress() {
    if (this.#host.sheets.dress(this.#host.root, this.#host.styles)) return;
    throw Object.assign(new Error('style'), { context: { directive: 'style-src', address: 'city-compare.css' } });
  }

  /** Tells the widget its width, and when it is printed. */
  #measure() {
    const { element, root } = this.#host;
    const widget = this.#widget;
    const shown = () => /** @type {HTMLElement} */ (root.querySelector('.cc'));
    const size = new (element.ownerDocument.defaultView ?? window).ResizeObserver(([entry]) => {
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
}
