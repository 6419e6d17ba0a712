// What other people's pages do to the element: their frameworks, policies, encodings, documents, printers and browsers.
import { POLICY, SCRIPT, TABS, expect, failing, site, test } from './page.mjs';

const one = (attributes = '') => `${SCRIPT}<city-compare ${attributes}></city-compare>`;
const element = (page, n = 0) => page.locator('city-compare').nth(n);
const shown = (page) => expect(page.locator('.cc-sentence').first()).toBeVisible();

/** Answers for a page of another kind than `site` makes. */
async function answer(page, { name = 'site.html', contentType = 'text/html; charset=utf-8', headers = {}, body }) {
  await page.route(`**/${name}`, (route) => route.fulfill({ contentType, headers, body }));
  await page.goto(name);
}

test('options may be null or undefined, as frameworks write what is not there: what they set before is taken back', async ({ page }) => {
  await site(page, one('lang="en"'));
  await shown(page);
  const read = await element(page).evaluate((cc) => {
    const seen = [];
    for (const options of [undefined, null, { view: 'budgets', home: 'jeonju' }, undefined]) {
      cc.options = options;
      seen.push(cc.options);
    }
    return seen;
  });
  expect(read).toEqual([{ lang: 'en' }, { lang: 'en' }, { lang: 'en', view: 'budgets', home: 'jeonju' }, { lang: 'en' }]);
});

test('data that is set before the script came is taken over, and `dataset` is the one of every element', async ({ page, baseURL }) => {
  const own = await (await fetch(new URL('examples/own-dataset.json', baseURL))).text();
  await site(page, `<city-compare data-from="cms"></city-compare><script src="early.js"></script>${SCRIPT}`, {
    files: { 'early.js': `document.querySelector('city-compare').data = ${own};` },
  });
  await shown(page);
  await expect(page.locator('.cc-chip-name')).toHaveCount(2);
  await expect(page.locator('.cc')).not.toContainText('광양시');
  expect(await element(page).evaluate((cc) => [typeof cc.data, cc.dataset.from])).toEqual(['object', 'cms']);
});

test('data that a server wrote into the page as text is read', async ({ page, baseURL }) => {
  const own = await (await fetch(new URL('examples/own-dataset.json', baseURL))).json();
  await site(page, one(`data='${JSON.stringify(own).replaceAll("'", '&#39;')}'`));
  await shown(page);
  await expect(page.locator('.cc-chip-name')).toHaveCount(2);
});

test('a bad dataset and then a good one: the message of the first does not come over the second', async ({ page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/city-compare-failure.js', async (route) => { await held; await route.continue(); });
  await site(page, one());
  await shown(page);
  const outcome = element(page).evaluate(async (cc) => {
    const told = [];
    cc.addEventListener('city-compare:error', () => told.push('error'));
    cc.data = '[]';
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    cc.data = null;
    await cc.ready;
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    return [told, Boolean(cc.shadowRoot.querySelector('.cc')), cc.shadowRoot.querySelector('[role=alert]')];
  });
  await page.waitForTimeout(2500);
  release();
  expect(await outcome).toEqual([[], true, null]);
});

for (const tag of ['ko-KR', 'KO', 'ko_KR']) {
  failing(`on a page in English, the panel speaks Korean for lang="${tag}"`, async ({ page }) => {
    await page.route('**/*_bg.wasm', () => {}); // never answered
    await site(page, one(`lang="${tag}"`), { lang: 'en' });
    await expect(page.getByRole('status')).toContainText('불러오는 중입니다.');
  });
}

for (const [name, tag] of [['EN-us', 'en'], ['KO', 'ko']]) {
  failing(`the page's own language may be written ${name}`, async ({ page }) => {
    await page.route('**/*_bg.wasm', () => {});
    await site(page, one(), { lang: name });
    await expect(page.locator('city-compare .wait')).toHaveAttribute('lang', tag);
  });
}

/* Encodings and kinds of documents. */

failing('in a page in EUC-KR, scripts that come without an encoding speak Korean', async ({ page, request }) => {
  const script = await (await request.get('city-compare.bundle.js')).body();
  expect(script.every((byte) => byte < 128), 'the bundle is letters of ASCII').toBe(true);
  await page.route('**/city-compare.bundle.js', (route) => route.fulfill({ contentType: 'application/javascript', body: script }));
  const body = Buffer.from('<!doctype html><html lang="ko"><head><meta charset="euc-kr"><link rel="icon" href="data:,"></head><body><city-compare data="{}"></city-compare><script defer src="city-compare.bundle.js"></script></body></html>');
  await answer(page, { contentType: 'text/html; charset=euc-kr', body });
  await expect(page.getByRole('alert')).toContainText('도시 비교를 열지 못했습니다.');
});

test('every published script is letters of ASCII', async ({ request }) => {
  const names = Object.keys(await (await request.get('integrity.json')).json()).filter((name) => name.endsWith('.js'));
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) expect((await (await request.get(name)).body()).every((byte) => byte < 128), name).toBe(true);
});

