// What is seen before the program arrives: the first view that the page of the app holds, and how the comparison takes its place.
import { expect, failing, open, taken, test } from './page.mjs';

const MODULE = '**/wasm/city-compare_bg.wasm';
const SEEN = { ko: '우리 시는 무엇을', en: 'What' };

/** Holds the module back; what is returned lets it come. */
async function held(page) {
  let come = () => {};
  const wanted = new Promise((resolve) => { come = resolve; });
  await page.route(MODULE, async (route) => { await wanted; await route.continue(); });
  return come;
}

/** The first view that is seen, or the live one: the text of its elements in their order, and where its links lead. */
const content = (page, selector) => page.locator('main > city-compare').evaluate((host, chosen) => {
  const root = host.shadowRoot;
  const view = [...root.querySelectorAll(chosen)].find(({ clientHeight }) => clientHeight);
  const lines = [];
  const walk = (element) => {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join('').trim();
    const name = element.localName + (element.className?.baseVal ?? element.className ?? '');
    lines.push([name, own, element.getAttribute('aria-label'), element.hash].filter(Boolean).join(' | '));
    // Drawings are of the width that there is; the buttons over their marks come with the module.
    for (const child of element.children) if (child.localName !== 'svg' && !child.matches('.cc-hit')) walk(child);
  };
  walk(view);
  return lines;
}, selector);

for (const [locale, lang] of [['ko-KR', 'ko'], ['en-GB', 'en']]) {
  test.describe(`a browser that speaks ${locale}`, () => {
    test.use({ locale });

    test('the page holds what the comparison shows: the same elements with the same texts and links in the same order', async ({ page }) => {
      const come = await held(page);
      await page.goto('index.html');
      await expect(page.locator(`[part~="first-${lang}"]`)).toBeVisible();
      await expect(page.locator('[part~="first"]').filter({ visible: true })).toHaveCount(1);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      const before = await content(page, '[part~="first"]');
      expect(before.length).toBeGreaterThan(100);
      expect(before.filter((line) => line.includes('#cc.')).length, 'links').toBeGreaterThan(12);
      come();
      await taken(page);
      expect(await content(page, '.cc')).toEqual(before);
    });

    for (const [width, height] of [[360, 780], [1280, 800]]) {
      test(`nothing moves when the comparison takes its place, ${width} pixels wide`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        const come = await held(page);
        await page.addInitScript(() => {
          globalThis.shifts = 0;
          new PerformanceObserver((list) => { for (const { value } of list.getEntries()) globalThis.shifts += value; })
            .observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto('index.html');
        await expect(page.locator(`[part~="first-${lang}"]`)).toBeVisible();
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        come();
        await taken(page);
        await page.waitForTimeout(500);
        expect(await page.evaluate(() => globalThis.shifts)).toBeLessThanOrEqual(0.02);
      });
    }
  });
}

test('what is focused stays focused, and what is selected selected', async ({ page }) => {
  const come = await held(page);
  await page.goto('index.html');
  const first = page.locator('[part~="first-ko"]');
  const link = first.locator('.cc-leads a').nth(3);
  const name = await link.textContent();
  await link.focus();
  await page.evaluate(() => {
    const root = document.querySelector('main > city-compare').shadowRoot;
    const text = root.querySelector('[part~="first-ko"] .cc-card h4').firstChild;
    root.getSelection().setBaseAndExtent(text, 2, text, 6);
  });
  const selected = await page.evaluate(() => document.querySelector('main > city-compare').shadowRoot.getSelection().toString());
  expect(selected).toHaveLength(4);
  come();
  await taken(page);
  const now = await page.evaluate(() => {
    const root = document.querySelector('main > city-compare').shadowRoot;
    return { focus: root.activeElement?.textContent, selected: root.getSelection().toString() };
  });
  expect(now).toEqual({ focus: name, selected });
});

test('a link that is followed before the comparison is there leads to what it names', async ({ page }) => {
  const come = await held(page);
  await page.goto('index.html');
  await page.locator('[part~="first-ko"] .cc-leads a').nth(1).click();
  come();
  await taken(page);
  await expect(page.locator('[aria-current="page"]')).toHaveText('주제');
});

test('an address that asks for something else shows nothing else before', async ({ page }) => {
  const come = await held(page);
  await page.goto('index.html#cc.view=budgets');
  await expect(page.locator('.wait')).toBeVisible();
  await expect(page.locator('[part~="first"]')).toHaveCount(0);
  come();
  await expect(page.locator('[aria-current="page"]')).toHaveText('예산');
});

test('the language that a reader chose before is the one of the first view', async ({ page }) => {
  await open(page, '', 'en');
  const come = await held(page);
  await page.goto('index.html');
  await expect(page.locator('[part~="first-en"]')).toBeVisible();
  await expect(page.locator('[part~="first-ko"]')).toBeHidden();
  come();
  await taken(page);
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
});

failing('a module that does not come: the message takes the place of the first view', async ({ page }) => {
  await page.route(MODULE, (route) => route.abort());
  await page.goto('index.html');
  await expect(page.getByRole('alert').filter({ hasText: 'city-compare_bg.wasm' })).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page can be read, and looks like the comparison', async ({ page }) => {
    await page.goto('index.html');
    const first = page.locator('[part~="first-ko"]');
    await expect(first.locator('.cc-sentence')).toContainText(SEEN.ko);
    await expect(first.locator('.cc-card')).toHaveCount(3);
    await expect(first.locator('.cc-card svg').first()).toBeVisible();
    await expect(page.locator('[part~="first-en"]')).toBeHidden();
    await expect(first.getByRole('button').first(), 'nothing that does nothing').toBeHidden();
  });
});
