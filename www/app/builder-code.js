// What the embed builder writes: attributes, code and policy from what was chosen. Nothing here touches the page.

/** @import { Choice, Choices, Digests, Form, Pair } from './types.js' */

/** The forms, in the order in which they are offered. @type {Form[]} */
export const FORMS = ['lines', 'bundle', 'frame', 'package', 'file'];

/** The script of each form that has one. @type {Partial<Record<Form, string>>} */
const SCRIPTS = { lines: 'city-compare.js', bundle: 'city-compare.bundle.js', frame: 'city-compare-embed.js' };

/** What an address says of what a reader has only opened or kept. */
const OPENED = ['lang', 'item', 'cell', 'pins'];

/** What only figures of the press have. */
const PRESS = ['what', 'unit', 'year', 'strict'];

/**
 * What is chosen at first: nothing that differs from the element's defaults.
 * @param {Choices} choices
 * @param {string} base
 * @returns {Choice}
 */
export function start({ cities, year }, base) {
  return {
    cities: cities.map(({ value }) => value),
    order: cities.map(({ value }) => value),
    view: 'visions',
    field: '',
    topic: '',
    show: '',
    only: false,
    figure: 'blocks',
    year,
    unit: 'amount',
    lang: 'auto',
    theme: 'auto',
    home: '',
    state: false,
    form: 'lines',
    base,
    elsewhere: false,
  };
}

/**
 * Takes over what the screen shows: the entries that the app's comparison keeps in the address. The first page is the app's own, so it is
 * nothing to embed. What the address names and cannot be chosen here stands in the attribute `show`, but for what is only opened.
 * @param {Choice} choice
 * @param {Choices} choices
 * @param {string} fragment
 */
