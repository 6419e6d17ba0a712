// Pages as they are: old, strict, translated, without https, with rules of their own. In each, a reader walks the same short way:
// every view, an export, a copy, an item. What differs is the page around the widget.
import { readFile } from 'node:fs/promises';
import { hosted } from './host.mjs';
import { expect, failing as test, POLICY, SCRIPT, takeAlong, watch } from './page.mjs';

const SITE = 'https://site.example';
const TYPES = { css: 'text/css', js: 'text/javascript', json: 'application/json', html: 'text/html; charset=utf-8', wasm: 'application/wasm' };
const WIDGET = '<city-compare state="url"></city-compare>';

/**
 * Serves dist at an origin of its own, and this page in it. `type` and `policy` are the page's headers; `files` are texts by
 * path, or functions that change the file of dist; `scripts` is the type that the host sends scripts with.
 */
async function visit(page, baseURL, { origin = SITE, path = '/site.html', body = '', head = '', type = TYPES.html, policy = POLICY, files = {}, scripts = TYPES.js, lang = 'ko', document } = {}) {
  const said = watch(page, [origin]);
  const whole = document ?? `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}</head><body>${body || SCRIPT + WIDGET}</body></html>`;
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === path) return route.fulfill({ contentType: type, headers: policy ? { 'content-security-policy': policy } : {}, body: whole });
    if (pathname in files) return route.fulfill({ contentType: TYPES[pathname.split('.').pop()], body: files[pathname] });
    const answer = await route.fetch({ url: new URL(`.${pathname}`, baseURL).href });
    const contentType = pathname.endsWith('.js') ? scripts : answer.headers()['content-type'];
    return route.fulfill({ status: answer.status(), contentType, body: await answer.body() });
  });
  await page.goto(origin + path);
  return said;
}

const ready = async (page) => {
  await expect(page.locator('.cc-sentence').first()).toBeVisible();
  await expect(page.locator('.cc-unfinished')).toHaveCount(0);
};

/** The short way, in Korean. `page` is a page or a frame in it; `copies` says whether a text reaches a clipboard there. */
async function walk(page, { outer = page, copies = true, download = true, keeps = true } = {}) {
  await ready(page);
  const tab = page.locator('.cc-tab[aria-current]');
  for (const name of ['한눈에', '전략', '주제', '자료와 출처', '비전', '예산']) {
    await page.locator('.cc-tab').filter({ hasText: name }).click();
    await expect(tab).toHaveText(name);
    await ready(page);
    await expect(page.locator('city-compare').getByRole('alert')).toHaveCount(0);
  }
  // The figure has its drawing, its legend and one button for each bar.
  await page.getByRole('button', { name: '언론 보도', exact: true }).click();
  await expect(page.locator('.cc-drawing svg').first()).toBeVisible();
  await expect(page.locator('.cc-drawing svg').first()).toContainText('광주광역시');
  await expect(page.locator('.cc-hit')).toHaveCount(5);
  await takeAlong(page);
  if (download) {
    const [file] = await Promise.all([outer.waitForEvent('download'), page.getByRole('button', { name: 'CSV 내려받기' }).click()]);
    expect(await readFile(await file.path(), 'utf8')).toContain('광양시');
  }
  await copied(page, '출처 표기 복사', copies);
  // What was copied does not end the widget: the next choice is taken.
  await page.getByRole('combobox', { name: '연도' }).selectOption('2023');
  await expect(page.locator('.cc-drawing svg')).toContainText('1조 8,450억');
  if (keeps) await copied(page, '링크 복사', copies);
  await page.locator('.cc-tab').filter({ hasText: '전략' }).click();
  await page.locator('[data-plot=plan-fields] .cc-hit').first().click();
  const first = page.locator('.cc-cell li a, .cc-cell li button.cc-link').first();
  const title = await first.innerText();
  await first.click();
  await expect(page.locator('.cc-item h4')).toContainText(title);
  await page.locator('.cc-item .cc-back').click();
  await expect(page.locator('.cc-item')).toHaveCount(0);
  await expect(first).toBeVisible();
}

/** Copied, and said so; or refused, and said so with the text to copy by hand. */
async function copied(page, name, copies) {
  await page.getByRole('button', { name, exact: true }).click();
  if (copies) return expect(page.getByRole('status')).toHaveText('복사했습니다.');
  await expect(page.locator('.cc-main')).toContainText('허락하지 않습니다');
  return expect(page.locator('.cc-text-field')).not.toHaveValue('');
}

const allowed = (page) => page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: SITE });

test('a page of today, under the policy of the README: what the others are measured by', async ({ page, baseURL }) => {
  await allowed(page);
  const said = await visit(page, baseURL);
  await walk(page);
  expect(said).toEqual([]);
});

