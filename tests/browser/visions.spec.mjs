// Visions on one screen: a card a city, its own first; directions lead on; goals, values and means fold.
import { VIEWS, found, textSize, violations } from './access.mjs';
import { bare, pages } from './paper.mjs';
import { CITIES, SCRIPT, expect, open, site, test } from './page.mjs';

const cards = (page) => page.locator('.cc-quote');
const card = (page, city) => page.locator(`.cc-quote[data-city=${city}]`);
const height = (page) => page.locator('.cc-main').evaluate((main) => Math.round(main.getBoundingClientRect().height));

test('five cards in the reader’s order, each with its sentence, what it is, and its document', async ({ page }) => {
  await open(page, VIEWS.visions);
  await expect(page.locator('.cc-sentence')).toHaveText('비전을 문장으로 내건 곳은 광양시와 광주광역시입니다');
  await expect(cards(page).locator('h4')).toHaveText(CITIES);
  await expect(cards(page).locator('.cc-badge')).toHaveText(['비전 문장 없음', '비전', '비전 문장 없음', '기사·문서 제목', '비전']);
  await expect(card(page, 'jeonju').locator('.cc-slogan')).toHaveText('전주다움 키워 더 큰 미래로');
  await expect(card(page, 'jeonju')).toContainText('언론 보도 · 2022');
  await expect(card(page, 'gyeongju')).toContainText('그 문구는 싣지 않았습니다');
  await expect(cards(page).locator('.cc-source')).toHaveCount(5);
  // What is said once is not said again.
  expect(await page.locator('.cc-none').evaluateAll((all) => all.filter((one) => one.textContent.split('문서에 없음').length > 2).length)).toBe(0);
});

test('the site’s own city comes first, with a star, in the cards and in the folded table', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare home="jeonju" state="url"></city-compare>`);
  await expect(cards(page).locator('h4')).toHaveText(['전주시', '여수시', '광양시', '경주시', '광주광역시']);
  await expect(cards(page).first()).toHaveClass(/cc-home/);
  await expect(page.locator('.cc-side thead .cc-city-name')).toHaveText(['전주시', '여수시', '광양시', '경주시', '광주광역시']);
  await expect(page.locator('.cc-side [data-row=values] td').first()).toContainText('생태');
});

test('a source opens under the row of cards, on a phone under its own card; Escape gives the focus back', async ({ page }) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, VIEWS.visions);
    const source = card(page, 'gwangyang').locator('.cc-source');
    await source.click();
    await expect(page.locator('.cc-panel')).toContainText('150번째 줄');
    const top = (locator) => locator.evaluate((one) => one.getBoundingClientRect().top);
    const [own, panel, next] = [await top(card(page, 'gwangyang')), await top(page.locator('.cc-panel')), await top(card(page, 'gyeongju'))];
    expect(panel).toBeGreaterThan(own);
    expect(panel > next, `${own} ${panel} ${next}`).toBe(width > 640);
    await page.keyboard.press('Escape');
    await expect(source).toBeFocused();
  }
});

test('a direction leads into the strategies, and Back to the cards; its address restores it', async ({ page }) => {
  await open(page, VIEWS.visions);
  const direction = card(page, 'gwangju').getByRole('link', { name: '따뜻한 광주' });
  const address = await direction.getAttribute('href');
  expect(address).toMatch(/cc\.view=strategies.*cc\.item=gwangju-|cc\.item=gwangju-.*cc\.view=strategies/);
  await direction.click();
  await expect(page.locator('.cc-tab[aria-current]')).toHaveText('전략');
  await expect(page.locator('.cc-item')).toContainText('따뜻한 광주');
  await page.goBack();
  await expect(cards(page)).toHaveCount(5);
  await expect(page.locator('.cc-item')).toHaveCount(0);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.locator('.cc-tab[aria-current]')).toHaveText('전략');
  await expect(page.locator('.cc-item')).toContainText('따뜻한 광주');
});

test('goals, values and means unfold by keyboard, and stay so when the language or the cities change', async ({ page }) => {
  await open(page, VIEWS.visions);
  const table = page.locator('.cc-aligned table');
  const fold = page.locator('.cc-aligned summary');
  await expect(fold).toHaveText('목표 · 가치 · 방법');
  await expect(table).toBeHidden();
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(table).toBeVisible();
  await expect(table.locator('tbody th')).toHaveText(['목표', '가치', '방법']);
  await expect(table.locator('[data-row=values] [data-city=yeosu]')).toContainText('문서에 없음');
  const source = table.locator('[data-row=values] [data-city=gwangju] .cc-source').first();
  await source.click();
  await expect(table.locator('.cc-panel')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(table).toBeVisible();
  await page.getByRole('button', { name: 'Remove Yeosu' }).click();
  await expect(table.locator('thead th')).toHaveCount(4);
  await expect(table).toBeVisible();
});

for (const [lang, width, most] of [['ko', 1280, 700], ['en', 1280, 700], ['ko', 360, 1400], ['en', 360, 1400]]) {
  test(`the view is at most ${most} px high at ${width} px: ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, VIEWS.visions, lang);
    await expect(cards(page)).toHaveCount(5);
    expect(await height(page)).toBeLessThanOrEqual(most);
    if (width === 1280) expect(new Set(await cards(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))).size, 'one row').toBe(1);
  });
}

/** What of the view reaches beyond the window, or is cut by its box; directions slide in a line of their own. */
const cut = (page) => found(page, '.cc-main *', (element) => {
  const box = element.getBoundingClientRect();
  if (box.width > 1 && !element.closest('.cc-directions li') && (box.right > innerWidth + 1 || box.left < -1)) return `reaches ${box.left.toFixed(0)}…${box.right.toFixed(0)}`;
  const line = element.closest('.cc-directions ul');
  if (line && box.width > line.clientWidth + 1) return 'is wider than its line';
  return element !== line && !element.matches('.cc-hidden, .cc-side thead, .cc-side thead *') && getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1 && 'is cut';
});

test('nothing is cut off from 320 to 480 px, nor with text at 200 %; axe has nothing to say, folded or not, light or dark', async ({ page }) => {
  test.setTimeout(60_000);
  for (const lang of ['ko', 'en']) {
    await open(page, VIEWS.visions, lang);
    await page.locator('.cc-aligned summary').click();
    for (const width of [320, 360, 480, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await cut(page), `${lang} ${width}`).toEqual([]);
    }
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), `${lang} ${colorScheme}`).toEqual([]);
    }
  }
  await textSize(page, 32);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await cut(page), `200 % at ${width}`).toEqual([]);
  }
});

test('the view is one printed page; what a reader unfolded is printed, too', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, VIEWS.visions);
  const print = async () => pages(await page.pdf({ preferCSSPageSize: true, printBackground: false }));
  const [sheet, ...more] = await print();
  expect(more.length).toBe(0);
  for (const text of ['전주다움 키워 더 큰 미래로', '안전하고 편안한 광주']) expect(bare(sheet.text)).toContain(bare(text));
  await page.locator('.cc-aligned summary').click();
  const all = (await print()).map(({ text }) => text).join('');
  for (const text of ['안전하고 편안한 광주', '좋은 일자리 창출', '가장 인간적인 도시']) expect(bare(all)).toContain(bare(text));
});
