// Paper: charts are drawn for an upright A4 page.

import ALONE from './paper.css';

/** The width of the page in CSS pixels. */
const PAPER = 680;
/** @typedef {(paper?: number) => void} Draw Draws charts for paper of a width; without one, for the screen. */

/**
 * Those who are called before and after the page is printed.
 * @type {Set<Draw>}
 */
export const drawn = new Set();

// What is drawn for paper changes its height: that is no reason to draw it for the screen again.
export let printing = false;
addEventListener('beforeprint', () => {
  printing = true;
  for (const draw of drawn) draw(PAPER);
});
addEventListener('afterprint', () => {
  printing = false;
  for (const draw of drawn) draw();
});

/** @type {(() => void) | undefined} */
let finish;

/**
 * Opens the browser's print dialog for an element alone. Some browsers come back from `print()` before anything is printed,
 * so what hides the rest of the page stays until they say that they are done.
 * @param {Element} element
 * @param {typeof import('./sheets.js').add} add
 */
export function printAlone(element, add) {
  finish?.();
  const view = element.ownerDocument.defaultView ?? window;
  /** @type {(() => void)[]} */
  const undone = [];
  for (let node = element; node; node = /** @type {ShadowRoot} */ (node.getRootNode()).host) {
    node.setAttribute('data-city-compare-print', '');
    const remove = add(/** @type {Document | ShadowRoot} */ (node.getRootNode()), ALONE);
    undone.push(() => {
      node.removeAttribute('data-city-compare-print');
      remove?.();
    });
  }
  finish = () => {
    for (const undo of undone.splice(0)) undo();
  };
  // The second for a browser that does not tell: whoever touches the page again has left the dialog.
  for (const name of ['afterprint', 'pointerdown']) view.addEventListener(name, finish, { once: true });
  view.print();
}
