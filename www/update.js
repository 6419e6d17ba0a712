// The notice that a new version of the app waits. app.js imports it then.

let bar;

/** Shows the notice, once, in both languages. The new version is used only when the reader says so. */
export async function offer(registration) {
  if (bar) return;
  bar = Object.assign(document.createElement('div'), { className: 'update' });
  bar.setAttribute('role', 'status');
  document.body.append(bar);
  const { words } = await (await fetch('app-words.json')).json();
  const said = (key) => ['ko', 'en'].map((lang) => Object.assign(document.createElement('span'), { lang, textContent: words[lang][key] }));
  const make = (tag, key) => {
    const element = document.createElement(tag);
    const [ko, en] = said(key);
    element.append(ko, ' / ', en);
    return element;
  };
  const use = Object.assign(make('button', 'update_use'), { type: 'button', className: 'button primary' });
  const later = Object.assign(make('button', 'update_later'), { type: 'button', className: 'button' });
  use.addEventListener('click', () => {
    use.disabled = true;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    if (registration.waiting) registration.waiting.postMessage('city-compare:use');
    else location.reload(); // another tab was faster: the new version is in charge already
  });
  later.addEventListener('click', () => bar.remove());
  bar.append(make('p', 'update'), use, later);
}
