// The cities by keyboard: the focus stays on what was pressed, or goes to what is next to it.
import { SCRIPT, expect, open, site, test } from './page.mjs';
import { serveSeven } from './seven.mjs';

const names = (page) => page.locator('.cc-cities .cc-chip-name');
const focused = (page) => page.locator('city-compare').evaluate(({ shadowRoot }) => {
  const { activeElement } = shadowRoot;
  return activeElement && (activeElement.getAttribute('aria-label') ?? activeElement.textContent);
});

test('moving a city twice moves it by two places, and the first has nowhere to go', async ({ page }) => {
  await open(page);
  const earlier = page.getByRole('button', { name: '경주시 앞으로 옮기기' });
  await earlier.focus();
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(['여수시', '경주시', '광양시', '전주시', '광주광역시']);
  await expect(earlier).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(['경주시', '여수시', '광양시', '전주시', '광주광역시']);
  await expect.poll(() => focused(page)).toContain('경주시');
  // Pressing on undoes nothing and removes no city.
  await page.keyboard.press('Enter');
  await page.waitForTimeout(100);
  await expect(names(page)).toHaveText(['경주시', '여수시', '광양시', '전주시', '광주광역시']);
});

for (const [which, place] of [['first', 0], ['middle', 2], ['last', 4]]) {
  test(`removing the ${which} city again and again down to two: the focus stays in the widget`, async ({ page }) => {
    await open(page);
    await page.locator('.cc-cities [id*="-remove-"]').nth(place).focus();
    for (const left of [4, 3, 2]) {
      await page.keyboard.press('Enter');
      await expect(names(page)).toHaveCount(left);
      await expect.poll(() => focused(page), `${left} left`).not.toBe(null);
      if (left > 2) await expect.poll(() => focused(page)).toMatch(/빼기$/);
    }
    // Two cities make a comparison: none can go, and one can come.
    await expect(page.locator('.cc-cities [id*="-remove-"]')).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: '도시 추가' })).toBeFocused();
  });
}

test('a city that joins leaves the focus on the menu, or on its own chip when the menu is gone', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare cities="yeosu,gwangju,jeonju"></city-compare>`);
  const menu = page.getByRole('combobox', { name: '도시 추가' });
  await menu.focus();
  await menu.selectOption('gyeongju');
  await expect(names(page)).toHaveText(['여수시', '광주광역시', '전주시', '경주시']);
  await expect(menu).toBeFocused();
  await expect(menu).toHaveValue('');
  await menu.selectOption('gwangyang');
  await expect(menu).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe('광양시 빼기');
});

test('more cities than fit: each can be taken in and out', async ({ page }) => {
  await serveSeven(page);
  await site(page, `${SCRIPT}<city-compare src="seven.json"></city-compare>`);
  await expect(names(page)).toHaveCount(5);
  await expect(page.getByRole('combobox', { name: '도시 추가' })).toHaveCount(0);
  await page.getByRole('button', { name: '여수시 빼기' }).press('Enter');
  await page.getByRole('combobox', { name: '도시 추가' }).selectOption('junggu-busan');
  await expect(names(page)).toHaveText(['광양시', '경주시', '전주시', '광주광역시', '부산광역시 중구']);
  const tones = await page.locator('.cc-cities .cc-chip').evaluateAll((all) => all.map((chip) => getComputedStyle(chip).borderInlineStartColor));
  expect(new Set(tones).size).toBe(5);
});
