// Reads the tokens of the widget's style sheet, shows each, and brings the real widgets into the states that the page names.

const text = await (await fetch('../city-compare.css')).text();
const sheet = new CSSStyleSheet();
sheet.replaceSync(text);
const own = new CSSStyleSheet();
own.replaceSync(`
  .cc { padding: 16px; }
  table { border-collapse: collapse; width: 100%; }
  th, td { padding: 4px 8px 4px 0; text-align: start; font-weight: inherit; vertical-align: middle; }
  code { font-size: var(--_text-note); }
  .line { display: block; height: 12px; background: var(--_accent); }
  .swatch { display: block; width: 3em; height: 1.5em; border: 1px solid var(--_edge); background: var(--it); }
  .number { text-align: end; font-variant-numeric: tabular-nums; }
  .bar { display: flex; align-items: center; gap: 8px; margin-top: 4px; }
  .bar span:first-child { flex: none; width: 6em; }
  .bar span:last-child { height: 20px; background: var(--tone); }
`);

const make = (tag, content = [], values = {}) => {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...[content].flat());
  return element;
};

/** A shadow root that looks as the widget does. */
function stage(host, content) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet, own];
  const base = make('div', content, { className: 'cc', lang: document.documentElement.lang });
  root.replaceChildren(base);
  return base;
}

const tokens = (pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];
const row = (cells) =>
  make(
    'tr',
    cells.map((cell, place) => make(place ? 'td' : 'th', cell, place ? {} : { scope: 'row' })),
  );
const ko = () => document.documentElement.lang === 'ko';

function type(host) {
  const sample = '다섯 도시 비교: 계획과 예산 City plans 1조 3,712억';
  const rows = tokens(/(--_text-[a-z]+):/g).map((name) => {
    const said = make('span', sample, { lang: 'ko' });
    said.style.fontSize = `var(${name})`;
    return row([make('code', name), said]);
  });
  stage(host, make('table', rows));
}

function space(host) {
  const rows = tokens(/(--_(?:space|target)[a-z0-9-]*):/g).map((name) => {
    const line = make('span', '', { className: 'line' });
    line.style.width = `var(${name})`;
    return row([make('code', name), line]);
  });
  stage(host, make('table', rows));
}

const channels = (colour) =>
  colour
    .match(/[\d.]+/g)
    .slice(0, 3)
    .map(Number);
const luminance = (colour) => {
  const [r, g, b] = channels(colour)
    .map((value) => value / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

function colours(host) {
  const names = tokens(/(--(?:_(?:ink|quiet|accent|warn|edge|line|soft)|city-\d|part-\d|rest))(?=:)/g);
  const rows = names.map((name) => {
    const swatch = make('span', '', { className: 'swatch' });
    swatch.style.setProperty('--it', `var(${name})`);
    return row([make('code', name), swatch, make('span', '', { className: 'number' })]);
  });
  const base = stage(host, make('table', rows));
  const paper = getComputedStyle(base).backgroundColor;
  for (const swatch of base.querySelectorAll('.swatch')) {
    swatch
      .closest('tr')
      .querySelector('.number').textContent = `${contrast(getComputedStyle(swatch).backgroundColor, paper).toFixed(1)} : 1`;
  }
}

const EYES = [
  ['', '그대로', 'as it is'],
  ['greyscale', '회색조', 'greyscale'],
  ['protan', '적색각 이상', 'no red (protanopia)'],
  ['deutan', '녹색각 이상', 'no green (deuteranopia)'],
  ['tritan', '청색각 이상', 'no blue (tritanopia)'],
];
const CITIES = [
  ['여수시', 'Yeosu', 24],
  ['광양시', 'Gwangyang', 20],
  ['경주시', 'Gyeongju', 27],
  ['전주시', 'Jeonju', 40],
  ['광주광역시', 'Gwangju', 60],
];

function simulations() {
  const place = document.querySelector('#simulations');
  place.replaceChildren(
    ...EYES.flatMap(([filter, korean, english]) =>
      ['light', 'dark'].map((theme) => {
        const host = make('div', '', { className: `specimen ${filter}` });
        host.setAttribute('theme', theme);
        const bars = CITIES.map(([name, latin, share], city) => {
          const bar = make('span');
          bar.style.width = `${share}%`;
          return make('div', [make('span', ko() ? name : latin), bar], { className: `bar cc-tone-${city}` });
        });
        stage(host, [make('p', ko() ? korean : english), ...bars]);
        return host;
      }),
    ),
  );
}

const DRAW = { type, space, colours };

function show(lang) {
  document.documentElement.lang = lang;
  for (const button of document.querySelectorAll('[data-lang]')) button.setAttribute('aria-pressed', String(button.dataset.lang === lang));
  for (const host of document.querySelectorAll('[data-specimen]')) DRAW[host.dataset.specimen](host);
  simulations();
  for (const element of document.querySelectorAll('city-compare')) element.setAttribute('lang', lang);
}

for (const button of document.querySelectorAll('[data-lang]')) button.addEventListener('click', () => show(button.dataset.lang));
show(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'ko');

/** What a reader would press to come to the state. The focus stays where it was. */
async function press(element) {
  await element.ready.catch(() => {});
  for (const selector of (element.dataset.press ?? '').split(';').filter(Boolean)) {
    element.shadowRoot.querySelector(selector.trim())?.click();
    await new Promise((done) => {
      setTimeout(done, 50);
    });
    if (document.activeElement === element) element.shadowRoot.activeElement?.blur();
  }
  element.dataset.shown = '';
}
await customElements.whenDefined('city-compare');
for (const element of document.querySelectorAll('city-compare')) press(element); // each when it comes near
