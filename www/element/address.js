// What an element takes from the page's address, and does for it, before it is shown: a name in it, and the page's anchor.

import { decoded, isRoute } from './fragment.js';

/* Names: the id of the element, as an address holds it; or cc, cc1, … in the order in which elements come. */

/** @type {Map<string, WeakRef<Element>>} */
const holders = new Map();

/**
 * The name of an element, as long as it is in the page. One that comes back, or one in its place, is called the same.
 * @param {Element} element
 */
export function claim(element) {
  // Encoded, so that it can stand in an address as it is: `:`, `@` and `,` may, and did in older links.
  let name = encodeURIComponent(element.id)
    .replace(/%(3A|40|2C)/g, decoded)
    .replace(/'/g, '%27');
  for (let count = 0; !name; count += 1) {
    const next = `cc${count || ''}`;
    if (!holders.get(next)?.deref()?.isConnected) name = next;
  }
  holders.set(name, new WeakRef(element));
  return name;
}

/* An anchor with entries behind it is no anchor for the browser: it is shown once more, without them. */

let aimed = false;

/** Scrolls to the anchor of the address, and makes it `:target`, if our entries stand behind it. */
export function aim() {
  // Until then the browser looks for the whole of what stands behind the '#', and finds nothing.
  if (document.readyState !== 'complete') addEventListener('load', () => setTimeout(aim), { once: true });
  else if (!aimed) {
    aimed = true;
    const [page = '', hash = ''] = location.href.split(/#(.*)/s);
    const [anchor = '', ...entries] = hash.split('&');
    if (!entries.length || isRoute(hash) || !document.getElementById(decoded(anchor)) || document.querySelector(':target')) return;
    const { state } = history;
    try {
      location.replace(`${page}#${anchor}`);
      history.replaceState(state, '', `${page}#${hash}`);
    } catch {
      /* a document without an address of its own */
    }
  }
}
