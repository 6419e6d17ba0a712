// What the embed builder writes: attributes, code and policy from what was chosen. Nothing here touches the page.

/** The forms, in the order in which they are offered. */
export const FORMS = ['lines', 'bundle', 'frame', 'package', 'file'];

/** The script of each form that has one. */
const SCRIPTS = { lines: 'city-compare.js', bundle: 'city-compare.bundle.js', frame: 'city-compare-embed.js' };

/** What is chosen at first: nothing that differs from the element's defaults. */
export function start({ cities, year }, base) {
  return {
    cities: cities.map(({ value }) => value), order: cities.map(({ value }) => value), view: 'visions', field: '', year,
    unit: 'amount', lang: 'auto', theme: 'auto', home: '', state: false, form: 'lines', base, elsewhere: false,
  };
}

/** Whether the chosen view has this choice. */
export const has = ({ view }, name) => (name === 'field' ? view === 'strategies' : view === 'budgets');

/** Names and values of the attributes: only those that differ from the element's defaults. */
export function attributes(choice, { cities, year }) {
  const all = cities.map(({ value }) => value).join();
  const pairs = [
    ['cities', choice.cities.join(), all],
    ['view', choice.view, 'visions'],
    ['field', has(choice, 'field') ? choice.field : '', ''],
    ['year', has(choice, 'year') ? choice.year : year, year],
    ['unit', has(choice, 'unit') ? choice.unit : 'amount', 'amount'],
    ['lang', choice.lang, 'auto'],
    ['theme', choice.theme, 'auto'],
    ['home', choice.home, ''],
    ['state', choice.state && choice.form !== 'frame' ? 'url' : 'none', 'none'],
  ];
  return pairs.filter(([, value, usual]) => value !== usual).map(([name, value]) => [name, value]);
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** A start tag with its attributes. */
const tag = (name, pairs) => `<${[name, ...pairs.map(([key, value]) => (value === true ? key : `${key}="${escaped(value)}"`))].join(' ')}>`;

/** The element as it stands in a page. */
export const element = (choice, choices) => `${tag('city-compare', attributes(choice, choices))}</city-compare>`;

/** The address of a file of the uploaded folder. */
const at = ({ base }, file) => base + file;

function script(choice, digests) {
  const file = SCRIPTS[choice.form];
  const kind = { lines: [['type', 'module']], bundle: [['defer', true]], frame: [] }[choice.form];
  const checked = digests[file] ? [['integrity', digests[file]], ['crossorigin', 'anonymous']] : [];
  return `${tag('script', [...kind, ['src', at(choice, file)], ...checked])}</script>`;
}

const query = (pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');

function frame(choice, choices, title) {
  const asked = query(attributes(choice, choices));
  const src = at(choice, `embed.html${asked && `?${asked}`}`);
  return `${tag('iframe', [['data-city-compare', true], ['src', src], ['title', title], ['width', '100%'], ['height', '900']])}</iframe>`;
}

const SPACE = 'city-compare:not(:defined) { display: block; min-height: 100vh; }';
const WIDTH = 'iframe[data-city-compare] { width: 100%; border: 0; }';

/** The blocks of code to paste, each with the name of its label among the words. */
export function code(choice, choices, digests, title) {
  const shown = element(choice, choices);
  switch (choice.form) {
    case 'frame': return [['code_page', `${script(choice, digests)}\n${frame(choice, choices, title)}`], ['code_width', WIDTH]];
    case 'package': return [
      ['code_install', 'npm install ./city-compare'], ['code_import', "import 'city-compare';"],
      ['code_page', shown], ['code_space', SPACE],
    ];
    case 'file': return [['code_link', `${tag('a', [['href', at(choice, 'city-compare.html')], ['download', true]])}${escaped(title)}</a>`]];
    default: return [['code_page', `${script(choice, digests)}\n${shown}`], ['code_space', SPACE]];
  }
}

/** Whether files come from another origin than the page's. An address that begins with a slash is the page's own. */
export const foreign = ({ form, base, elsewhere }) => elsewhere && !base.startsWith('/') && SCRIPTS[form] !== undefined;

/** The header that a page with this code needs; none for the one file, which carries its own. */
export function policy(choice) {
  const from = foreign(choice) ? new URL(choice.base).origin : "'self'";
  const page = { scripts: `${from} 'wasm-unsafe-eval'`, images: "img-src 'self' data: blob:" };
  const directives = {
    lines: ["default-src 'none'", `script-src ${page.scripts}`, "style-src 'self'", page.images, `connect-src ${from}`],
    bundle: ["default-src 'none'", `script-src ${page.scripts}`, "style-src 'self'", page.images],
    frame: ["default-src 'none'", `script-src ${from}`, "style-src 'self'", `frame-src ${from}`],
    package: ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", page.images],
  }[choice.form];
  // The last two close what `default-src` leaves open: nothing of the widget's needs them.
  return directives && `Content-Security-Policy: ${[...directives, "base-uri 'none'", "form-action 'none'"].join('; ')}`;
}

/** What a person typed as the address of the folder, with a slash at its end; nothing when it cannot be one. */
export function folder(text) {
  const typed = text.trim();
  if (/[\s"'<>\\?#]/.test(typed) || !/^(https?:\/\/[^/]|\/(?!\/))/.test(typed) || !URL.canParse(typed, 'https://page.example')) return undefined;
  return typed.endsWith('/') ? typed : `${typed}/`;
}

/** The one file with the chosen attributes instead of its own. */
export const filled = (page, choice, choices) => page.replace(/<city-compare\b[^>]*>/, () => tag('city-compare', attributes(choice, choices)));
