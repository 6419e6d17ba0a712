// The page of the app: it says its language, opens the embed builder when asked, and keeps itself for use without a network.

const page = document.documentElement;
const opener = document.getElementById('open-builder');

/* The page speaks the language that the reader chose in the comparison. */
for (const name of ['ready', 'change']) {
  document.addEventListener(`city-compare:${name}`, ({ target, detail }) => {
    if (!target.matches('main > city-compare')) return; // the builder's preview has a language of its own
    page.lang = detail.lang;
    if (name === 'ready') keep();
  });
}

async function build() {
  const failed = document.getElementById('builder-failed');
  try {
    const { toggle } = await import('./builder.js');
    await toggle(document.getElementById('builder'), opener);
    failed.hidden = true;
  } catch (error) {
    console.warn(error);
    failed.hidden = false;
  }
}
opener.addEventListener('click', build);
if (location.hash.slice(1).split('&').includes('builder')) build();

/* Kept by a service worker, after the first comparison is shown, so that it does not wait for what comes later. */
let registered;
async function keep() {
  if (registered || !('serviceWorker' in navigator)) return;
  registered = true;
  try {
    const registration = await navigator.serviceWorker.register('service-worker.js');
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
