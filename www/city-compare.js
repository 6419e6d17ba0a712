// <city-compare>: defines the element and loads the rest when it comes near the viewport.
// It is only an adapter: everything that a reader sees is made by the wasm module; only what stands there before it,
// and instead of it when something fails, is made here. docs/embedding.md describes all of it.

// `cargo xtask build` writes this line: the version, the digests of what is loaded, and in the bundle the rest itself.
const BUILD = { version: 'dev', digests: {}, packed: null };

const NEAR = '600px';
// Written out, each in one piece: this is how a bundler sees that it has to bring these files along.
const FILES = BUILD.packed ? {} : {
  failure: new URL('./city-compare-failure.js', import.meta.url).href,
  glue: new URL('./wasm/city-compare.js', import.meta.url).href,
  wasm: new URL('./wasm/city-compare_bg.wasm', import.meta.url).href,
};
const ATTRIBUTES = ['cities', 'view', 'field', 'item', 'year', 'unit', 'lang', 'theme', 'home', 'state', 'src'];

const LOADING = { ko: '도시 비교 자료를 불러오는 중입니다.', en: 'Loading the comparison of cities.' };

/** What is said when even the page of causes cannot be loaded. */
const bare = (error, { address = '' }) => ({
  cause: 'unknown',
  ko: ['도시 비교를 열지 못했습니다.', '배포 폴더의 파일을 그 구조대로 모두 올려 주십시오.'],
  en: ['The comparison of cities could not be opened.', 'Upload all files of the release in their folders.'],
  problems: [`${address} ${error?.message ?? error}`],
});

/* Loading: once for all instances. */

const digest = (address) => BUILD.digests[Object.keys(FILES).find((name) => FILES[name] === address)] ?? '';
const violations = [];
document.addEventListener('securitypolicyviolation', (event) => violations.push(event));

/** Does a piece of loading; when it fails, finds out why. */
async function bring(address, work) {
  try {
    return await work(address);
  } catch (error) {
    throw Object.assign(error, { context: { address, ...await reason(address) } });
  }
}

async function reason(address) {
  let found = {};
  if (address) try {
    const answer = await fetch(address);
    const type = (answer.headers.get('content-type') ?? '').split(';')[0];
    const mime = /html|^$/.test(type) || (address.endsWith('.js') && !type.includes('javascript'));
    found = { status: answer.status, type, mime, integrity: Boolean(digest(address)) };
  } catch {
    const answered = await fetch(address, { mode: 'no-cors' }).then(() => true, () => false);
    found = answered ? { cors: true } : { network: true };
  }
  // Reports of the policy come a little later.
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  const blocked = violations.find(({ blockedURI }) => blockedURI === address || blockedURI.startsWith('wasm'));
  return blocked ? { directive: blocked.effectiveDirective, address: address ?? blocked.blockedURI } : found;
}

/** Imports a module. A preload with a digest is what the browser checks the import against. */
async function importModule(address) {
  const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href: address });
  link.integrity = digest(address);
  link.crossOrigin = 'anonymous';
  const done = new Promise((resolve, reject) => { Object.assign(link, { onload: resolve, onerror: reject }); });
  document.head.append(link);
  await done.catch(() => { if (link.integrity) throw new Error('refused'); }).finally(() => link.remove());
  return import(/* @vite-ignore */ /* webpackIgnore: true */ address);
}

async function get(address) {
  const answer = await fetch(address, { integrity: digest(address) });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return answer;
}

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** A part of the module, when a reader first needs it. */
function part(name, sum) {
  BUILD.digests[name] = sum;
  const come = bring(FILES[name], async (address) => (await get(address)).arrayBuffer());
  come.catch((error) => { missed = error; });
  return come;
}

let module;
let missed;
let sheet;
let ended;
const shown = new Set();

function load() {
  if (ended) throw ended;
  module ??= open();
  module.catch(() => { module = undefined; });
  return module;
}

