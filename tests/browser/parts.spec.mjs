// What is loaded when: the first view needs no part of the module; the others come when a reader first needs them.
import { SCRIPT, expect, failing, open, site, test } from './page.mjs';

const BODY = `${SCRIPT}<city-compare></city-compare>`;

/** The parts of the module that the page asks for, as they come. */
function watch(page) {
  const asked = [];
  page.on('request', (request) => {
    const part = /city-compare-(\w+)\.wasm$/.exec(request.url());
    if (part) asked.push(part[1]);
  });
  return { all: asked, take: () => asked.splice(0).sort() };
}

test('the visions need no part; a source, a view, a search and an item bring theirs once', async ({ page }) => {
  const parts = watch(page);
  await open(page, 'cc.view=visions');
  await expect(page.locator('[data-row=means]')).toHaveCount(1);
  expect(parts.take()).toEqual([]);
  await page.locator('[data-row=vision] .cc-source').first().click();
  await expect(page.locator('.cc-panel')).toBeFocused();
  expect(parts.take()).toEqual(['dataset', 'evidence', 'shared']);
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(page.locator('figure')).toBeVisible();
  expect(parts.take()).toEqual(['budgets', 'charts']);
  await page.getByRole('button', { name: '전략', exact: true }).click();
  await expect(page.locator('[data-plot=plan-fields] .cc-drawing svg')).toBeVisible();
  expect(parts.take()).toEqual(['strategies']);
  await page.getByRole('button', { name: '자료와 출처', exact: true }).click();
  await expect(page.locator('.cc-glossary')).toBeVisible();
  expect(parts.take()).toEqual(['sources']);
  await page.getByRole('searchbox').fill('청년');
  await expect(page.locator('.cc-hits')).toBeVisible();
  expect(parts.take()).toEqual(['search']);
  await page.locator('.cc-hits a[href*="item="]').first().click();
  await expect(page.locator('.cc-item')).toBeFocused();
  expect(parts.take()).toEqual(['item']);
  for (const name of ['비전', '예산', '전략', '자료와 출처']) await page.getByRole('button', { name, exact: true }).click();
  await expect(page.locator('.cc-glossary')).toBeVisible();
  expect(parts.take()).toEqual([]);
});

test('a view is asked for when the pointer comes to its tab, before the press', async ({ page }) => {
  const parts = watch(page);
  await open(page, 'cc.view=visions');
  expect(parts.all).not.toContain('budgets');
  await page.getByRole('button', { name: '예산', exact: true }).hover();
  await expect.poll(() => parts.all).toContain('budgets');
  await expect(page.locator('figure')).toHaveCount(0);
});

test('one’s own dataset is not followed by the five cities’', async ({ page }) => {
  const parts = watch(page);
  await page.goto('examples/own-dataset.html');
  await expect(page.locator('.cc-sentence').first()).toBeVisible();
  await page.getByRole('button', { name: /^(예산|Budgets)$/ }).click();
  await expect(page.locator('figure')).toBeVisible();
  expect(parts.take()).not.toContain('dataset');
});

test('what the page changes while the widget is on its way is not lost', async ({ page }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/city-compare-budgets.wasm', async (route) => { await held; await route.continue(); });
  await site(page, `${SCRIPT}<city-compare view="budgets"></city-compare>`);
  await page.waitForRequest('**/city-compare-budgets.wasm');
  await page.locator('city-compare').evaluate((cc) => { cc.cities = 'yeosu,gwangju'; cc.lang = 'en'; });
  release();
  await expect(page.locator('.cc-chip-name')).toHaveText(['Yeosu', 'Gwangju']);
});

failing('a view that does not come says so in its place, and comes when tried again; the rest goes on', async ({ page }) => {
  await page.route('**/city-compare-budgets.wasm', (route) => route.fulfill({ status: 404, body: 'no' }));
  await site(page, BODY);
  await page.getByRole('button', { name: '예산', exact: true }).click();
  const told = page.locator('.cc-main').getByRole('alert');
  await expect(told).toContainText('이 부분을 불러오지 못했습니다. 네트워크를 확인하고 다시 시도해 주세요.');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(told).toContainText('This part could not be loaded.');
  await page.getByRole('button', { name: 'Visions', exact: true }).click();
  await expect(page.locator('[data-row=vision]')).toBeVisible();
  await page.getByRole('button', { name: 'Budgets', exact: true }).click();
  await expect(told).toBeVisible();
  await page.unroute('**/city-compare-budgets.wasm');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('figure')).toBeVisible();
  await expect(told).toHaveCount(0);
});

failing('a part that was changed on its way is refused', async ({ page, request }) => {
  const other = await (await request.get('wasm/city-compare-evidence.wasm')).body();
  await page.route('**/city-compare-sources.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: other }));
  await site(page, BODY);
  await page.getByRole('button', { name: '자료와 출처', exact: true }).click();
  await expect(page.locator('.cc-main').getByRole('alert')).toBeVisible();
});

failing('where the first view itself is missing, the panel names the file', async ({ page }) => {
  await page.route('**/city-compare-budgets.wasm', (route) => route.fulfill({ status: 404, body: 'no' }));
  await site(page, `${SCRIPT}<city-compare view="budgets"></city-compare>`);
  const panel = page.getByRole('alert');
  await expect(panel).toContainText('도시 비교를 열지 못했습니다.');
  await expect(panel).toContainText('city-compare-budgets.wasm');
});

test('a long view comes in turns, and is whole soon after; nothing above moves meanwhile', async ({ page }) => {
  await page.addInitScript(() => {
    window.moved = [];
    new PerformanceObserver((list) => window.moved.push(...list.getEntries().filter((entry) => !entry.hadRecentInput).map(({ value }) => value)))
      .observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, 'cc.view=strategies');
  await expect(page.locator('.cc-hit').first()).toBeVisible();
  await expect(page.locator('figure .cc-notes')).toBeAttached();
  await expect(page.locator('.cc-unfinished')).toHaveCount(0);
  expect((await page.evaluate(() => window.moved)).reduce((sum, value) => sum + value, 0)).toBeLessThan(0.001);
});