test('http without a secure context: there is no clipboard, and copies are made all the same', async ({ page, baseURL }) => {
  const said = await visit(page, baseURL, { origin: 'http://intranet.example' });
  expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator && Boolean(navigator.clipboard)])).toEqual([false, false]);
  await walk(page);
  expect(said).toEqual([]);
});

test('a clipboard that refuses, and a browser that copies no selection: the text is shown to be copied by hand', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } });
    Document.prototype.execCommand = () => false;
  });
  const said = await visit(page, baseURL);
  await walk(page, { copies: false });
  expect(said).toEqual([]);
});

test('application/xhtml+xml, where Chromium knows no modules: the bundle', async ({ page, baseURL }) => {
  await allowed(page);
  const document = `<?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="ko" xml:lang="ko"><head><title>비교</title><link rel="icon" href="data:,"/>
    <script defer="defer" src="city-compare.bundle.js"></script></head><body><city-compare state="url"></city-compare></body></html>`;
  const said = await visit(page, baseURL, { path: '/site.xhtml', type: 'application/xhtml+xml', document });
  await walk(page);
  expect(said).toEqual([]);
});

for (const [what, script] of [['the module', SCRIPT], ['the bundle, sent without a charset', '<script defer src="city-compare.bundle.js"></script>']]) {
  test(`an EUC-KR page with ${what}`, async ({ page, baseURL }) => {
    await allowed(page);
    const korean = Buffer.from([0xb5, 0xb5, 0xbd, 0xc3]); // 도시
    const document = Buffer.concat([Buffer.from('<!doctype html><html lang="ko"><head><meta charset="euc-kr"><link rel="icon" href="data:,"></head><body><h1>'), korean, Buffer.from(`</h1>${script}${WIDGET}</body></html>`)]);
    const said = await visit(page, baseURL, { type: 'text/html; charset=euc-kr', document, scripts: 'application/javascript' });
    await expect(page.locator('h1')).toHaveText('도시');
    await walk(page);
    expect(said).toEqual([]);
  });
}

test('an EUC-KR page whose bundle cannot load the rest says so in Korean that can be read', async ({ page, baseURL }) => {
  const document = `<!doctype html><html lang="ko"><head><meta charset="euc-kr"><link rel="icon" href="data:,"></head><body>
    <script defer src="city-compare.bundle.js"></script>${WIDGET}</body></html>`;
  // The policy lets no WebAssembly be compiled: the panel must say what is wrong.
  await visit(page, baseURL, { type: 'text/html; charset=euc-kr', document, scripts: 'application/javascript', policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
  const panel = page.locator('city-compare').getByRole('alert');
  await expect(panel).toBeVisible();
  await expect(panel).toHaveText(/[가-힣]{2,}.*다\./s);
  await expect(panel).not.toHaveText(/[ìëêí\ufffd]/);
});

test('<base> of another folder: the address of the page stays its own, choices and items come back', async ({ page, baseURL }) => {
  await allowed(page);
  const said = await visit(page, baseURL, { path: '/plan/compare.html', head: '<base href="/">', policy: POLICY.replace("base-uri 'none'", "base-uri 'self'") });
  await walk(page);
  await page.locator('.cc-tab').filter({ hasText: '예산' }).click();
  await expect(page).toHaveURL(/\/plan\/compare\.html#.*cc\.view=budgets/);
  await page.reload();
  await ready(page);
  await expect(page.locator('.cc-tab[aria-current]')).toHaveText('예산');
  expect(said).toEqual([]);
});

for (const width of [1280, 360]) {
  test(`a header that stays at the top covers no head and no focus, and is covered by none, at ${width} px`, async ({ page, baseURL }) => {
    await allowed(page);
    await page.setViewportSize({ width, height: 700 });
    const files = { '/page.css': 'body { margin: 80px 0 0; } header { position: fixed; inset: 0 0 auto; height: 80px; z-index: 1; background: #fff; } city-compare { --city-compare-top: 80px; }' };
    const said = await visit(page, baseURL, { head: '<link rel="stylesheet" href="page.css">', body: `<header>시청</header>${SCRIPT}${WIDGET}`, files });
    await ready(page);
    await page.locator('.cc-aligned summary').click();
    await page.evaluate(() => scrollTo(0, 900));
    // What sticks does so below the header; a head whose rows end is pushed up by them, behind it.
    const heads = await page.locator('.cc-side :is(thead th, tbody th[scope=row])').evaluateAll((all) => all
      .map((one) => getComputedStyle(one)).filter((style) => style.position === 'sticky').map((style) => style.top));
    expect(new Set(heads)).toEqual(new Set(['80px']));
    const over = await page.evaluate(() => [40, 200, innerWidth - 40].map((x) => document.elementFromPoint(Math.min(x, innerWidth - 1), 40).localName));
    expect(over).toEqual(['header', 'header', 'header']);
    // The keyboard from the middle of the page upwards: what is focused is not under the header.
    await page.locator('.cc-side a, .cc-side button').last().focus();
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Shift+Tab');
      const box = await page.evaluate(() => document.querySelector('city-compare').shadowRoot.activeElement?.getBoundingClientRect().bottom);
      if (box !== undefined) expect(box).toBeGreaterThan(80);
    }
    await page.evaluate(() => scrollTo(0, 0));
    await walk(page);
    expect(said).toEqual([]);
  });
}

test('user-select: none, also without a clipboard: texts of the widget can be selected and copied', async ({ page, baseURL }) => {
  await page.addInitScript(() => { Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined }); });
  const files = { '/page.css': 'html, body, body * { -webkit-user-select: none; user-select: none; }' };
  const said = await visit(page, baseURL, { head: '<link rel="stylesheet" href="page.css">', files });
  await ready(page);
  // Triple click selects a sentence, which a reader copies.
  await page.locator('.cc-sentence').click({ clickCount: 3 });
  const selected = () => page.evaluate(() => String(document.querySelector('city-compare').shadowRoot.getSelection()).length);
  expect(await selected()).toBeGreaterThan(5);
  await walk(page);
  expect(said).toEqual([]);
});