async function open() {
  if (typeof WebAssembly !== 'object') throw Object.assign(new Error('no WebAssembly'), { context: { wasm: false } });
  const { packed } = BUILD;
  // Both files are asked for at once. A failure is told where the module is waited for.
  const wasm = packed ? unpack(packed.files.wasm) : get(FILES.wasm);
  wasm.catch(() => {});
  const glue = packed ? packed.glue() : await bring(FILES.glue, importModule);
  await bring(FILES.wasm, async () => { await glue.default({ module_or_path: await wasm }); });
  glue.on_panic(end);
  glue.on_part?.((name, sum) => (packed ? unpack(packed.files[name]) : part(name, sum)));
  sheet = new CSSStyleSheet();
  sheet.replaceSync(glue.styles());
  return glue;
}

/** The wasm module stopped for good: every instance says so. */
function end(message) {
  ended ??= Object.assign(new Error(message), { context: { panic: true } });
  queueMicrotask(() => { for (const element of [...shown]) element[ENDED](ended); });
}
const ENDED = Symbol('ended');
const trapped = ({ error, reason: rejected }) => {
  const trap = error ?? rejected;
  if (globalThis.WebAssembly && trap instanceof WebAssembly.RuntimeError && trap.stack?.includes('city-compare')) end(trap.message);
};
addEventListener('error', trapped);
addEventListener('unhandledrejection', trapped);

/* What stands there before the comparison, and instead of it. */

const waiting = new CSSStyleSheet();
waiting.replaceSync(`
  :host { display: block; color-scheme: light dark !important; }
  :host([theme="light"]) { color-scheme: light !important; } :host([theme="dark"]) { color-scheme: dark !important; }
  :host([hidden]) { display: none; }
  .wait { all: initial; display: block; visibility: inherit; color-scheme: inherit; direction: ltr; overflow-wrap: anywhere;
    font: medium/1.55 system-ui, sans-serif; color: CanvasText; background: Canvas; }
  .wait[role="status"] { min-height: var(--city-compare-reserve, 100vh); }
  .wait[role="alert"] { border-inline-start: 4px solid #c05a00; padding: 8px 16px; }
  p { margin: 0; } div > p:first-child { font-weight: 700; }
  .line { height: 3px; overflow: hidden; background: #8884; }
  .line::before { content: ""; display: block; width: 30%; height: 100%; background: #2a6fd0; }
  @media (prefers-reduced-motion: no-preference) { .line::before { animation: go 1.4s ease-in-out infinite alternate; } }
  @keyframes go { to { transform: translateX(233%); } }
`);

function make(tag, content, values) {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...[content].flat());
  return element;
}

// The reader's own text size, whatever size the page gives its root: the style sheet's sizes are multiples of it.
try {
  CSS.registerProperty({ name: '--city-compare-em', syntax: '<length>', inherits: true, initialValue: '16px' });
} catch { /* another version of this script was here before */ }

/* Paper: charts are drawn for an upright A4 page. @page cannot stand in a shadow root, so print() brings it; www/app.css has the same. */
const PAPER = 680;
const PAGES = `
  @page { size: A4; margin: 14mm 14mm 16mm;
    @bottom-left { content: "city-compare"; font: 8pt sans-serif; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
  @page city-compare-wide { size: A4 landscape; }`;
const DRAW = Symbol('draw');
// What is drawn for paper changes its height: that is no reason to draw it for the screen again.
let printing = false;
addEventListener('beforeprint', () => { printing = true; for (const element of shown) element[DRAW](PAPER); });
addEventListener('afterprint', () => { printing = false; for (const element of shown) element[DRAW](); });

let count = 0;

