// Keeps the page of the app for use without a network: the files of one version that the app asks for, fetched at once and
// checked by their digests. It answers only for them; everything else goes to the network as if it were not there.

import { EXTRA, KEPT, VERSION } from './build.js';

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;
const mine = `city-compare ${scope} `; // several copies on one host share its caches: each removes only its own
const name = mine + VERSION;
const files = { ...KEPT, ...EXTRA };
const released = 'index.html' in files;

/** In the cache of an older version: which pages still run it. */
const RUNNING = new URL('running-pages.json', scope);

worker.addEventListener('install', (event) => {
  // In development nothing is kept, and what a release kept here before is removed at once.
  event.waitUntil(released ? keep() : worker.skipWaiting());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(released ? handOver() : removeAll().then(() => worker.registration.unregister()));
});

worker.addEventListener('message', (event) => {
  if (event.data === 'city-compare:use') event.waitUntil(worker.skipWaiting());
  if (event.data === 'city-compare:shown') event.waitUntil(removeUnused());
});

worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const file = released && method === 'GET' ? fileOf(new URL(url), mode) : undefined;
  if (file) event.respondWith(answer(file, event.request, mode === 'navigate' ? '' : event.clientId));
});

/**
 * The name of the file that an address asks for. A page may be asked for as its folder.
 * @param {URL} address
 * @param {RequestMode} mode
 */
function fileOf({ origin, pathname, search }, mode) {
  const root = new URL(scope);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
  const file = pathname.slice(root.pathname.length);
  if (mode === 'navigate') return ['', 'index.html'].includes(file) ? 'index.html' : undefined;
  // A part of the module that only an older version has may be asked for by a page that still runs that version.
  return !search && (Object.hasOwn(files, file) || file.startsWith('wasm/')) ? file : undefined;
}

/**
 * The file as the version of the page has it. Where storage fails, the network is what there would be without a worker.
 * @param {string} file
 * @param {Request} request
 * @param {string} page
 */
async function answer(file, request, page) {
  try {
    const cache = await caches.open(await versionOf(page));
    const kept = await cache.match(new URL(file, scope));
    if (kept) return kept;
  } catch (error) {
    console.warn(error);
  }
  return fetch(request);
}

/** Fetches all files; when one is missing or of another version, none is kept, and the browser tries again later. */
async function keep() {
  try {
    const cache = await caches.open(name);
    const fetched = (/** @type {Record<string, string>} */ list) => Object.entries(list).map((entry) => fetchInto(cache, ...entry));
    await Promise.all(fetched(KEPT));
    await Promise.allSettled(fetched(EXTRA));
  } catch (error) {
    await caches.delete(name).catch(() => {});
    throw error;
  }
}

/**
 * @param {Cache} cache
 * @param {string} file
 * @param {string} integrity
 */
async function fetchInto(cache, file, integrity) {
  const address = new URL(file, scope);
  const response = await fetch(address, { integrity, cache: 'no-cache' }); // 'no-cache' asks whether it has changed
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  // A page that was reached by a redirect may not answer a navigation.
  const { status, statusText, headers, redirected } = response;
  await cache.put(address, redirected ? new Response(await response.blob(), { status, statusText, headers }) : response);
}

/* An update: pages that run an older version go on with the files of that version, as long as they are open. */

/** The caches of older versions, each with the pages that run it; nothing for one whose pages were never written down. */
async function older() {
  const names = (await caches.keys()).filter((known) => known.startsWith(mine) && known !== name);
  return Promise.all(
    names.map(async (known) => {
      const listed = await (await caches.open(known)).match(RUNNING);
      return { known, pages: /** @type {string[] | undefined} */ (await listed?.json()) };
    }),
  );
}

/** The ids of the pages that are open. */
async function open() {
  return (await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })).map(({ id }) => id);
}

/** Writes down which pages run the version that this one takes over from, and removes those that no page runs. */
async function handOver() {
  const versions = await older();
  const listed = new Set(versions.flatMap(({ pages }) => pages ?? []));
  const before = (await open()).filter((id) => !listed.has(id));
  await Promise.all(
    versions
      .filter(({ pages }) => !pages)
      .map(async ({ known }) => {
        await (await caches.open(known)).put(RUNNING, new Response(JSON.stringify(before)));
      }),
  );
  await removeUnused();
}

/**
 * The version that a page runs.
 * @param {string} page
 */
async function versionOf(page) {
  const versions = page ? await older() : [];
  return versions.find(({ pages }) => pages?.includes(page))?.known ?? name;
}

async function removeUnused() {
  const running = await open();
  const unused = (await older()).filter(({ pages }) => pages && !pages.some((id) => running.includes(id)));
  await Promise.all(unused.map(({ known }) => caches.delete(known)));
}

async function removeAll() {
  const names = await caches.keys();
  await Promise.all(names.filter((known) => known.startsWith(mine)).map((known) => caches.delete(known)));
}
