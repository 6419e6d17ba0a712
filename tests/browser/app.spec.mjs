// The app as it is installed: the manifest, the worker that keeps it for use without a network, and the notice of a new version.
import { hosted } from './host.mjs';
import { expect, failing, open, site, SCRIPT, taken, test } from './page.mjs';

test.use({ serviceWorkers: 'allow' });
failing.use({ serviceWorkers: 'allow' });
hosted.use({ serviceWorkers: 'allow' });

const VIEWS = ['glance', 'visions', 'strategies', 'topics', 'budgets', 'sources'];
const caches = (page) => page.evaluate(() => window.caches.keys());

/** Opens the app, and waits until it is kept and its worker in charge of the page. */
async function kept(page) {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await taken(page);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  expect(await page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
}

hosted('the manifest is valid and the app can be installed', async ({ playwright, host, request }, { project }) => {
  // Not in a context of Playwright's own, which is like a private window, where nothing is installed.
  const context = await playwright.chromium.launchPersistentContext('', { ...project.use.launchOptions, baseURL: host.address });
  try {
    const [page] = context.pages();
    await open(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const devtools = await context.newCDPSession(page);
    const errors = async () => (await devtools.send('Page.getInstallabilityErrors')).installabilityErrors.map(({ errorId }) => errorId);
    expect(await errors()).toEqual([]);
    const { url, errors: mistakes, data } = await devtools.send('Page.getAppManifest');
    expect(mistakes).toEqual([]);
    await hasItsIcons(JSON.parse(data), url, request);
    host.change('icons/icon-192.png', () => 404);
    host.change('icons/icon-512.png', () => 404);
    host.change('manifest.webmanifest', (text) => text.replaceAll('any', 'monochrome'));
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known.unregister()));
    await page.reload();
    expect((await errors()).length, 'and it would be told if it could not').toBeGreaterThan(0);
  } finally {
    await context.close();
  }
});

/** The names in both languages, and icons that are what the manifest says. */
async function hasItsIcons(manifest, url, request) {
  expect([manifest.lang, manifest.short_name, manifest.short_name_localized.en.value]).toEqual(['ko', '도시 비교', 'Cities']);
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await request.get(new URL(src, url).href);
    expect(answer.headers()['content-type'], src).toBe(type);
    const body = await answer.body();
    if (type === 'image/png') expect(`${body.readUInt32BE(16)}x${body.readUInt32BE(20)}`, src).toBe(sizes);
  }
  expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(1);
}

failing('after the first visit every view, the language and the builder work with the network off', async ({ page, context }) => {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  const thrown = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  for (const view of VIEWS) {
    await page.goto('about:blank');
    await open(page, `cc.view=${view}`);
    await expect(page.locator('city-compare [role=alert]')).toHaveCount(0);
    await expect(page.locator('.cc-tab[aria-current]')).toHaveCount(1);
  }
  await open(page, 'cc.view=budgets', 'en');
  await expect(page.locator('figure')).toBeVisible();
  await page.locator('#open-builder').click();
  await expect(page.locator('#builder .builder-code').first()).toContainText('<city-compare view="budgets">');
  await expect(page.locator('#builder')).toContainText('integrity.json could not be read');
  expect(await (await page.goto('./')).headerValue('content-security-policy'), 'the policy is kept with the page').toContain("default-src 'none'");
  expect(thrown).toEqual([]);
});

failing('a page of the folder that is not the app is not answered from what was kept', async ({ page, context }) => {
  await kept(page);
  await context.setOffline(true);
  await expect(page.goto('embed.html')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});

/** Lets the host have another version from now on. */
const release = (host, version) => host.change('service-worker.js', (script) => script.replace(/"\d+\.\d+\.\d+-\w+"/, `"${version}"`));

hosted('a new version is told in both languages; the button uses it, reloads once, and what was kept before goes', async ({ page, host }) => {
  await kept(page);
  const [before] = await caches(page);
  expect(before).toMatch(/^city-compare http.* \d+\.\d+\.\d+-\w+$/);
  await page.evaluate(() => window.caches.open('of-someone-else'));
  release(host, '9.9.9-new');
  await page.reload();
  const notice = page.getByRole('status').filter({ hasText: '새 버전이 있습니다.' });
  await expect(notice).toContainText('A new version is ready.');
  expect(await caches(page), 'nothing changes before the reader says so').toContain(before);
  let loads = 0;
  page.on('framenavigated', (frame) => { if (frame === page.mainFrame()) loads += 1; });
  await notice.getByRole('button', { name: '새 버전으로 바꾸기 / Use the new version' }).click();
  await expect.poll(() => loads).toBe(1);
  await taken(page);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  await expect.poll(() => caches(page).then((names) => names.sort())).toEqual([expect.stringMatching(/^city-compare http.* 9\.9\.9-new$/), 'of-someone-else']);
  await expect(page.locator('.update')).toHaveCount(0);
  expect(loads).toBe(1);
});

hosted('the notice can wait, and hides nothing that is focused', async ({ page, host }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await kept(page);
  release(host, '9.9.9-later');
  await page.reload();
  const notice = page.locator('.update');
  await expect(notice).toBeInViewport();
  await page.locator('#open-builder').focus();
  const [button, bar] = [await page.locator('#open-builder').boundingBox(), await notice.boundingBox()];
  expect(button.y + button.height).toBeLessThanOrEqual(bar.y);
  const small = await notice.getByRole('button').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).length);
  expect(small).toBe(0);
  await notice.getByRole('button', { name: '나중에 / Later' }).click();
  await expect(notice).toHaveCount(0);
});

