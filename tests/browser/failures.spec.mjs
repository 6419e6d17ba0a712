// When something fails: a panel in both languages says the cause and what to do; what the page put inside stays readable.
import { POLICY, SCRIPT, expect, failing as test, site } from './page.mjs';

const BODY = `${SCRIPT}<city-compare><table><tr><td>광양시 1조 1,603억 원</td></tr></table></city-compare>`;

/** Watches for the event, opens the page, and gives the panel. */
async function fails(page, body = BODY, options = {}) {
  await page.addInitScript(() => {
    document.addEventListener('city-compare:error', (event) => { window.told = event.detail; });
  });
  await site(page, body, options);
  return told(page);
}

async function told(page) {
  const panel = page.locator('city-compare [role=alert]').first();
  await expect(panel).toBeVisible({ timeout: 15_000 });
  await expect(panel).toContainText('도시 비교를 열지 못했습니다.');
  await expect(panel).toContainText('The comparison of cities could not be opened.');
  await expect(page.getByText('광양시 1조 1,603억 원')).toBeVisible();
  const detail = await page.evaluate(() => window.told);
  return { cause: detail.cause, text: await panel.innerText(), problems: detail.problems };
}

test('a missing file: 404, with its address', async ({ page }) => {
  await page.route('**/*_bg.wasm', (route) => route.fulfill({ status: 404, body: 'no' }));
  const { cause, text } = await fails(page);
  expect(cause).toBe('missing');
  expect(text).toMatch(/서버의 답이 404입니다: http.*_bg\.wasm/);
  expect(text).toContain('upload all files of the release');
});

test('a missing module: 404 too, and nothing of us is there but the loader', async ({ page }) => {
  await page.route('**/wasm/**', (route) => route.fulfill({ status: 404, body: 'no' }));
  expect((await fails(page)).cause).toBe('missing');
  await page.route('**/city-compare-failure.js', (route) => route.fulfill({ status: 404, body: 'no' }));
  const { text } = await fails(page);
  expect(text).toContain('배포 폴더의 파일을 구조대로 모두 올려 주세요.');
  expect(text).toContain('wasm/city-compare.js');
});

test('a module sent as another type', async ({ page, request }) => {
  const glue = await (await request.get('wasm/city-compare.js')).text();
  await page.route('**/wasm/city-compare.js', (route) => route.fulfill({ contentType: 'application/octet-stream', body: glue }));
  const { cause, text } = await fails(page);
  expect(cause).toBe('mime');
  expect(text).toContain('application/octet-stream');
  expect(text).toContain('text/javascript');
});

