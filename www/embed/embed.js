// The page for iframes: attributes from the address, and its height to the page around it, if that page may know it.

const NAMES = [
  'cities',
  'view',
  'topic',
  'field',
  'item',
  'figure',
  'year',
  'stage',
  'unit',
  'show',
  'controls',
  'lang',
  'theme',
  'home',
  'state',
];
const element = /** @type {HTMLElement} */ (document.querySelector('city-compare'));
for (const [name, value] of new URLSearchParams(location.search)) {
  if (NAMES.includes(name)) element.setAttribute(name, value); // `src` is not among them: no one brings data in by a link
}

const configured = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name=city-compare-origins]'));
const allowed = [location.origin, ...(configured?.content ?? '').split(/\s+/).filter(Boolean)];

/** The origin of the page around: from the referrer, or from its question; a page without a referrer can ask. */
let around = document.referrer ? new URL(document.referrer).origin : '';

// A body of its own: the value of postMessage must not be what tell gives, or WebKit takes the message for one of the page around.
function tell() {
  if (parent === window || !allowed.includes(around)) return;
  const height = Math.ceil(element.getBoundingClientRect().height);
  parent.postMessage({ type: 'city-compare:height', height }, around);
}

addEventListener('message', ({ data, origin, source }) => {
  if (source !== parent || data?.type !== 'city-compare:ask') return;
  around = origin;
  tell();
});
new ResizeObserver(tell).observe(element);
// A frame that is out of sight is not drawn, and nothing is observed in it.
for (const name of ['ready', 'error']) element.addEventListener(`city-compare:${name}`, tell);
