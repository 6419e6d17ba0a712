// <city-compare> as a page meets it: attributes, properties, methods, events, slots, life and death, and what no page can break.
import { SCRIPT, TABS, expect, failing, site, test } from './page.mjs';

const one = (attributes = '', inside = '') => `${SCRIPT}<city-compare ${attributes}>${inside}</city-compare>`;
const element = (page, n = 0) => page.locator('city-compare').nth(n);
const shown = (page) => expect(page.locator('.cc-sentence').first()).toBeVisible();

test('attributes are reflected as properties, and changing one keeps the rest of the state', async ({ page }) => {
  await site(page, one('view="budgets" figure="press"'));
  await shown(page);
  await page.getByRole('button', { name: '주민 1인당', exact: true }).click();
  await page.evaluate(() => { window.before = document.querySelector('city-compare').shadowRoot.querySelector('.cc'); });
  const read = await element(page).evaluate((cc) => {
    cc.cities = ['yeosu', 'gwangju'];
    cc.theme = 'dark';
    return [cc.view, cc.getAttribute('cities'), cc.getAttribute('theme'), cc.unit, cc.options];
  });
  expect(read).toEqual(['budgets', 'yeosu,gwangju', 'dark', '', { cities: 'yeosu,gwangju', view: 'budgets', figure: 'press', theme: 'dark' }]);
  await expect(page.locator('.cc-chip-name')).toHaveText(['여수시', '광주광역시']);
  await expect(page.getByRole('button', { name: '주민 1인당', exact: true })).toHaveAttribute('aria-pressed', 'true');
  expect(await element(page).evaluate((cc) => cc.shadowRoot.querySelector('.cc') === window.before), 'not mounted again').toBe(true);
  await element(page).evaluate((cc) => { cc.options = { lang: 'en', theme: null, home: 'gwangju' }; });
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
  await expect(page.locator('.cc-chip-name')).toHaveText(['Gwangju', 'Yeosu']);
  await expect(page.locator('.cc-home')).toHaveText(/Gwangju/);
  expect(await element(page).getAttribute('theme')).toBe(null);
});

test('what a page sets before the script came is taken over', async ({ page }) => {
  await site(page, `<city-compare></city-compare><script src="early.js"></script>${SCRIPT}`, {
    files: { 'early.js': "document.querySelector('city-compare').view = 'sources'; document.querySelector('city-compare').options = { lang: 'en' };" },
  });
  await shown(page);
  expect(await element(page).getAttribute('view')).toBe('sources');
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
});

test('a bad value names the attribute, what was found and what is allowed, and shows the rest', async ({ page }) => {
  await site(page, one('view="maps" lang="en"'));
  await expect(page.getByRole('alert')).toContainText('Attribute view: “maps” is not allowed. Allowed: glance, visions, strategies, topics, budgets, sources, workbench.');
  await expect(page.locator('thead th')).toHaveCount(5);
});

test('events are told to the page: ready, change and error bubble out of shadow roots with their details', async ({ page }) => {
  await site(page, `<div id="host"></div><script src="listen.js"></script>${SCRIPT}`, {
    files: { 'listen.js': `
      window.told = [];
      for (const name of ['ready', 'change', 'error']) {
        document.addEventListener('city-compare:' + name, (event) => told.push([name, event.detail, event.bubbles && event.composed]));
      }
      host.attachShadow({ mode: 'open' }).innerHTML = '<city-compare lang="en"></city-compare>';` },
  });
  await shown(page);
  await page.getByRole('button', { name: 'Budgets', exact: true }).click();
  await expect(page.locator('figure')).toBeVisible();
  await page.locator('city-compare').evaluate((cc) => { cc.data = '{}'; });
  await expect(page.getByRole('alert')).toBeVisible();
  const told = await page.evaluate(() => window.told);
  expect(told.every(([, , composed]) => composed)).toBe(true);
  expect(told[0].slice(0, 2)).toEqual(['ready', { lang: 'en' }]);
  expect(told[1][0]).toBe('change');
  expect(told[1][1].fragment).toContain('cc.view=budgets');
  expect(told.at(-1)[0]).toBe('error');
  expect(told.at(-1)[1]).toMatchObject({ cause: 'dataset', message: expect.stringContaining('problems') });
});

test('ready resolves with the element, and rejects when it cannot be shown', async ({ page }) => {
  await site(page, one());
  expect(await element(page).evaluate(async (cc) => (await cc.ready) === cc)).toBe(true);
  const refused = await element(page).evaluate(async (cc) => {
    cc.data = '[]';
    return cc.ready.then(() => 'shown', () => 'refused');
  });
  expect(refused).toBe('refused');
  const again = await element(page).evaluate(async (cc) => { cc.data = null; return (await cc.ready) === cc; });
  expect(again).toBe(true);
});

