// The address of the page: what the instances with state="url" write behind its '#', beside what others keep there.
//
//   #cc.view=budgets&cc.year=2023     names begin with the instance's; `&` between all entries
//   #section2&cc.view=budgets         an anchor of the page stays first
//   #/plans?cc.view=budgets           the route of a hash router stays a route, our entries are in its query
//
// src/element reads all three, and `#/plans&cc.view=budgets` of older links.

/** @typedef {'push' | 'replace'} Step */

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign of someone else's
  }
}

/** @param {string} hash */
const isRoute = (hash) => /^!?\//.test(hash);

/**
 * Tells the entries of an instance.
 * @param {string} name
 */
const entryOf = (name) => (/** @type {string} */ part) => decoded(part).startsWith(`${decoded(name)}.`);

/**
 * What stands behind the '#' with these entries of an instance in the place of those that it had.
 * @param {string} hash
 * @param {string} name The instance.
 * @param {string} fragment
 */
function withEntries(hash, name, fragment) {
  const own = entryOf(name);
  /** @param {string} text */
  const others = (text) => text.split('&').filter((part) => part && !own(part));
  const [, route = '', rest = ''] = isRoute(hash) ? (/^([^?]*)\??(.*)$/s.exec(hash) ?? []) : ['', '', hash];
  const entries = [...others(rest), fragment].filter(Boolean).join('&');
  return [others(route).join('&'), entries].filter(Boolean).join('?');
}

/**
 * The entries of an instance, without the language that a copied link names.
 * @param {string} hash
 * @param {string} name
 */
const entriesOf = (hash, name) =>
  hash
    .split(/[?&]/)
    .filter((part) => entryOf(name)(part) && !part.includes('.lang='))
    .join('&');

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

/* Writing: at once, since what waits is lost when the page is loaded again; but not so often that a browser refuses it. Safari
   takes 100 calls in 30 seconds and then throws. */

const PACE = 500; // milliseconds that a call uses up
const SPARE = 20 * PACE; // that may be used up before they have passed: 80 calls in 30 seconds at the most
const LATER = 5_000; // after a call that was refused
const TRIES = 6;

/** @type {Map<string, string>} */
const pending = new Map();
let pushes = false;
/** When all that was used up will have passed. */
let passed = 0;
let tries = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Writes the entries of an instance. Another view, or an opened item, is a step that the reader can go back; another filter
 * is not; nor is anything within a frame, whose steps would be steps of the page around it.
 * @param {string} name
 * @param {string} fragment
 * @param {Step} step
 */
export function write(name, fragment, step) {
  const push = step === 'push' && parent === window;
  // The entry that is left shows what was chosen in it last.
  if (push && !pushes) flush();
  pending.set(name, fragment);
  pushes ||= push;
  if (push || passed < Date.now() + SPARE) flush();
  else timer ??= setTimeout(flush, PACE);
}

/** Writes what waits; before it is too late, too: when the page goes or is put away, and when an element goes. */
export function flush() {
  clearTimeout(timer);
  timer = undefined;
  if (!pending.size) return;
  const [page = '', before = ''] = location.href.split(/#(.*)/s);
  let hash = before;
  for (const [name, fragment] of pending) {
    if (entriesOf(hash, name) !== entriesOf(fragment, name)) hash = withEntries(hash, name, fragment);
  }
  try {
    // The whole address: a short one would be meant from the page's <base>.
    if (hash !== before) history[pushes ? 'pushState' : 'replaceState'](history.state, '', hash ? `${page}#${hash}` : page);
    forget();
  } catch {
    // Refused: for now, as Safari does, or for good, as in a document of no origin.
    tries += 1;
    if (tries < TRIES) timer = setTimeout(flush, LATER);
    else forget();
  }
}

function forget() {
  pending.clear();
  pushes = false;
  tries = 0;
  passed = Math.max(passed, Date.now()) + PACE;
}

addEventListener('pagehide', flush);
addEventListener('visibilitychange', flush);
// What was to be written belongs to the entry that was left.
addEventListener('popstate', forget);

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