export class CityCompare extends HTMLElement {
  static version = BUILD.version;
  static observedAttributes = ATTRIBUTES;
  #name;
  #own;
  #widget;
  #near;
  #size;
  #ready;
  #get = (name) => this.getAttribute(name);

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    this.#promise();
  }

  connectedCallback() {
    if (this.#near) return;
    if (this.#ready.done) this.#promise();
    for (const name of [...ATTRIBUTES, 'options']) {
      // A value that was set before this script came hides the accessor: it is set again.
      if (Object.hasOwn(this, name)) { const value = this[name]; delete this[name]; this[name] = value; }
    }
    this.#name ??= this.id || `cc${count++ || ''}`;
    const panel = this.#panel('status', [make('div', '', { className: 'line' }), make('p', LOADING[this.#speaks()])]);
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#start();
    }, { rootMargin: NEAR });
    this.#near.observe(panel);
    // The observer calls back after the first frame only: what is near already does not wait for it.
    const { top, bottom, height } = panel.getBoundingClientRect();
    if (height && top < innerHeight + parseInt(NEAR, 10) && bottom > -parseInt(NEAR, 10)) this.#start();
  }

  disconnectedCallback() {
    // An element that is moved is disconnected and connected in one go: it keeps its state.
    queueMicrotask(() => { if (!this.isConnected) this.#stop(); });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || name === 'theme' && !this.#widget) return;
    if (name === 'src') this.#again();
    else this.#widget?.update(name, this.#get, this.#language());
  }

  /** Resolves with the element when the comparison is shown; rejects when it cannot be. */
  get ready() { return this.#ready.promise; }

  /** A dataset of the page's own, as an object or as JSON text; null for the one of `src`, or the five cities. */
  set dataset(value) {
    this.#own = value == null || typeof value === 'string' ? value : JSON.stringify(value);
    this.#again();
  }
  // Reading gives the data-* attributes, as of every element.
  get dataset() { return super.dataset; }

  /** The attributes that are set, as one object; assigning sets those that it names, null removes one. */
  get options() {
    return Object.fromEntries(ATTRIBUTES.filter((name) => this.hasAttribute(name)).map((name) => [name, this[name]]));
  }
  set options(values) { for (const name of ATTRIBUTES) if (name in values) this[name] = values[name]; }

  /** The shown figure as CSV text; undefined for a view without numbers. */
  exportCsv() { return this.#widget?.export('csv'); }

  /** The shown figure as SVG text; undefined for a view without numbers. */
  exportSvg() { return this.#widget?.export('svg'); }

  /** The shown figure as JSON text; undefined for a view without numbers. */
  exportJson() { return this.#widget?.export('json'); }

  /** The shown figure as a PNG picture of twice its size; undefined for a view without numbers. */
  async exportPng() {
    const svg = this.exportSvg();
    if (!svg) return undefined;
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    const image = Object.assign(new Image(), { src: address });
    await image.decode().finally(() => URL.revokeObjectURL(address));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
  }

  /** Opens the browser's print dialog for this element alone. */
  print() {
    const only = new CSSStyleSheet();
    const mark = 'data-city-compare-print';
    only.replaceSync(`${PAGES} [${mark}] { --city-compare-wide-page: city-compare-wide; }
      @media print { :not(:has([${mark}]), [${mark}], [${mark}] *, html, head, head *) { display: none !important; } }`);
    const marked = [];
    for (let node = this; node; node = node.getRootNode().host) {
      node.setAttribute(mark, '');
      marked.push([node, node.getRootNode()]);
      node.getRootNode().adoptedStyleSheets.push(only);
    }
    print();
    for (const [node, root] of marked) {
      node.removeAttribute(mark);
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((known) => known !== only);
    }
  }

  async #start() {
    const near = this.#near;
    near.disconnect();
    try {
      const glue = await load();
      const own = this.#own ?? (this.hasAttribute('src') ? await this.#fetch() : undefined);
      // Removed or started again in the meantime.
      if (near !== this.#near) return;
      const read = this.options;
      shown.add(this);
      const widget = await glue.open(this.shadowRoot, this.#name, this.#get, this.#language(), own);
      if (near !== this.#near) return void widget.free();
      this.shadowRoot.replaceChildren();
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.#widget = widget;
      widget.mount();
      // What the page changed while the widget was on its way.
      for (const name of ATTRIBUTES) if (read[name] !== this.options[name]) widget.update(name, this.#get, this.#language());
      widget.on_change((fragment, lang) => this.#changed(fragment, lang));
      this.#size = new ResizeObserver(([entry]) => { if (!printing) this.#widget?.resize(Math.round(entry.contentRect.width)); });
      this.#size.observe(this.shadowRoot.querySelector('.cc'));
      this.#settle('resolve', this);
      this.#tell('ready', { lang: widget.lang });
    } catch (error) {
      if (near === this.#near) this.#fail(ended ?? error ?? missed);
    }
  }

  #stop() {
    this.#near?.disconnect();
    this.#size?.disconnect();
    if (!ended) this.#widget?.free();
    shown.delete(this);
    this.#near = this.#size = this.#widget = undefined;
  }

  #again() {
    if (!this.#near) return;
    this.#stop();
    this.connectedCallback();
  }

  #promise() {
    this.#ready = {};
    this.#ready.promise = new Promise((resolve, reject) => { Object.assign(this.#ready, { resolve, reject }); });
    // The event and the panel tell it too.
    this.#ready.promise.catch(() => {});
  }

  #settle(how, value) {
    this.#ready[how](value);
    this.#ready.done = true;
  }

  #fetch() {
    return bring(new URL(this.getAttribute('src'), document.baseURI).href, async (address) => {
      const answer = await get(address);
      if (answer.headers.get('content-type')?.includes('html')) throw new Error('HTML');
      return answer.text();
    });
  }

  /** Writes the state behind the '#', beside what others keep there. */
  #changed(fragment, lang) {
    if (this.getAttribute('state') === 'url') {
      const others = location.hash.slice(1).split('&').filter((part) => part && !part.startsWith(`${this.#name}.`));
      const hash = [...others, fragment].filter(Boolean).join('&');
      const now = location.hash.slice(1);
      // What is typed into the search field is one step back, not one for each letter.
      const but = (text) => text.split('&').filter((part) => !part.startsWith(`${this.#name}.q=`)).join('&');
      const step = but(hash) === but(now) && now.includes(`${this.#name}.q=`) ? 'replaceState' : 'pushState';
      if (hash !== now) history[step](history.state, '', `#${hash}`);
    }
    this.#tell('change', { fragment, lang });
  }

  /** The language of the page around the element, across shadow roots. */
  #language() {
    for (let node = this.parentNode; node; node = node.parentNode ?? node.host) {
      const tag = node.getAttribute?.('lang');
      if (tag) return tag;
    }
    return navigator.language || 'ko';
  }

  #speaks() {
    const own = this.getAttribute('lang');
    return (own in LOADING ? own : this.#language()).startsWith('ko') ? 'ko' : 'en';
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`city-compare:${name}`, { detail, bubbles: true, composed: true }));
  }

  #panel(role, content) {
    const panel = make('div', content, { className: 'wait', lang: this.#speaks() });
    panel.setAttribute('role', role);
    panel.setAttribute('part', role === 'alert' ? 'failure' : 'loading');
    this.shadowRoot.adoptedStyleSheets = [waiting];
    // Under it stays what the page put inside the element.
    this.shadowRoot.replaceChildren(panel, document.createElement('slot'));
    return panel;
  }

  async #fail(error) {
    this.#size?.disconnect();
    shown.delete(this);
    this.#widget = undefined;
    const { explain } = BUILD.packed ?? await importModule(FILES.failure).catch(() => ({ explain: bare }));
    const context = { protocol: location.protocol, ...error?.context };
    const { cause, problems, ...said } = explain(error, context);
    const lang = this.#speaks();
    const part = (tongue) => make('div', said[tongue].map((text) => make('p', text)), { lang: tongue });
    const list = problems.map((problem) => make('li', problem));
    this.#panel('alert', [part(lang), part(lang === 'ko' ? 'en' : 'ko'), ...list.length ? [make('ul', list)] : []]);
    this.#settle('reject', error);
    this.#tell('error', { cause, message: said[lang].join(' '), problems });
  }

  [ENDED](error) { this.#fail(error); }

  /** Draws charts for paper of a width; without one, for the screen. */
  [DRAW](paper) {
    if (paper) this.#widget?.print(paper);
    else this.#widget?.resize(this.shadowRoot.querySelector('.cc').clientWidth);
  }
}

for (const name of ATTRIBUTES.filter((known) => known !== 'lang')) {
  Object.defineProperty(CityCompare.prototype, name, {
    configurable: true,
    enumerable: true,
    get() { return this.getAttribute(name) ?? ''; },
    set(value) { if (value == null) this.removeAttribute(name); else this.setAttribute(name, value); },
  });
}

const known = customElements.get('city-compare');
if (!known) customElements.define('city-compare', CityCompare);
else console.warn(`city-compare ${BUILD.version} is not used: version ${known.version} is already there. Load the script once.`);