export function adopt(choice, choices, fragment) {
  const all = choices.cities.map(({ value }) => value);
  const known = {
    view: choices.views,
    field: choices.fields,
    figure: choices.figures,
    unit: choices.units,
    year: choices.years.map((value) => ({ value })),
  };
  const usual = start(choices, choice.base);
  for (const name of /** @type {const} */ (['cities', 'view', 'topic', 'show', 'field', 'figure', 'year', 'unit'])) {
    Object.assign(choice, { [name]: usual[name] });
  }
  const entries = [...new URLSearchParams(fragment.replace(/^#/, ''))].map(([name, value]) => [name.replace(/^cc\./, ''), value]);
  const names = entries.map(([name]) => name);
  /** @type {[name: string, value: string][]} */
  const rest = [];
  for (const [own = '', value = ''] of entries) {
    // The field that is lit among the money is the same attribute as the one that plans are limited to, unless both are given.
    const place = own === 'lit' && !names.includes('field') ? 'field' : own;
    const list = known[/** @type {keyof typeof known} */ (place)];
    if (own === 'topic') choice.topic = value;
    else if (!list && own !== 'cities' && !OPENED.includes(own)) rest.push([own, value]);
    if (own === 'cities') {
      const ids = value.split(',').filter((id) => all.includes(id) || /^lofin-\d{7}$/.test(id)); // any city of the country
      if (ids.length > 1) Object.assign(choice, { cities: ids, order: [...ids, ...all.filter((id) => !ids.includes(id))] });
    } else if (list?.some((one) => one.value === value)) Object.assign(choice, { [place]: value });
  }
  // What only the press has would be read as the press's figure, if none is named with it.
  if (choice.figure !== 'press' && rest.some(([name]) => PRESS.includes(name))) rest.push(['figure', choice.figure]);
  choice.show = query(rest);
  if (choice.view === 'glance') choice.view = usual.view;
}

/**
 * Whether the chosen view has this choice: year and unit are of the press reports' budgets.
 * @param {Choice} choice
 * @param {'field' | 'figure' | 'year' | 'unit'} name
 */
export const has = ({ view, figure }, name) => {
  if (name === 'figure') return view === 'budgets';
  if (name === 'field') return view === 'strategies' || (view === 'budgets' && figure === 'blocks');
  return view === 'budgets' && figure === 'press';
};

/**
 * Names and values of the attributes: only those that differ from the element's defaults.
 * @param {Choice} choice
 * @param {Choices} choices
 * @returns {[name: string, value: string][]}
 */
export function attributes(choice, { cities, year }) {
  const all = cities.map(({ value }) => value).join();
  /** @type {[name: string, value: string, usual: string][]} */
  const pairs = [
    ['cities', choice.cities.join(), all],
    ['view', choice.view, 'visions'],
    ['topic', choice.view === 'topics' ? choice.topic : '', ''],
    ['field', has(choice, 'field') ? choice.field : '', ''],
    ['figure', has(choice, 'figure') ? choice.figure : 'blocks', 'blocks'],
    ['year', has(choice, 'year') ? choice.year : year, year],
    ['unit', has(choice, 'unit') ? choice.unit : 'amount', 'amount'],
    ['show', choice.show, ''],
    ['controls', choice.only ? 'none' : 'all', 'all'],
    ['lang', choice.lang, 'auto'],
    ['theme', choice.theme, 'auto'],
    ['home', choice.home, ''],
    ['state', choice.state && choice.form !== 'frame' ? 'url' : 'none', 'none'],
  ];
  return pairs.flatMap(([name, value, usual]) => (value === usual ? [] : [[name, value]]));
}

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/**
 * A start tag with its attributes.
 * @param {string} name
 * @param {Pair[]} pairs
 */
const tag = (name, pairs) => `<${[name, ...pairs.map(([key, value]) => (value === true ? key : `${key}="${escaped(value)}"`))].join(' ')}>`;

/**
 * The element as it stands in a page.
 * @param {Choice} choice
 * @param {Choices} choices
 */
export const element = (choice, choices) => `${tag('city-compare', attributes(choice, choices))}</city-compare>`;

/**
 * The address of a file of the uploaded folder.
 * @param {Choice} choice
 * @param {string} file
 */
const at = ({ base }, file) => base + file;

/**
 * The line that loads the script. All scripts are letters of ASCII: a page in any encoding reads them.
 * @param {Choice} choice
 * @param {Digests} digests
 */
function script(choice, digests) {
  const file = SCRIPTS[choice.form] ?? '';
  /** @type {Partial<Record<Form, Pair[]>>} */
  const kinds = { lines: [['type', 'module']], bundle: [['defer', true]] };
  const digest = digests[file];
  /** @type {Pair[]} */
  const checked = digest
    ? [
        ['integrity', digest],
        ['crossorigin', 'anonymous'],
      ]
    : [];
  return `${tag('script', [...(kinds[choice.form] ?? []), ['src', at(choice, file)], ...checked])}</script>`;
}

/** @param {[name: string, value: string][]} pairs */
const query = (pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&');

/**
 * @param {Choice} choice
 * @param {Choices} choices
 * @param {string} title
 */
function frame(choice, choices, title) {
  const asked = query(attributes(choice, choices));
  const src = at(choice, `embed.html${asked && `?${asked}`}`);
  // Without leave to write to the clipboard, what a reader copies in a frame from another server is refused.
  return `${tag('iframe', [
    ['data-city-compare', true],
    ['src', src],
    ['title', title],
    ['allow', 'clipboard-write'],
    ['width', '100%'],
    ['height', '900'],
  ])}</iframe>`;
}

const SPACE = 'city-compare:not(:defined) { display: block; min-height: 100vh; }';
const WIDTH = 'iframe[data-city-compare] { width: 100%; border: 0; }';

/**
 * The blocks of code to paste, each with the name of its label among the words.
 * @param {Choice} choice
 * @param {Choices} choices
 * @param {Digests} digests
 * @param {string} title
 * @returns {[label: string, text: string][]}
 */
export function code(choice, choices, digests, title) {
  const shown = element(choice, choices);
  switch (choice.form) {
    case 'frame':
      return [
        ['code_page', `${script(choice, digests)}\n${frame(choice, choices, title)}`],
        ['code_width', WIDTH],
      ];
    case 'package':
      return [
        ['code_install', 'npm install ./city-compare'],
        ['code_import', "import 'city-compare';"],
        ['code_page', shown],
        ['code_space', SPACE],
      ];
    case 'file':
      return [
        [
          'code_link',
          `${tag('a', [
            ['href', at(choice, 'city-compare.html')],
            ['download', true],
          ])}${escaped(title)}</a>`,
        ],
      ];
    default:
      return [
        ['code_page', `${script(choice, digests)}\n${shown}`],
        ['code_space', SPACE],
      ];
  }
}

/**
 * Whether files come from another origin than the page's. An address that begins with a slash is the page's own.
 * @param {Choice} choice
 */
export const foreign = ({ form, base, elsewhere }) => elsewhere && !base.startsWith('/') && SCRIPTS[form] !== undefined;

/**
 * The header that a page with this code needs; none for the one file, which carries its own.
 * @param {Choice} choice
 */
export function policy(choice) {
  const from = foreign(choice) ? new URL(choice.base).origin : "'self'";
  const page = { scripts: `${from} 'wasm-unsafe-eval'`, images: "img-src 'self' data: blob:" };
  /** @type {Partial<Record<Form, string[]>>} */
  const directives = {
    lines: ["default-src 'none'", `script-src ${page.scripts}`, "style-src 'self'", page.images, `connect-src ${from}`],
    bundle: ["default-src 'none'", `script-src ${page.scripts}`, "style-src 'self'", page.images],
    frame: ["default-src 'none'", `script-src ${from}`, "style-src 'self'", `frame-src ${from}`],
    package: ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", page.images],
  };
  const needed = directives[choice.form];
  // The last two close what `default-src` leaves open: nothing of the widget's needs them.
  return needed && `Content-Security-Policy: ${[...needed, "base-uri 'none'", "form-action 'none'"].join('; ')}`;
}

/**
 * What a person typed as the address of the folder, with a slash at its end; nothing when it cannot be one.
 * @param {string} text
 */
export function folder(text) {
  const typed = text.trim();
  if (/[\s"'<>\\?#]/.test(typed) || !/^(https?:\/\/[^/]|\/(?!\/))/.test(typed) || !parses(typed)) return undefined;
  return typed.endsWith('/') ? typed : `${typed}/`;
}

/** @param {string} address */
function parses(address) {
  try {
    return Boolean(new URL(address, 'https://page.example'));
  } catch {
    return false;
  }
}

/**
 * The one file with the chosen attributes instead of its own.
 * @param {string} page
 * @param {Choice} choice
 * @param {Choices} choices
 */
export const filled = (page, choice, choices) =>
  page.replace(/<city-compare\b[^>]*>/, () => tag('city-compare', attributes(choice, choices)));
