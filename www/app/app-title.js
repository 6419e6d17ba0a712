// The title of the app's page: the heading of the view that is shown, in its language, then the name of the app.

const NAMES = { ko: '다섯 도시 비교: 계획과 예산', en: 'Five Korean cities compared: plans and budgets' };

/** @type {MutationObserver | undefined} */
let follows;

for (const name of /** @type {const} */ (['ready', 'change'])) {
  document.addEventListener(`city-compare:${name}`, ({ target, detail }) => {
    if (!(target instanceof Element && target.matches('main > city-compare'))) return;
    const heading = target.shadowRoot?.querySelector('.cc-sentence');
    // The heading is written after the event, and whenever else the view changes it.
    const tell = () => {
      document.title = `${heading?.textContent} · ${NAMES[detail.lang]}`;
    };
    follows?.disconnect();
    follows = new MutationObserver(tell);
    if (heading) follows.observe(heading, { childList: true, characterData: true, subtree: true });
    tell();
  });
}
