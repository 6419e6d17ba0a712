// <city-compare>: defines the element and loads the rest when it comes near the viewport.
// It is only an adapter: everything that a reader sees is made by the wasm module.

const NEAR = '600px';
const base = new URL('./', import.meta.url);
const OBSERVED = ['cities', 'view', 'field', 'item', 'year', 'unit', 'lang', 'theme', 'home', 'state', 'src'];

let module;
let sheet;
let count = 0;

/** Loads the glue, the wasm and the style sheet once for all instances. */
function load() {
  module ??= (async () => {
    const glue = await import(new URL('wasm/city-compare.js', base));
    await glue.default({ module_or_path: new URL('wasm/city-compare_bg.wasm', base) });
    sheet = new CSSStyleSheet();
    sheet.replaceSync(glue.styles());
    return glue;
  })();
  module.catch(() => { module = undefined; });
  return module;
}

const WORDS = {
  ko: { loading: '도시 비교 자료를 불러오는 중입니다.', failed: '도시 비교를 열지 못했습니다.' },
  en: { loading: 'Loading the comparison of cities.', failed: 'The comparison of cities could not be opened.' },
};

class CityCompare extends HTMLElement {
  static observedAttributes = OBSERVED;
  #widget;
  #near;
  #size;
  #settle;
  #get = (name) => this.getAttribute(name);

  /** Resolves when the comparison is shown. */
  ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });

  constructor() {
    super();
    this.ready.catch(() => {});
    this.attachShadow({ mode: 'open' });
  }

  connectedCallback() {
    if (this.#widget || this.#near) return;
    this.id ||= `cc${count++ || ''}`;
    this.#say('loading');
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#start();
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // An element that is moved is disconnected and connected in one go: it keeps its state.
    queueMicrotask(() => { if (!this.isConnected) this.#stop(); });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'theme') this.#theme();
    if (!this.#widget) return;
    if (name === 'src') { this.#stop(); this.connectedCallback(); return; }
    this.#widget.update(this.#get, this.#language());
  }

  async #start() {
    this.#near?.disconnect();
    try {
      const glue = await load();
      const own = this.hasAttribute('src') ? await this.#own() : undefined;
      if (!this.isConnected || this.#widget) return;
      this.shadowRoot.replaceChildren();
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.#theme();
      this.#widget = new glue.Widget(this.shadowRoot, this.id, this.#get, this.#language(), own);
      this.#widget.on_change((fragment, lang) => this.#changed(fragment, lang));
      this.#size = new ResizeObserver(([entry]) => this.#widget?.resize(Math.round(entry.contentRect.width)));
      this.#size.observe(this);
      this.#tell('ready', {});
      this.#settle.resolve(this);
    } catch (error) {
      this.#fail(error);
    }
  }

  #stop() {
    this.#near?.disconnect();
    this.#size?.disconnect();
    this.#widget?.free();
    this.#near = this.#size = this.#widget = undefined;
  }

  async #own() {
    return (await load()).fetch_dataset(new URL(this.getAttribute('src'), document.baseURI).href);
  }

  /** Writes the state behind the '#', beside what others keep there. */
  #changed(fragment, lang) {
    if (this.getAttribute('state') === 'url') {
      const others = location.hash.slice(1).split('&').filter((part) => part && !part.startsWith(`${this.id}.`));
      const hash = [...others, fragment].filter(Boolean).join('&');
      const now = location.hash.slice(1);
      // What is typed into the search field is one step back, not one for each letter.
      const but = (text) => text.split('&').filter((part) => !part.startsWith(`${this.id}.q=`)).join('&');
      const step = but(hash) === but(now) && now.includes(`${this.id}.q=`) ? 'replaceState' : 'pushState';
      if (hash !== now) history[step](history.state, '', `#${hash}`);
    }
    this.#tell('change', { fragment, lang });
  }

  #language() {
    return this.closest('[lang]')?.getAttribute('lang') || navigator.language || 'ko';
  }

  #theme() {
    const theme = this.getAttribute('theme');
    this.style.colorScheme = theme === 'light' || theme === 'dark' ? theme : '';
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`city-compare:${name}`, { detail, bubbles: true, composed: true }));
  }

  #say(key, details = []) {
    const lang = this.#language().startsWith('ko') ? 'ko' : 'en';
    const panel = document.createElement('div');
    panel.lang = lang;
    panel.setAttribute('role', key === 'failed' ? 'alert' : 'status');
    const text = document.createElement('p');
    text.textContent = WORDS[lang][key];
    panel.append(text);
    for (const detail of details) {
      const line = document.createElement('p');
      line.textContent = detail;
      panel.append(line);
    }
    panel.append(document.createElement('slot'));
    this.shadowRoot.replaceChildren(panel);
  }

  #fail(error) {
    const problems = Array.isArray(error) ? error : [String(error?.message ?? error)];
    this.#say('failed', problems);
    this.#tell('error', { problems });
    this.#settle.reject(error);
  }

  /** The shown figure as CSV text; undefined for a view without numbers. */
  exportCsv() { return this.#widget?.export('csv'); }
  /** The shown figure as SVG text; undefined for a view without numbers. */
  exportSvg() { return this.#widget?.export('svg'); }
  /** The shown figure as JSON text; undefined for a view without numbers. */
  exportJson() { return this.#widget?.export('json'); }
  /** The shown figure as a PNG of twice the SVG's size: a promise of a Blob, or of undefined without numbers. */
  async exportPng() {
    const svg = this.exportSvg();
    if (!svg) return undefined;
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    } finally {
      URL.revokeObjectURL(address);
    }
  }
}

if (!customElements.get('city-compare')) customElements.define('city-compare', CityCompare);
