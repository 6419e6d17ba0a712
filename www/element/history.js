// The address of the page, written while a reader chooses: the state of the instances with state="url".

import { entriesOf, withEntries } from './fragment.js';

/** @typedef {'push' | 'replace'} Step */

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