/** What translators of browsers do: each text stands in two elements of their own. */
const translate = (page) => page.evaluate(() => {
  const root = document.querySelector('city-compare').shadowRoot;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement?.closest('svg, style, textarea')) texts.push(walker.currentNode);
  for (const text of texts) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  }
  return texts.length;
});

test('a translated page: no old text stays beside a new one, and nothing is missing', async ({ page, baseURL }) => {
  await allowed(page);
  const said = await visit(page, baseURL);
  await ready(page);
  expect(await translate(page)).toBeGreaterThan(50);
  await walk(page);
  await translate(page);
  await page.locator('.cc-tab').filter({ hasText: '예산' }).click();
  await translate(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('.cc-tab[aria-current]')).toHaveText('Budgets');
  await expect(page.locator('.cc-sentence')).not.toHaveText(/[가-힣]/);
  await page.getByRole('button', { name: /^Remove Gwangju$/ }).click();
  await expect(page.locator('.cc-chip')).toHaveCount(4);
  await expect(page.locator('.cc-hit')).toHaveCount(4);
  // The same choices in a page that no one translated say the same.
  const texts = () => page.locator('.cc-main').evaluate((main) => main.textContent.replace(/\s+/g, ' '));
  const translated = await texts();
  await expect(page).toHaveURL(/cc\.cities=/); // written a moment later, with what else changes
  await page.reload();
  await ready(page);
  expect(translated).toBe(await texts());
  expect(said).toEqual([]);
});

for (const [what, body] of [['the module', SCRIPT + WIDGET], ['the bundle', `<script defer src="city-compare.bundle.js"></script>${WIDGET}`]]) {
  test(`Trusted Types, no policy of the page’s own, with ${what}`, async ({ page, baseURL }) => {
    await allowed(page);
    await page.addInitScript(() => { window.violated = []; addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => window.violated.push(`${violatedDirective} ${sample}`)); });
    const said = await visit(page, baseURL, { body, policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'` });
    await walk(page);
    expect(await page.evaluate(() => window.violated)).toEqual([]);
    expect(said).toEqual([]);
  });
}

test('the app itself under Trusted Types', async ({ page, baseURL }) => {
  await allowed(page);
  const app = await (await fetch(new URL('index.html', baseURL))).text();
  const policy = (app.match(/http-equiv="content-security-policy"[^>]*content="([^"]*)"/i)?.[1] ?? POLICY).replaceAll('&#39;', "'");
  const document = app.replace(/<meta[^>]*http-equiv="content-security-policy"[^>]*>/i, '');
  const said = await visit(page, baseURL, { path: '/index.html', document, policy: `${policy}; require-trusted-types-for 'script'` });
  await walk(page);
  expect(said).toEqual([]);
});

test('a policy of nonces only, without ‘self’ for scripts', async ({ page, baseURL }) => {
  await allowed(page);
  const policy = "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'";
  for (const strict of [policy, policy.replace(" 'strict-dynamic'", '')]) {
    await page.unrouteAll();
    const said = await visit(page, baseURL, { policy: strict, body: `<script type="module" nonce="abc" src="city-compare.js"></script>${WIDGET}` });
    await walk(page);
    expect(said, strict).toEqual([]);
  }
});

test('font-size: 62.5 %: texts are as large as the page’s own, and nothing gets too small to press or to read', async ({ page, baseURL }) => {
  await allowed(page);
  const files = { '/page.css': 'html { font-size: 62.5%; } body { font-size: 1.6rem; }' };
  const said = await visit(page, baseURL, { head: '<link rel="stylesheet" href="page.css">', files });
  await walk(page);
  for (const name of ['비전', '예산']) {
    await page.locator('.cc-tab').filter({ hasText: name }).click();
    await ready(page);
    const small = await page.locator('.cc').evaluate((root) => [...root.querySelectorAll('*')]
      .filter((one) => !one.closest('.cc-hidden, svg') && [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) && parseFloat(getComputedStyle(one).fontSize) < 12)
      .map((one) => `${one.localName}.${one.className} ${getComputedStyle(one).fontSize}`));
    expect([...new Set(small)]).toEqual([]);
    const low = await page.locator('.cc button:not(.cc-term, .cc-hit, .cc-skip)').evaluateAll((all) => all.filter((one) => one.getClientRects().length && one.getBoundingClientRect().height < 24).map((one) => one.className));
    expect(low).toEqual([]);
  }
  expect(said).toEqual([]);
});

const BLOCKED = {
  'throws': () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } }),
  'is null': () => Object.defineProperty(window, 'localStorage', { get: () => null }),
};

