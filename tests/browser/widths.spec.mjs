// Natural height at every width: the page scrolls, nothing inside it does, but wide tables and charts sideways in regions of their own.
import { SCRIPT, TABS, expect, site, test } from './page.mjs';

/** What may scroll sideways: regions that have a name and that the keyboard reaches, as regions or button by button. */
const overflows = (page) => page.evaluate(() => {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page: ${document.documentElement.scrollWidth} > ${innerWidth}`);
  for (const element of document.querySelector('city-compare').shadowRoot.querySelectorAll('*')) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const name = `${element.localName}.${element.getAttribute('class')}`;
    const scrolls = (overflow) => overflow === 'auto' || overflow === 'scroll';
    if (scrolls(overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(`down: ${name}`);
    if (scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1) {
      const reached = element.tabIndex === 0 || element.matches('.cc-choices, .cc-tabs, .cc-directions .cc-scroll');
      if (!reached || !element.getAttribute('aria-label')) found.push(`sideways, out of reach: ${name}`);
    }
  }
  return found;
});

const SCREENS = [
  ['glance', ''], ['visions', ''], ['topics', ''], ['strategies', ''], ['strategies', '#cc.view=strategies&cc.part=outline'], ['budgets', ''],
  ['budgets', '#cc.view=budgets&cc.table=yes'],
  ...['fields', 'per_resident', 'stages', 'peers', 'years', 'press'].map((figure) => ['budgets', `#cc.view=budgets&cc.figure=${figure}`]),
  ['budgets', '#cc.view=budgets&cc.budgets=plan'], ['sources', ''],
];

test('from 320 to 1920 pixels no view has a scrollbar within the page’s', async ({ page }) => {
  test.setTimeout(180_000);
  await site(page, `${SCRIPT}<city-compare state="url"></city-compare>`);
  for (const [view, hash] of SCREENS) {
    await page.evaluate((fragment) => { location.hash = fragment; }, hash || `#cc.view=${view}`);
    await expect(page.locator('.cc-tab[aria-current]')).toHaveText(TABS[view]);
    for (const width of [320, 480, 640, 800, 1120, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => overflows(page), { message: `${view} ${hash} at ${width}` }).toEqual([]);
    }
  }
});

test.describe('at 400 % zoom', () => {
  // 1,280 pixels of a screen are 320 of a page.
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });

  test('every view reflows into one column', async ({ page }) => {
    await site(page, `${SCRIPT}<city-compare></city-compare>`);
    for (const view of ['glance', 'visions', 'strategies', 'topics', 'budgets', 'sources']) {
      await page.locator('city-compare').evaluate((cc, name) => { cc.view = name; }, view);
      await expect(page.locator('.cc-sentence')).toBeVisible();
      await expect.poll(() => overflows(page), { message: view }).toEqual([]);
    }
  });
});