for (const [what, how] of [['is missing', () => 404], ['is of another version', (text) => `${text}/* other */`]]) {
  hosted(`when a file ${what}, nothing is kept by half, and the app works all the same`, async ({ page, host }) => {
    let looked = false;
    host.change('builder.css', (text) => { looked = true; return how(text); });
    await open(page);
    await expect.poll(() => looked, 'the worker fetched it').toBe(true);
    const left = () => page.evaluate(async () => [Boolean(await navigator.serviceWorker.getRegistration()), await window.caches.keys()]);
    await expect.poll(left).toEqual([false, []]);
    await page.reload();
    await taken(page);
    await expect(page.locator('.cc-sentence')).toBeVisible();
  });
}

hosted('what the app does not ask for may be refused, and an icon or a type too: the app is kept all the same', async ({ page, host }) => {
  for (const name of ['README.md', 'city-compare.d.ts', 'dataset.json', 'icons/icon-512.png', 'manifest.webmanifest']) host.change(name, () => 404);
  await kept(page);
  const [cache] = await caches(page);
  const names = await page.evaluate(async (name) => (await (await window.caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1)), cache);
  expect(names).toContain('wasm/city-compare_bg.wasm');
  expect(names.filter((name) => /README|\.d\.ts|dataset\.json|schema|embed|bundle|types|examples|config|\.html/.test(name) && name !== 'index.html')).toEqual([]);
});

hosted('an update in one tab leaves the other tab the files of its own version', async ({ page, context, host }) => {
  await kept(page);
  const other = await context.newPage();
  await other.goto('index.html');
  await taken(other);
  await expect(other.locator('.cc-sentence')).toBeVisible();
  const [before] = await caches(page);
  release(host, '9.9.9-tabs');
  await page.reload();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '새 버전으로 바꾸기 / Use the new version' }).click()]);
  await taken(page);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  await expect.poll(() => caches(page).then((names) => names.length)).toBe(2);
  // The part that the other tab loads now is of its own version, though the host has none of it any more.
  host.change('wasm/city-compare-budgets.wasm', () => 404);
  await page.evaluate(async (name) => {
    const cache = await window.caches.open((await window.caches.keys()).find((known) => known !== name));
    for (const request of await cache.keys()) if (request.url.includes('city-compare-budgets')) await cache.delete(request);
  }, before);
  await other.getByRole('button', { name: '예산', exact: true }).click();
  await expect(other.locator('figure')).toBeVisible();
  // When no tab runs it any more, it goes.
  await other.close();
  await page.reload();
  await expect.poll(() => caches(page)).toEqual([expect.stringContaining('9.9.9-tabs')]);
});

hosted('where storage fails the app comes from the network', async ({ page, host }) => {
  host.change('service-worker.js', (script) => `const open = caches.open.bind(caches); caches.open = (...all) => (globalThis.broken ? Promise.reject(new Error('broken')) : open(...all));
    addEventListener('message', ({ data }) => { if (data === 'break') globalThis.broken = true; });${script}`);
  await kept(page);
  await page.evaluate(() => navigator.serviceWorker.controller.postMessage('break'));
  const before = host.asked.length;
  await page.reload();
  await taken(page);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  expect(host.asked.slice(before)).toContain('wasm/city-compare_bg.wasm');
});

test('pages that embed the widget register no worker and keep nothing', async ({ page }) => {
  const pages = ['examples/plain.html', 'embed.html'];
  for (const name of pages) {
    await page.goto(name);
    await expect(page.locator('.cc-sentence').first()).toBeVisible();
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)), name).toBe(0);
    expect(await caches(page), name).toEqual([]);
  }
  await site(page, `${SCRIPT}<city-compare></city-compare>`);
  await taken(page);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
});

test('a browser without service workers shows the app as ever', async ({ page }) => {
  await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  await open(page);
  expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
});
