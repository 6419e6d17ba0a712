// The notice that a new version of the app waits. app.js imports it then.

import { make } from './builder-dom.js';

/** @import { Words } from './types.js' */

/** @type {HTMLElement | undefined} */
let bar;

/**
 * Shows the notice, once, in both languages. The new version is used only when the reader says so.
 * @param {ServiceWorkerRegistration} registration
 */
export async function offer(registration) {
  if (bar) return;
  const notice = make('div', { className: 'update', role: 'status' });
  bar = notice;
  document.body.append(notice);
  /** @type {{ words: Record<'ko' | 'en', Words> }} */
  const { words } = await (await fetch('app-words.json')).json();
  /** @param {string} key */
  const said = (key) => [make('span', { lang: 'ko' }, words.ko[key] ?? ''), ' / ', make('span', { lang: 'en' }, words.en[key] ?? '')];
  const use = make('button', { type: 'button', className: 'button primary' }, said('update_use'));
  const later = make('button', { type: 'button', className: 'button' }, said('update_later'));
  use.addEventListener('click', () => {
    use.disabled = true;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    if (registration.waiting) registration.waiting.postMessage('city-compare:use');
    else location.reload(); // another tab was faster: the new version is in charge already
  });
  later.addEventListener('click', () => notice.remove());
  notice.append(make('p', {}, said('update')), use, later);
}
