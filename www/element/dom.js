// Elements, in whatever kind of document: a page that is sent as XML makes none of HTML's by their bare names.

const HTML = 'http://www.w3.org/1999/xhtml';

/**
 * An element with its content and properties.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string | Node | (string | Node)[]} [content]
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [values]
 */
export function make(tag, content = [], values = {}) {
  const element = /** @type {HTMLElementTagNameMap[Tag]} */ (document.createElementNS(HTML, tag));
  Object.assign(element, values);
  element.append(...[content].flat());
  return element;
}

/** The nonce that the page's policy gave its scripts, if it gave one: what we load carries it, too. */
export const nonce = () => /** @type {HTMLScriptElement | null} */ (document.querySelector('script[nonce]'))?.nonce ?? '';