test('the language is that of the page around it, across shadow roots', async ({ page }) => {
  await site(page, `<section lang="en"><div id="host"></div></section><script src="nest.js"></script>${SCRIPT}`, {
    files: { 'nest.js': "host.attachShadow({ mode: 'open' }).innerHTML = '<p><city-compare lang=\"auto\"></city-compare></p>';" },
  });
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
});

test('exports: CSV, SVG and a PNG picture of twice its size; nothing for a view without numbers', async ({ page }) => {
  await site(page, one('view="budgets"'));
  await shown(page);
  const got = await element(page).evaluate(async (cc) => {
    const png = await cc.exportPng();
    const picture = await createImageBitmap(png);
    return [cc.exportCsv(), cc.exportSvg(), png.type, picture.width];
  });
  expect(got[0]).toContain('광양');
  expect(got[1]).toMatch(/^<svg|^<\?xml/);
  expect(got.slice(2)).toEqual(['image/png', 1920]);
  const none = await element(page).evaluate(async (cc) => {
    cc.view = 'visions';
    return [cc.exportCsv(), cc.exportSvg(), await cc.exportPng()];
  });
  expect(none).toEqual([undefined, undefined, undefined]);
});

test('print opens the dialog for this element alone', async ({ page }) => {
  await site(page, `<h1>News</h1>${one('view="budgets"')}<p>Imprint</p>`);
  await shown(page);
  await page.emulateMedia({ media: 'print' });
  const seen = await element(page).evaluate((cc) => {
    let seen;
    // As a browser does: it says when it begins and when it is done.
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      seen = ['h1', 'city-compare', 'body > p'].map((name) => getComputedStyle(document.querySelector(name)).display);
      dispatchEvent(new Event('afterprint'));
    };
    cc.print();
    return [...seen, getComputedStyle(document.querySelector('h1')).display, document.adoptedStyleSheets.length];
  });
  expect(seen).toEqual(['none', 'block', 'none', 'block', 0]);
});

test('print before it is shown opens the dialog when it is', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => { window.printed = document.querySelector('city-compare').shadowRoot.querySelectorAll('.cc').length; };
  });
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route('**/*_bg.wasm', async (route) => { await held; await route.continue(); });
  await site(page, one());
  await expect(page.locator('[part=loading]')).toBeVisible();
  expect(await element(page).evaluate((cc) => { cc.print(); return window.printed; })).toBe(undefined);
  go();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
});

test('what the page puts in the slots heading and footer is shown in their place', async ({ page }) => {
  await site(page, one('', '<h1 slot="heading">우리 시의 비교</h1><a slot="footer" href="#more">더 보기</a>'));
  await shown(page);
  await expect(page.getByRole('heading', { level: 1, name: '우리 시의 비교' })).toBeVisible();
  await expect(page.locator('.cc-title')).not.toBeVisible();
  await expect(page.getByRole('link', { name: '더 보기' })).toBeVisible();
});

test('parts and custom properties style it from outside', async ({ page }) => {
  await site(page, `<link rel="stylesheet" href="theme.css">${one('view="budgets"')}`, {
    files: { 'theme.css': 'city-compare { --city-compare-accent: rgb(1, 2, 3); } city-compare::part(figure) { outline: 7px solid rgb(4, 5, 6); }' },
  });
  await shown(page);
  expect(await page.locator('figure').evaluate((figure) => getComputedStyle(figure).outlineWidth)).toBe('7px');
  const tab = page.locator('.cc-tab[aria-current]');
  expect(await tab.evaluate((chosen) => getComputedStyle(chosen).borderBottomColor)).toBe('rgb(1, 2, 3)');
});