const XHTML = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="ko"><head><title>x</title><link rel="icon" href="data:,"/></head><body><script src="city-compare.bundle.js" defer="defer"></script><city-compare view="budgets"></city-compare></body></html>';

test('in a page that is sent as XHTML, where Chromium runs no modules, the bundle is shown', async ({ page }) => {
  await answer(page, { name: 'site.xhtml', contentType: 'application/xhtml+xml', body: XHTML });
  await shown(page);
  await page.getByRole('button', { name: '자료와 출처', exact: true }).click();
  await expect(page.locator('.cc-tab[aria-current]')).toHaveText('자료와 출처');
});

failing('and its panel is made of elements of HTML', async ({ page }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await answer(page, { name: 'site.xhtml', contentType: 'application/xml', body: XHTML });
  await expect(page.getByRole('alert')).toContainText('WebAssembly');
  expect(await page.locator('city-compare .wait').evaluate((panel) => panel instanceof HTMLDivElement)).toBe(true);
});

/* Policies. */

test('a policy of nonces alone, without ‘self’ for scripts', async ({ page }) => {
  const policy = "default-src 'none'; script-src 'nonce-abc' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data: blob:";
  await site(page, one('view="budgets"').replace('<script', '<script nonce="abc"'), { policy });
  await shown(page);
  await expect(page.locator('figure')).toBeVisible();
});

failing('what a policy would refuse if it were in force is not the cause of a missing file', async ({ page }) => {
  await page.route('**/*_bg.wasm', (route) => route.fulfill({ status: 404, body: 'no' }));
  await page.route('**/site.html', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy-report-only': "connect-src 'none'; script-src 'self'" },
    body: `<!doctype html><html lang="ko"><head><link rel="icon" href="data:,"></head><body>${one()}</body></html>`,
  }));
  await page.goto('site.html');
  await expect(page.getByRole('alert')).toContainText('서버의 답이 404입니다');
});

test('violations of the policy are listened to while something loads, and no longer', async ({ page }) => {
  await page.addInitScript(() => {
    window.listening = new Set();
    for (const [name, change] of [['addEventListener', 'add'], ['removeEventListener', 'delete']]) {
      const kept = document[name];
      document[name] = function counted(type, listener, ...rest) {
        if (type === 'securitypolicyviolation') window.listening[change](listener);
        window.listened ||= window.listening.size > 0;
        return kept.call(this, type, listener, ...rest);
      };
    }
  });
  await site(page, `${SCRIPT}<city-compare></city-compare>`);
  await page.evaluate(() => document.querySelector('city-compare').ready);
  await expect.poll(() => page.evaluate(() => [window.listened, window.listening.size])).toEqual([true, 0]);
});

test('the app registers its worker under a policy that requires Trusted Types', async ({ page, browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, serviceWorkers: 'allow' });
  const app = await context.newPage();
  const headers = { 'content-security-policy': `${POLICY}; manifest-src 'self'; trusted-types city-compare; require-trusted-types-for 'script'` };
  await app.route('**/index.html', async (route) => {
    const answered = await route.fetch();
    await route.fulfill({ response: answered, headers: { ...answered.headers(), ...headers } });
  });
  const warned = [];
  app.on('console', (message) => { if (message.type() === 'warning') warned.push(message.text()); });
  await app.goto('index.html');
  // What the app waits for, whatever the widget says of this policy.
  await app.evaluate(() => customElements.whenDefined('city-compare').then(() => {
    document.querySelector('main > city-compare').dispatchEvent(new CustomEvent('city-compare:ready', { bubbles: true, detail: { lang: 'ko' } }));
  }));
  await expect.poll(() => app.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(1);
  expect(warned).toEqual([]);
  await context.close();
});

