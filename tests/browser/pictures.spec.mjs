// Every view as a picture, in each language, theme and width, and charts as a whole. What is seen and differs from tests/browser/pictures fails.
// Taken anew by one command: UPDATE_PICTURES=1 cargo xtask test --only browser. Look at each one before it is committed.
import { VIEWS } from './access.mjs';
import { expect, open, test } from './page.mjs';

test.use({ trace: 'off' });
// The pictures have the letters of Debian's fonts, which the command installs there; another system's letters differ everywhere.
test.skip(process.platform !== 'linux', 'the pictures are of Debian and its fonts');

// Edges of letters may differ by a little grey in a few places. A block that moved by 2 px differs in many more.
const SAME = { threshold: 0.2, maxDiffPixelRatio: 0.001 };

const CHARTS = {
  totals: VIEWS.budgets,
  shares: 'cc.view=budgets&cc.what=fields&cc.unit=share',
  years: 'cc.view=budgets&cc.what=years',
};

/** Letters are there, and the pointer is on nothing. */
async function settled(page) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  // What is still on its way is no picture of the view.
  await expect(page.locator('.cc-waiting, .cc-unfinished')).toHaveCount(0);
}

for (const lang of ['ko', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      test(`the views look as they did: ${lang}, ${colorScheme}, ${width} px`, async ({ page }) => {
        test.setTimeout(90_000);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize({ width, height: width === 360 ? 800 : 900 });
        for (const [view, fragment] of Object.entries(VIEWS)) {
          await open(page, fragment, lang);
          await settled(page);
          await expect.soft(page).toHaveScreenshot(`${view}-${lang}-${colorScheme}-${width}.png`, SAME);
        }
      });
    }
  }
}

for (const [lang, colorScheme, width] of [['ko', 'light', 360], ['en', 'dark', 1280]]) {
  test(`charts look as they did, the whole of them: ${lang}, ${colorScheme}, ${width} px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    for (const [chart, fragment] of Object.entries(CHARTS)) {
      await open(page, fragment, lang);
      await settled(page);
      await expect.soft(page.locator('.cc-chart')).toHaveScreenshot(`chart-${chart}-${lang}-${colorScheme}-${width}.png`, SAME);
    }
  });
}