test('two instances keep two states', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare view="budgets"></city-compare><city-compare view="sources" lang="en"></city-compare>`);
  await expect(page.locator('.cc')).toHaveCount(2);
  await expect(page.locator('figure')).toHaveCount(1);
  await element(page, 1).locator('.cc-tab').first().click();
  await expect(element(page, 0).locator('figure')).toBeVisible();
  await expect(element(page, 1).locator('.cc')).toHaveAttribute('lang', 'en');
});

test('moved in the page it keeps its state; removed it frees everything', async ({ page }) => {
  await site(page, `${one()}<section></section>`);
  await shown(page);
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await element(page).evaluate((cc) => document.querySelector('section').append(cc));
  await expect(page.locator('figure')).toBeVisible();
  await element(page).evaluate(async (cc) => {
    window.kept = cc;
    cc.remove();
    await Promise.resolve();
  });
  expect(await page.evaluate(() => [window.kept.shadowRoot.querySelector('.cc'), window.kept.exportCsv()])).toEqual([null, undefined]);
  await page.evaluate(() => document.body.append(window.kept));
  await shown(page);
});

test('loaded twice, in two versions, it warns once and works', async ({ page }) => {
  const warnings = [];
  page.on('console', (message) => { if (message.type() === 'warning') warnings.push(message.text()); });
  await site(page, `${SCRIPT}<script type="module" src="city-compare.js?v=2"></script><city-compare></city-compare>`);
  await shown(page);
  await page.waitForTimeout(100);
  expect(warnings).toEqual([expect.stringMatching(/^city-compare \S+ is not used: version \S+ is already there/)]);
});

test('space is kept before it loads: nothing in the window moves', async ({ page }) => {
  await site(page, `<link rel="stylesheet" href="page.css"><h1>News</h1>${one('view="budgets"')}<p>Imprint</p>`, {
    files: { 'page.css': 'city-compare:not(:defined) { display: block; min-height: 100vh; }' }, // until the script is there
  });
  await page.evaluate(() => {
    window.shift = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) { window.shift += entry.value; (window.moved ??= []).push(...entry.sources.map(({ node, previousRect: a, currentRect: b }) => `${node?.nodeName}.${node?.className} ${a.y},${a.height} -> ${b.y},${b.height}`)); } }).observe({ type: 'layout-shift', buffered: true });
  });
  await shown(page);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => [window.shift < 0.001, window.moved ?? []])).toEqual([true, []]);
});

test('nothing is loaded before it nears the window; a line shows while it loads, at rest for who asks for rest', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/*.wasm', async (route) => { await held; await route.continue(); });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await site(page, `<link rel="stylesheet" href="far.css"><div class="far"></div>${one()}`, { files: { 'far.css': '.far { height: 4000px }' } });
  const line = page.locator('city-compare .line');
  const animation = () => line.evaluate((bar) => getComputedStyle(bar, '::before').animationName);
  await expect(line).toBeAttached();
  await page.waitForTimeout(200);
  expect(asked.filter((path) => path.includes('wasm'))).toEqual([]);
  await element(page).evaluate((cc) => cc.scrollIntoView());
  await expect(page.getByRole('status')).toContainText('불러오는 중');
  expect(await animation()).toBe('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await animation()).toBe('go');
  release();
  await shown(page);
  await expect(line).toHaveCount(0);
});

const HOSTILE = '* { all: unset !important; font-size: 40px !important; box-sizing: content-box !important; direction: rtl !important; }';

test('in a modal dialog it is loaded when the dialog opens, and the keyboard reaches it', async ({ page }) => {
  const asked = [];
  page.on('request', (request) => { if (request.url().endsWith('.wasm')) asked.push(request.url()); });
  await site(page, `${SCRIPT}<link rel="stylesheet" href="page.css"><dialog><city-compare></city-compare></dialog>`, {
    files: { 'page.css': 'dialog { width: 90vw; }' }, // the widget takes the width that it is given, and has none of its own
  });
  await page.evaluate(() => customElements.whenDefined('city-compare').then(() => new Promise((resolve) => { setTimeout(resolve, 300); })));
  expect(asked, 'while the dialog is closed').toEqual([]);
  await page.locator('dialog').evaluate((dialog) => dialog.showModal());
  await shown(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('city-compare :focus')).toHaveCount(1);
});

for (const [place, body] of [
  ['in the page', '<city-compare view="budgets" theme="light"></city-compare>'],
  ['in a dialog', '<dialog open><city-compare view="budgets" theme="light"></city-compare></dialog>'],
  ['in another shadow root', '<div id="host"></div>'],
]) {
  test(`a hostile style sheet changes no pixel ${place}`, async ({ page }) => {
    await page.setViewportSize({ width: 1000, height: 900 });
    const pictures = [];
    for (const sheet of ['body, dialog { margin: 0; padding: 0; border: 0; width: 1000px; } dialog { max-width: none; position: static; }', HOSTILE]) {
      await site(page, `${body}<script src="nest.js"></script>${SCRIPT}<link rel="stylesheet" href="page.css">`, {
        files: {
          'page.css': `${sheet} html, body, dialog, div { display: block !important; } script, link, head { display: none !important; }`,
          'nest.js': `document.querySelector('#host')?.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('city-compare'), { id: 'n' }));
            document.querySelector('#host')?.shadowRoot.firstChild.setAttribute('view', 'budgets');
            document.querySelector('#host')?.shadowRoot.firstChild.setAttribute('theme', 'light');
            document.querySelector('#host')?.shadowRoot.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'page.css' }));`,
        },
      });
      await shown(page);
      await page.waitForTimeout(300);
      pictures.push(await page.locator('.cc').screenshot());
      await page.unrouteAll();
    }
    expect(pictures[0].equals(pictures[1])).toBe(true);
  });
}

/** What a page's storage holds. */
const kept = (page) => page.evaluate(async () => [
  document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, await caches.keys(),
  (await navigator.serviceWorker.getRegistrations()).length,
]);

test('no cookies and no storage; only with state="url" the language is remembered', async ({ page }) => {
  await site(page, one());
  await shown(page);
  await page.getByRole('button', { name: 'English' }).click();
  for (const view of ['strategies', 'budgets', 'sources']) {
    await element(page).evaluate((cc, name) => { cc.view = name; }, view);
    await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
  }
  expect(await kept(page)).toEqual(['', 0, 0, 0, [], 0]);
  expect(new URL(page.url()).hash).toBe('');
  await site(page, one('state="url"'));
  await shown(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
  expect(await kept(page)).toEqual(['', 1, 0, 0, [], 0]);
});

test('links leave only to http and https, and tell the other page nothing', async ({ page }) => {
  await site(page, one('view="sources"'));
  await shown(page);
  const links = await page.locator('.cc a').evaluateAll((all) => all.map((link) => [link.protocol, link.rel]));
  for (const [protocol, rel] of links.filter(([, rel]) => rel)) {
    expect(['http:', 'https:']).toContain(protocol);
    expect(rel).toBe('noopener noreferrer');
  }
  expect(links.length).toBeGreaterThan(0);
});

/** Every string of a dataset that is not an id or a word of the format, changed. */
function hostile(value, change, key = '') {
  if (Array.isArray(value)) return value.map((entry) => hostile(entry, change, key));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, hostile(entry, change, name)]));
  return typeof value === 'string' && ['ko', 'en'].includes(key) ? change(value) : value;
}

test('a dataset’s strings are text, never markup, in every view and in what is taken along', async ({ page, baseURL }) => {
  const plain = await (await fetch(new URL('examples/own-dataset.json', baseURL))).json();
  const dataset = hostile(plain, (text) => `${text}<img src=x onerror=hacked=1><b class=bold>&amp;</b>`);
  await site(page, one());
  await shown(page);
  await element(page).evaluate((cc, own) => { cc.data = own; return cc.ready.catch((problems) => { throw new Error(problems); }); }, dataset);
  for (const view of ['glance', 'visions', 'strategies', 'topics', 'budgets', 'sources']) {
    await element(page).evaluate((cc, name) => { cc.view = name; }, view);
    await expect(page.locator('.cc-tab[aria-current]')).toHaveText(TABS[view]);
    await expect(page.locator('.cc')).toContainText('<b class=bold>&amp;</b>');
    await expect(page.locator('city-compare').locator('img, .bold')).toHaveCount(0);
  }
  const svg = await element(page).evaluate((cc) => { cc.view = 'budgets'; return cc.exportSvg(); });
  expect(svg).not.toMatch(/<(img|b)[ >]/);
  expect(await page.evaluate(() => window.hacked)).toBe(undefined);
});

test('an address in a dataset that is not http or https is no link', async ({ page, baseURL }) => {
  const dataset = await (await fetch(new URL('examples/own-dataset.json', baseURL))).json();
  const addresses = ['javascript:hacked=1', 'data:text/html,x', 'ftp://a.example/x', ' javascript:hacked=1', '//a.example/x'];
  await site(page, one('view="sources"'));
  await shown(page);
  for (const address of addresses) {
    const own = structuredClone(dataset);
    for (const document of own.documents) document.url = address;
    const outcome = await element(page).evaluate((cc, data) => { cc.data = data; return cc.ready.then(() => 'shown', () => 'refused'); }, own);
    const links = await page.locator('city-compare a').evaluateAll((all) => all.map((link) => link.href));
    expect(links.filter((href) => !/^https?:/.test(href) && !href.includes('#')), `${address}: ${outcome}`).toEqual([]);
  }
  for (const document of dataset.documents) document.url = 'https://a.example/x?a=1&b="><b>';
  await element(page).evaluate((cc, data) => { cc.data = data; return cc.ready.catch(() => {}); }, dataset);
  expect(await page.locator('city-compare').locator('b').count()).toBe(0);
});