for (const [how, block] of Object.entries(BLOCKED)) {
  for (const [what, path] of [['the app', 'index.html'], ['the one file', 'city-compare.html'], ['a page that embeds it', '']]) {
    test(`storage that ${how}: ${what} shows the comparison`, async ({ page, baseURL }) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.addInitScript(block);
      const thrown = [];
      page.on('pageerror', (error) => thrown.push(error.message));
      if (path) await page.goto(new URL(path, baseURL).href);
      else await visit(page, baseURL, { body: `${SCRIPT}<city-compare state="url" lang="ko"></city-compare>` });
      if (!path) await allowed(page);
      await walk(page);
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page.locator('.cc-tab[aria-current]')).toHaveText('Strategies');
      expect(await page.locator('city-compare').evaluate((cc) => cc.ready.then(() => 'shown'))).toBe('shown');
      expect(thrown).toEqual([]);
    });
  }
}

test('storage of a sandboxed frame: the one file shows the comparison, and what it may not do it says', async ({ page, baseURL }) => {
  await visit(page, baseURL, { policy: '', body: '<iframe sandbox="allow-scripts" src="city-compare.html" width="1200" height="800"></iframe>' });
  const frame = page.frameLocator('iframe');
  await ready(frame);
  for (const name of ['한눈에', '전략', '주제', '자료와 출처', '비전', '예산']) {
    await frame.locator('.cc-tab').filter({ hasText: name }).click();
    await expect(frame.locator('.cc-tab[aria-current]')).toHaveText(name);
    await ready(frame);
  }
  await frame.getByRole('button', { name: '언론 보도', exact: true }).click();
  await expect(frame.locator('.cc-hit')).toHaveCount(5);
  await takeAlong(frame);
  await frame.getByRole('button', { name: '출처 표기 복사', exact: true }).click();
  const answer = frame.getByText('복사했습니다.').or(frame.locator('.cc-text-field'));
  await expect(answer.first()).toBeAttached();
  await frame.getByRole('combobox', { name: '연도' }).selectOption('2023');
  await expect(frame.locator('.cc-drawing svg')).toContainText('1조 8,450억');
});

hosted.describe('two tabs', () => {
  hosted.use({ serviceWorkers: 'allow' });

  hosted('a new version that one tab takes leaves the other, which still runs the old one, all its parts', async ({ page, host, context }) => {
    const open = async (tab) => {
      await tab.goto(`${host.address}index.html`);
      await ready(tab);
    };
    await open(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await ready(page);
    const other = await context.newPage();
    const thrown = [];
    other.on('pageerror', (error) => thrown.push(error.message));
    await open(other);
    // The host has another version now; its old parts are gone from there.
    host.change('service-worker.js', (script) => script.replace(/"\d+\.\d+\.\d+-\w+"/, '"9.9.9-two-tabs"'));
    await page.reload();
    await ready(page);
    await page.getByRole('button', { name: '새 버전으로 바꾸기 / Use the new version' }).click();
    // The page loads anew meanwhile.
    const kept = () => page.evaluate(() => window.caches.keys().then((names) => names.some((name) => name.includes('9.9.9-two-tabs')))).catch(() => false);
    await expect.poll(kept).toBe(true);
    await ready(page);
    await context.setOffline(true);
    for (const name of ['전략', '예산', '자료와 출처']) {
      await other.locator('.cc-tab').filter({ hasText: name }).click();
      await expect(other.locator('.cc-tab[aria-current]')).toHaveText(name);
      await ready(other);
      await expect(other.locator('city-compare').getByRole('alert')).toHaveCount(0);
    }
    expect(thrown).toEqual([]);
    await context.setOffline(false);
  });
});