test('a web page in place of the wasm module, as single-page hosts answer', async ({ page }) => {
  await page.route('**/*_bg.wasm', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  expect((await fails(page)).cause).toBe('mime');
});

test('a policy that forbids WebAssembly', async ({ page }) => {
  const { cause, text } = await fails(page, BODY, { policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
  expect(cause).toBe('csp');
  expect(text).toContain("script-src 'self' 'wasm-unsafe-eval'");
});

test('a policy that forbids connections', async ({ page }) => {
  const { cause, text } = await fails(page, BODY, { policy: POLICY.replace("connect-src 'self'", "connect-src 'none'") });
  expect(cause).toBe('csp');
  expect(text).toContain('connect-src');
});

test('the bundle under a policy that forbids WebAssembly', async ({ page }) => {
  const body = BODY.replace(SCRIPT, '') + '<script src="city-compare.bundle.js"></script>';
  const { cause, text } = await fails(page, body, { policy: POLICY.replace(" 'wasm-unsafe-eval'", '').replace("connect-src 'self'", "connect-src 'none'") });
  expect(cause).toBe('csp');
  expect(text).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(text).not.toContain('?');
});

test('data on another server that does not let this page read it', async ({ page }) => {
  await page.route('https://data.example/**', (route) => route.fulfill({
    contentType: 'application/json', headers: { 'access-control-allow-origin': 'https://other.example' }, body: '{}',
  }));
  const body = BODY.replace('<city-compare>', '<city-compare src="https://data.example/own.json">');
  const { cause, text } = await fails(page, body, { policy: POLICY.replace("connect-src 'self'", "connect-src 'self' https://data.example") });
  expect(cause).toBe('cors');
  expect(text).toContain('Access-Control-Allow-Origin');
});

test('a server that cannot be reached', async ({ page }) => {
  await page.route('**/*_bg.wasm', (route) => route.abort('connectionrefused'));
  expect((await fails(page)).cause).toBe('network');
});

test('files of two versions: the digest does not match', async ({ page, request }) => {
  const glue = await (await request.get('wasm/city-compare.js')).text();
  await page.route('**/wasm/city-compare.js', (route) => route.fulfill({ contentType: 'text/javascript', body: `${glue}\n` }));
  const { cause, text } = await fails(page);
  expect(cause).toBe('integrity');
  expect(text).toContain('무결성');
});

test('a wasm module that was changed: the digest does not match', async ({ page }) => {
  await page.route('**/*_bg.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: '\0asm' }));
  expect((await fails(page)).cause).toBe('integrity');
});

test('a browser without WebAssembly', async ({ page }) => {
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  const { cause, text } = await fails(page);
  expect(cause).toBe('nowasm');
  expect(text).toContain('최신 브라우저');
});

test('out of memory', async ({ page }) => {
  await page.addInitScript(() => {
    const full = () => Promise.reject(new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance'));
    WebAssembly.instantiateStreaming = full;
    WebAssembly.instantiate = full;
  });
  const { cause, text } = await fails(page);
  expect(cause).toBe('memory');
  expect(text).toContain('Close other tabs');
});

/** Makes the program stop: the browser refuses to make what the view needs next, one of the few ways. */
const refuseNodes = (page) => page.evaluate(() => {
  const refuse = (kept) => function refused(...rest) {
    if (new Error().stack.includes('wasm-function')) throw new DOMException('refused');
    return kept.apply(this, rest);
  };
  for (const [owner, name] of [[Document, 'createElement'], [Document, 'createElementNS'], [Document, 'createTextNode'], [Node, 'cloneNode'], [Node, 'appendChild'], [Node, 'insertBefore']]) {
    owner.prototype[name] = refuse(owner.prototype[name]);
  }
});

test('a panic replaces every view by the panel, with its message; the page goes on', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('city-compare:error', (event) => { window.told = event.detail; });
  });
  await site(page, `${BODY}<city-compare lang="en"></city-compare>`);
  await expect(page.locator('.cc')).toHaveCount(2);
  await expect(page.locator('.cc-unfinished')).toHaveCount(0);
  await refuseNodes(page);
  await page.getByRole('button', { name: '예산', exact: true }).click();
  const { cause, problems } = await told(page);
  expect(cause).toBe('panic');
  expect(problems[0]).toMatch(/panicked at|unreachable/);
  await expect(page.locator('.cc')).toHaveCount(0);
  await expect(page.locator('city-compare [role=alert]')).toHaveCount(2);
});

test('one that was moved into another document says so, too', async ({ page }) => {
  await site(page, `${BODY}<city-compare id="moved" lang="en"></city-compare><iframe></iframe>`);
  await expect(page.locator('.cc')).toHaveCount(2);
  await expect(page.locator('.cc-unfinished')).toHaveCount(0);
  await page.evaluate(() => document.querySelector('iframe').contentDocument.body.append(document.querySelector('#moved')));
  await expect(page.frameLocator('iframe').locator('.cc')).toBeVisible();
  await refuseNodes(page);
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(page.frameLocator('iframe').locator('city-compare [role=alert]')).toHaveCount(1);
});

test('a broken dataset: all its problems are listed, in the language of the page', async ({ page }) => {
  const own = { schema: 1, version: 5, fields: [], documents: [], cities: [{ id: 'a' }], glossary: [] };
  const body = BODY.replace('<city-compare>', '<city-compare src="own.json">');
  const { cause, problems, text } = await fails(page, body, { files: { 'own.json': JSON.stringify(own) } });
  expect(cause).toBe('dataset');
  expect(problems.length).toBeGreaterThan(1);
  for (const problem of problems) expect(text).toContain(problem);
  expect(problems.join()).toMatch(/[가-힣]/);
});

test('data that is missing, and data that is a web page', async ({ page }) => {
  const body = BODY.replace('<city-compare>', '<city-compare src="own.json">');
  expect((await fails(page, body)).cause).toBe('missing');
  await page.route('**/own.json', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }));
  expect((await fails(page, body)).cause).toBe('mime');
});

test('a page that was opened as a file: the cause is named when anything else is to be read', async ({ page }) => {
  await site(page, BODY);
  const said = await page.evaluate(async () => {
    const { explain } = await import(new URL('city-compare-failure.js', location.href).href);
    return explain(new TypeError('Failed to fetch'), { protocol: 'file:', address: 'file:///C:/own.json' });
  });
  expect(said).toMatchObject({ cause: 'file', problems: [] });
  expect(said.ko.join(' ')).toContain('city-compare.html');
});

test('every cause has two sentences after the first, in both languages, and no hole in them', async ({ page }) => {
  await site(page, BODY);
  const all = await page.evaluate(async () => {
    const { explain } = await import(new URL('city-compare-failure.js', location.href).href);
    const address = 'https://a.example/b.js';
    const contexts = [
      { protocol: 'file:', address }, { address, mime: true, type: 'text/plain', status: 200 }, { address, status: 404 },
      { address, directive: 'script-src' }, { address, cors: true }, { address, integrity: true, status: 200 },
      { address, network: true }, { wasm: false }, { panic: true }, {},
    ];
    const said = contexts.map((context) => explain(new Error('message'), context));
    return [...said, explain(['a', 'b'], {}), explain(new RangeError('Out of memory'), {})];
  });
  expect(new Set(all.map(({ cause }) => cause)).size).toBe(12);
  for (const { ko, en } of all) {
    expect([ko.length, en.length]).toEqual([3, 3]);
    expect([...ko, ...en].join()).not.toMatch(/[?{}]/);
    expect(en.join()).not.toMatch(/[가-힣]/);
  }
});
