// Style sheets on a shadow root or a document: constructed ones, which no policy forbids; in a browser that has none of
// them a style element, which a policy may forbid.

import { make, nonce } from './dom.js';

/** @typedef {Document | ShadowRoot} Root */

/**
 * A sheet belongs to the document that it was made for: each document has its own of the same text.
 * @type {WeakMap<Document, Map<string, CSSStyleSheet>>}
 */
const made = new WeakMap();

const documentOf = (/** @type {Root} */ root) => root.ownerDocument ?? /** @type {Document} */ (root);

/**
 * @param {Document} page
 * @param {string} text
 */
function constructed(page, text) {
  const sheets = made.get(page) ?? new Map();
  if (!made.has(page)) textSize(page);
  made.set(page, sheets);
  let sheet = sheets.get(text);
  if (!sheet) {
    const { CSSStyleSheet } = page.defaultView ?? window;
    sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheet;
}

/**
 * Adds a sheet. Gives how to take it away, or nothing when the page's policy forbids it.
 * @param {Root} root
 * @param {string} text
 * @returns {(() => void) | undefined}
 */
export function add(root, text) {
  try {
    const sheet = constructed(documentOf(root), text);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((known) => known !== sheet);
    };
  } catch {
    const style = make('style', text, { nonce: nonce() });
    (root === document ? document.head : root).append(style);
    return style.isConnected && !style.sheet ? undefined : () => style.remove();
  }
}

/**
 * Makes this the only sheet of a root; false when the page's policy forbids it.
 * @param {ShadowRoot} root
 * @param {string} text
 */
export function dress(root, text) {
  root.adoptedStyleSheets &&= [];
  return Boolean(add(root, text));
}

/**
 * The reader's own text size, whatever size the page gives its root: the style sheet's sizes are multiples of it.
 * @param {Document} page
 */
function textSize(page) {
  try {
    const { CSS } = page.defaultView ?? window;
    CSS.registerProperty({ name: '--city-compare-em', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    /* another version of this script was here before */
  }
}