/* Old browsers. */

test('a browser that knows no preload of modules imports without it', async ({ page }) => {
  await page.addInitScript(() => {
    const { supports } = DOMTokenList.prototype;
    DOMTokenList.prototype.supports = function known(token) { return token !== 'modulepreload' && supports.call(this, token); };
    const { append } = Element.prototype;
    // Nothing is loaded, and nothing is told.
    Element.prototype.append = function appended(...nodes) {
      for (const node of nodes) if (node instanceof HTMLLinkElement && node.rel === 'modulepreload') node.rel = 'unknown';
      append.apply(this, nodes);
    };
  });
  await site(page, one());
  await shown(page);
});

failing('after 20 seconds the panel says which file has not come', async ({ page }) => {
  await page.clock.install();
  await page.route('**/*_bg.wasm', () => {}); // never answered
  await site(page, one());
  const panel = page.getByRole('status');
  await expect(panel).toContainText('불러오는 중입니다.');
  await page.clock.runFor(19_000);
  await expect(panel).not.toContainText('.wasm');
  await page.clock.runFor(2_000);
  await expect(panel).toContainText('/wasm/city-compare_bg.wasm');
});

test('a browser without constructed style sheets is dressed by a style element', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor'); } };
  });
  await site(page, one().replace('<script', '<script nonce="abc"'), { policy: POLICY.replace("style-src 'self'", "style-src 'nonce-abc'") });
  await shown(page);
  expect(await page.locator('.cc-tab').first().evaluate((tab) => getComputedStyle(tab).cursor)).toBe('pointer');
});

failing('and where the policy forbids that element, it says so', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor'); } };
  });
  await site(page, one());
  await expect(page.getByRole('alert')).toContainText('style-src');
});

/* Other documents. */

test('moved into the document of a frame it keeps its looks, before it is shown and after', async ({ page }) => {
  await site(page, `${one('view="budgets"')}<iframe title="other" width="1000" height="800"></iframe>`);
  await shown(page);
  const looks = () => element(page).evaluate((cc) => getComputedStyle(cc.shadowRoot.querySelector('.cc-tab')).minHeight);
  const before = await looks();
  expect(parseFloat(before)).toBeGreaterThan(40);
  const moved = await page.evaluate(async () => {
    const cc = document.querySelector('city-compare');
    const frame = document.querySelector('iframe').contentDocument;
    frame.body.append(cc);
    const late = document.createElement('city-compare');
    frame.body.prepend(late);
    await late.ready;
    const style = (one) => getComputedStyle(one.shadowRoot.querySelector('.cc-tab')).minHeight;
    return [style(cc), style(late), cc.shadowRoot.querySelectorAll('figure').length];
  });
  expect(moved).toEqual([before, before, 1]);
});

