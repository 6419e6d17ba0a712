// Reading aids: terms explained where they stand, and amounts beside what they are for each resident and of the budget.
import { expect, open, test } from './page.mjs';

const terms = (page, word) => page.locator('.cc-term').filter({ hasText: new RegExp(`^${word}$`) });

test('a term of a chart opens its explanation under its text by keyboard, and Escape closes it', async ({ page }) => {
  await open(page, 'cc.view=budgets');
  const term = page.locator('.cc-summary .cc-term');
  await expect(term).toHaveText('일반회계');
  await term.focus();
  await expect(term).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  const panel = page.locator('.cc-explain');
  await expect(panel).toContainText('시의 기본 장부입니다.');
  expect(await panel.getAttribute('id')).toBe(await term.getAttribute('aria-controls'));
  await expect(page.locator('[role=status]').last()).toHaveText(/^일반회계: 시의 기본 장부/);
  await expect(term).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(term).toBeFocused();
  await page.keyboard.press('Space');
  await expect(panel).toBeVisible();
  const [word, box] = [await term.boundingBox(), await panel.boundingBox()];
  expect(box.y).toBeGreaterThan(word.y);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 700 } });

  test('only one term is open at a time, and a second tap closes it', async ({ page }) => {
    await open(page, 'cc.view=sources');
    const all = page.locator('.cc-term:visible');
    expect(await all.count()).toBeGreaterThan(3);
    await all.nth(0).tap();
    await expect(page.locator('.cc-explain')).toHaveCount(1);
    await all.nth(2).tap();
    await expect(page.locator('.cc-explain')).toHaveCount(1);
    await expect(all.nth(2)).toHaveAttribute('aria-expanded', 'true');
    await expect(all.nth(0)).toHaveAttribute('aria-expanded', 'false');
    await all.nth(2).tap();
    await expect(page.locator('.cc-explain')).toHaveCount(0);
  });
});

test('a term stands once in a block, and never in a link or a button', async ({ page }) => {
  for (const view of ['glance', 'visions', 'strategies', 'topics', 'budgets', 'sources']) {
    for (const lang of ['ko', 'en']) {
      await open(page, `cc.view=${view}&cc.lang=${lang}`);
      await expect(page.locator(':is(a, button, summary) .cc-term')).toHaveCount(0);
      await expect(page.locator('.cc-side .cc-term'), 'the dense tables stay calm').toHaveCount(0);
      const words = await page.locator('.cc-notes .cc-term').allTextContents();
      expect(new Set(words).size, words.join()).toBe(words.length);
    }
  }
});

test('switching the language closes what is open, and explains in the other', async ({ page }) => {
  await open(page, 'cc.view=budgets');
  await page.locator('.cc-summary .cc-term').click();
  await expect(page.locator('.cc-explain')).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('.cc-explain')).toHaveCount(0);
  await terms(page, 'general account').first().click();
  await expect(page.locator('.cc-explain')).toContainText('The city’s main account');
});

test('Escape in an item closes the explanation first, and the item stays', async ({ page }) => {
  await open(page, `cc.item=${await withAmount(page)}`);
  const item = page.locator('.cc-item');
  const term = item.locator('.cc-term').first();
  await term.click();
  await expect(item.locator('.cc-explain')).toBeVisible();
  await term.press('Escape');
  await expect(item.locator('.cc-explain')).toHaveCount(0);
  await expect(item).toBeVisible();
});

/** Id of a project with an amount of 2021 that only the city, the province and the state pay, and whose text holds a term. */
async function withAmount(page) {
  const { cities } = await (await page.request.get('dataset.json')).json();
  const own = (item) => item.budget.funding.every(({ from }) => ['national', 'province', 'city'].includes(from));
  return cities.find(({ id }) => id === 'gwangyang').plan.items
    .find((item) => own(item) && item.budget.funding.some(({ from }) => from === 'national') && item.budget.amounts.some(({ year, krw }) => year === 2021 && krw > 1e9)).id;
}

test('an amount of a project stands beside what it is for each resident and of that year’s budget', async ({ page }) => {
  const id = await withAmount(page);
  await open(page, `cc.item=${id}`);
  const size = page.locator('.cc-item .cc-size').first();
  await expect(size).toHaveText(/^주민 1인당 약 [\d,만천백 ]+원\(2020년 12월 31일 인구\) · 2021년 본예산\(확정\)의 \d+\.\d%$/);
  await expect(page.locator('.cc-item li:has(.cc-size) strong').first()).toHaveText(/억|만/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(size).toHaveText(/^about [\d,.]+ (million )?won per resident \(population of 31 December 2020\) · \d+\.\d% of the initial budget for 2021 \(adopted\)$/);
});

test('the source of a mark and the line under a chart say it too; a figure that is no budget says why it has no share', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await page.locator('.cc-hit').first().focus();
  await expect(page.locator('.cc-readout')).toContainText('1조 3,712억 원 · 주민 1인당 약 490만 원(2020년 12월 31일 인구)');
  await page.keyboard.press('Enter');
  await expect(page.locator('.cc-panel .cc-size')).toHaveText('1조 3,712억 원 · 주민 1인당 약 490만 원(2020년 12월 31일 인구)');
  await open(page, 'cc.view=budgets&cc.budgets=figures');
  await page.locator('.cc-hit').first().click();
  await expect(page.locator('.cc-panel .cc-size').last()).toContainText('예산이 아닌 금액이라');
});
