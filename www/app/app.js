// The page of the app: it says its language, opens the embed builder when asked, and keeps itself for use without a network.

const page = document.documentElement;
const opener = /** @type {HTMLElement} */ (document.getElementById('open-builder'));
const section = /** @type {HTMLElement} */ (document.getElementById('builder'));
const failed = /** @type {HTMLElement} */ (document.getElementById('builder-failed'));

/* The page speaks the language that the reader chose in the comparison. */
for (const name of /** @type {const} */ (['ready', 'change'])) {
  document.addEventListener(`city-compare:${name}`, ({ target, detail }) => {
    if (!(target instanceof Element && target.matches('main > city-compare'))) return; // the builder's preview has a language of its own
    page.lang = detail.lang;
    if (name === 'ready') keep();
  });
}

async function build() {
  try {
    const { toggle } = await import('./builder.js');
    await toggle(section, opener);
    failed.hidden = true;
  } catch (error) {
    console.warn(error);
    failed.hidden = false;
  }
}
opener.addEventListener('click', build);
if (location.hash.slice(1).split('&').includes('builder')) build();

/* Kept by a service worker, after the first comparison is shown, so that it does not wait for what comes later. */

/**
 * The worker's address as Trusted Types have it: a page that requires them allows the policy `city-compare`, which gives
 * this one address and no other.
 * @returns {string}
 */
function workerAddress() {
  const address = 'service-worker.js';
  const types = /** @type {any} */ (globalThis).trustedTypes;
  return types ? types.createPolicy('city-compare', { createScriptURL: () => address }).createScriptURL('') : address;
}

let registered = false;
async function keep() {
  if (registered || !('serviceWorker' in navigator)) return;
  registered = true;
  try {
    const registration = await navigator.serviceWorker.register(workerAddress());
    // This page runs what the worker in charge keeps: what only older pages needed can go.
    registration.active?.postMessage('city-compare:shown');
    // A worker that waits while another one is in charge is a new version.
    const tell = async () => {
      if (registration.waiting && navigator.serviceWorker.controller) (await import('./update.js')).offer(registration);
    };
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', tell);
    });
    await tell();
    // An installed app stays open for days: it looks for a new version when the reader comes back to it.
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  } catch (error) {
    console.warn('Not kept for use without a network:', error); // the page works all the same
  }
}