test('moved into another document while it loads it is shown there', async ({ page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/*_bg.wasm', async (route) => { await held; await route.continue(); });
  await site(page, `${one()}<iframe title="other" width="1000" height="800"></iframe>`);
  await expect(page.getByRole('status')).toBeVisible();
  await page.evaluate(() => { document.querySelector('iframe').contentDocument.body.append(document.querySelector('city-compare')); });
  release();
  await expect(page.frameLocator('iframe').locator('.cc-sentence')).toBeVisible();
});

/* Paper. */

test('where print() comes back before anything is printed, the rest of the page stays hidden until it is done', async ({ page }) => {
  await site(page, `<h1>News</h1>${one('view="budgets"')}`);
  await shown(page);
  await page.emulateMedia({ media: 'print' });
  const seen = await element(page).evaluate((cc) => new Promise((resolve) => {
    const display = () => getComputedStyle(document.querySelector('h1')).display;
    const displays = [];
    window.print = () => {
      setTimeout(() => {
        dispatchEvent(new Event('beforeprint'));
        displays.push(display());
        dispatchEvent(new Event('afterprint'));
        displays.push(display(), document.adoptedStyleSheets.length, cc.hasAttribute('data-city-compare-print'));
        resolve(displays);
      }, 100);
    };
    cc.print();
    displays.push(display());
  }));
  expect(seen).toEqual(['none', 'none', 'block', 0, false]);
});

/* Other programs of the page. */

test('a trap of another module, whose address has our name in its path, is not ours', async ({ page }) => {
  await site(page, `${one()}<script type="module" src="city-compare-of-others/trap.js"></script>`, {
    files: { 'trap.js': `
      const bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,116,0,0,10,5,1,3,0,0,11]);
      const { instance } = await WebAssembly.instantiate(bytes);
      window.trap = () => setTimeout(() => instance.exports.t());` },
  });
  await shown(page);
  page.on('pageerror', () => {});
  await page.evaluate(() => {
    addEventListener('error', (event) => { window.trapped = event.error instanceof WebAssembly.RuntimeError && event.error.stack; event.preventDefault(); });
    window.trap();
  });
  await expect.poll(() => page.evaluate(() => window.trapped)).toContain('city-compare-of-others');
  await page.waitForTimeout(200);
  await expect(page.locator('.cc')).toHaveCount(1);
});

failing('the missing file’s message names the type map of servers that hide what they do not know', async ({ page }) => {
  await page.route('**/*_bg.wasm', (route) => route.fulfill({ status: 404, body: 'no' }));
  await site(page, one());
  await expect(page.getByRole('alert')).toContainText('web.config');
  await expect(page.getByRole('alert')).toContainText("import 'city-compare/bundle'");
});

test('dist holds what tells Apache and IIS the types', async ({ request }) => {
  for (const name of ['web.config', '.htaccess']) {
    const text = await (await request.get(name)).text();
    for (const type of ['.wasm', '.webmanifest', 'application/wasm', 'application/manifest+json']) expect(text, name).toContain(type);
  }
});

test('the manifest names every part, slot and custom property that there is', async ({ page, request }) => {
  const [described] = (await (await request.get('custom-elements.json')).json()).modules[0].declarations;
  const names = (list) => described[list].map(({ name }) => name).sort();
  const found = { parts: new Set(['loading', 'failure']), slots: new Set(['']) };
  await site(page, one('item="gwangyang-5-4"'));
  await shown(page);
  for (const view of ['glance', 'visions', 'strategies', 'topics', 'budgets', 'sources']) {
    await element(page).evaluate((cc, name) => { cc.view = name; if (name === 'strategies') cc.item = 'gwangyang-5-4'; }, view);
    await expect(page.locator('.cc-tab[aria-current]')).toHaveText(TABS[view]);
    if (view === 'strategies') await expect(page.locator('.cc-item')).toBeVisible();
    if (view === 'budgets') await expect(page.locator('figure')).toBeVisible();
    const source = page.locator('.cc-source').first();
    if (view === 'visions') { await source.click(); await expect(page.locator('.cc-panel')).toBeVisible(); }
    const [parts, slots] = await element(page).evaluate((cc) => ['part', 'slot'].map((kind) => (kind === 'part'
      ? [...cc.shadowRoot.querySelectorAll('[part]')].flatMap((one) => [...one.part]) : [...cc.shadowRoot.querySelectorAll('slot')].map(({ name }) => name))));
    for (const name of parts) found.parts.add(name);
    for (const name of slots) found.slots.add(name);
  }
  expect(names('cssParts')).toEqual([...found.parts].sort());
  expect(names('slots')).toEqual([...found.slots].sort());
  const sheet = await (await request.get('city-compare.css')).text();
  const read = [...`${sheet} var(--city-compare-reserve,`.matchAll(/var\((--city-compare-[a-z]+),/g)].map(([, name]) => name);
  expect(names('cssProperties')).toEqual([...new Set(read)].sort());
  expect(names('attributes')).toEqual(await page.evaluate(() => [...customElements.get('city-compare').observedAttributes].sort()));
});
