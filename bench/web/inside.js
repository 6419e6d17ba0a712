// Put into every page before its own scripts, without being loaded over the network: what is painted, and when.
(() => {
  /** The time right after the next frame was drawn: a message that is sent in its last callback comes behind its painting. */
  const frame = () => new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { port1.close(); resolve(performance.now()); };
      port2.postMessage(0);
    });
  });

  /** Whether a part of our widget is still on its way. */
  const waits = () => document.querySelector('city-compare')?.shadowRoot.querySelector('.cc-waiting');

  /** Milliseconds from a call to the frame that shows what it did: not the frame that says that it will come. */
  const timed = async (work) => {
    await frame(); // every call begins at the same place between two frames
    const start = performance.now();
    await work();
    let end = await frame();
    while (waits()) end = await frame();
    return end - start;
  };

  // The wasm module's memory, which the glue keeps to itself.
  let memory;
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      memory = (made.instance ?? made).exports.memory ?? memory;
      return made;
    };
  }

  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration }))))
    .observe({ type: 'longtask', buffered: true });

  // A page of a library sets `bench`; ours has the element's own promise.
  const painted = new Promise((resolve, reject) => {
    let page;
    Object.defineProperty(window, 'bench', { get: () => page, set: (value) => { page = value; value.ready.then(frame).then(resolve, reject); } });
    customElements.whenDefined('city-compare').then(() => document.querySelector('city-compare').ready).then(frame).then(resolve, reject);
  });

  const root = () => document.querySelector('city-compare').shadowRoot;
  const need = (selector, place = 0) => {
    const found = root().querySelectorAll(selector)[place];
    if (!found) throw new Error(`the widget has no ${selector} at place ${place}`);
    return found;
  };
  const tell = (element, event) => element.dispatchEvent(new Event(event, { bubbles: true }));
  const VIEWS = ['visions', 'strategies', 'budgets', 'sources'];

  /** What a reader does, as the events that a browser sends. */
  const acts = {
    view: (name) => need('.cc-tab', VIEWS.indexOf(name)).click(),
    remove: () => need('.cc-chip-button:last-child', root().querySelectorAll('.cc-chip').length - 1).click(),
    add: () => { const list = need('.cc-add'); list.selectedIndex = 1; tell(list, 'change'); },
    segment: (place) => need('.cc-segment', place).click(),
    year: () => { const list = need('.cc-pair select'); list.selectedIndex = (list.selectedIndex + 1) % list.options.length; tell(list, 'change'); },
    filter: (place) => { const list = need('.cc-filters select'); list.selectedIndex = place; tell(list, 'change'); },
    focus: () => need('input[type=search]').focus(),
    search: (text) => { const field = need('input[type=search]'); field.value = text; tell(field, 'input'); },
  };

  window.inside = {
    painted,
    frame,
    timed,
    act: (name, argument) => timed(() => acts[name](argument)),
    do: (name, argument) => acts[name](argument),
    /** The longest task since a time, 0 if none was longer than 50 ms. */
    longest: (since) => Math.max(0, ...long.filter(({ startTime }) => startTime >= since).map(({ duration }) => duration)),
    wasm: () => memory?.buffer.byteLength ?? 0,
  };
})();
