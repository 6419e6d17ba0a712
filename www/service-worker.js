// Keeps the page of the app for use without a network: all files of one version, fetched at once and checked by their
// digests. It answers only for the files of its list; everything else goes to the network as if it were not there.

// `cargo xtask build` writes this line in a release: the version, and the digest of every file that is kept.
const BUILD = { version: 'dev', files: {} };

const { scope } = registration;
const mine = `city-compare ${scope} `; // several copies on one host share its caches: each removes only its own
const name = mine + BUILD.version;
const released = 'index.html' in BUILD.files;

addEventListener('install', (event) => {
  // In development nothing is kept, and what a release kept here before is removed at once.
  event.waitUntil(released ? keep() : skipWaiting());
});

addEventListener('activate', (event) => {
  event.waitUntil(removeOthers().then(() => released || registration.unregister()));
});

addEventListener('message', ({ data }) => { if (data === 'city-compare:use') skipWaiting(); });

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const file = released && method === 'GET' ? fileOf(new URL(url), mode) : undefined;
  if (file) event.respondWith(answer(file, event.request));
});

/** The name of the file of this version that an address asks for. A page may be asked for as its folder. */
function fileOf({ origin, pathname, search }, mode) {
  const root = new URL(scope);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
  const file = pathname.slice(root.pathname.length);
  if (mode === 'navigate') return ['', 'index.html'].includes(file) ? 'index.html' : undefined;
  return !search && Object.hasOwn(BUILD.files, file) ? file : undefined;
}

async function answer(file, request) {
  const kept = await caches.open(name).then((cache) => cache.match(new URL(file, scope)));
  return kept ?? fetch(request);
}

/** Fetches all files; when one is missing or of another version, none is kept, and the browser tries again later. */
async function keep() {
  try {
    await fetchAll(await caches.open(name));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function fetchAll(cache) {
  await Promise.all(Object.entries(BUILD.files).map(async ([file, integrity]) => {
    const address = new URL(file, scope);
    const response = await fetch(address, { integrity, cache: 'no-cache' }); // 'no-cache' asks whether it has changed
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    // A page that was reached by a redirect may not answer a navigation.
    const { status, statusText, headers, redirected } = response;
    await cache.put(address, redirected ? new Response(await response.blob(), { status, statusText, headers }) : response);
  }));
}

async function removeOthers() {
  const names = await caches.keys();
  const others = names.filter((known) => known.startsWith(mine) && !(released && known === name));
  await Promise.all(others.map((known) => caches.delete(known)));
}
