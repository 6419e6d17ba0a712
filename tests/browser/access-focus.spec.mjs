// Where the focus goes when something opens, closes or removes itself, and what is announced.
import { STATES, VIEWS } from './access.mjs';
import { expect, open, test } from './page.mjs';

test('Escape closes an opened item and gives the focus back to what opened it; so does its back button', async ({ page }) => {
  await open(page, VIEWS.visions);
  const link = page.locator('[data-row=vision] [data-city=gwangju] .cc-slogan a');
  for (const close of [() => page.keyboard.press('Escape'), () => page.getByRole('button', { name: '목록으로' }).press('Enter')]) {
    await link.press('Enter');
    await expect(page.locator('.cc-item')).toBeFocused();
    await close();
    await expect(page.locator('.cc-item')).toHaveCount(0);
    await expect(link).toBeFocused();
  }
});

test('Escape closes the source of an item first, and only then the item', async ({ page }) => {
  await open(page, STATES.item);
  const source = page.locator('.cc-item .cc-source').first();
  await source.press('Enter');
  await expect(page.locator('.cc-panel')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('.cc-panel')).toHaveCount(0);
  await expect(source).toBeFocused();
  await expect(page.locator('.cc-item')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.cc-item')).toHaveCount(0);
});

test('the focus is never lost when a button removes itself', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.field=080&cc.with-budget=yes');
  const lost = [];
  const within = async (what) => {
    if (!await page.locator('city-compare').evaluate((host) => Boolean(host.shadowRoot.activeElement))) lost.push(what);
  };
  await page.getByRole('button', { name: '‘사회복지’ 조건 풀기' }).press('Enter');
  await expect(page.locator('.cc-set .cc-chip')).toHaveCount(1);
  await within('a filter, another left');
  await page.getByRole('button', { name: '‘금액 적힌 것만’ 조건 풀기' }).press('Enter');
  await expect(page.locator('.cc-set')).toHaveCount(0);
  await within('the last filter');
  await page.getByRole('searchbox').fill('탄소중립');
  await page.getByRole('button', { name: '찾기 지우기' }).press('Enter');
  await expect(page.locator('.cc-results')).toHaveCount(0);
  await within('the search');
  await page.getByRole('button', { name: '여수시 빼기' }).press('Enter');
  await expect(page.locator('.cc-cities .cc-chip')).toHaveCount(4);
  await within('a city');
  for (const what of ['a moved city', 'a city moved again', 'a city moved to the first place']) {
    await page.getByRole('button', { name: '광주광역시 앞으로 옮기기' }).press('Enter');
    await within(what);
  }
  await page.getByRole('combobox', { name: '도시 추가' }).selectOption('yeosu');
  await within('the menu of cities, when all are in');
  expect(lost).toEqual([]);
});

test('what changes is announced politely, once, in the language of the page', async ({ page }) => {
  await open(page);
  const status = page.getByRole('status');
  await expect(status).toHaveCount(1);
  await status.evaluate((region) => {
    window.said = [];
    new MutationObserver(() => { window.said.push(region.textContent); }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await page.getByRole('button', { name: '여수시 빼기' }).click();
  await expect(status).toHaveText('4개 도시를 비교합니다: 광양시, 경주시, 전주시, 광주광역시.');
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(status).toHaveText('예산 보기입니다.');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Data and sources', exact: true }).click();
  await expect(status).toHaveText('Data and sources view.');
  expect(await page.evaluate(() => window.said)).toEqual(['4개 도시를 비교합니다: 광양시, 경주시, 전주시, 광주광역시.', '예산 보기입니다.', 'Data and sources view.']);
});

test('the language switch changes every name and keeps what is chosen', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.order=coverage&cc.field=080');
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Most plans' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Remove the condition “Social welfare”' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Field', exact: true })).toHaveValue('080');
  await page.getByRole('button', { name: '한국어' }).press('Enter');
  await expect(page.getByRole('button', { name: '계획 많은 순' })).toHaveAttribute('aria-pressed', 'true');
});
