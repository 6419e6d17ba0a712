// What a reader keeps: items, cells and figures, in an order and with notes of their own; printed, passed on, taken along.
import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { pages, bare } from './paper.mjs';
import { expect, fits, open, test } from './page.mjs';

const tray = (page) => page.locator('.cc-tray');
const pill = (page) => page.locator('.cc-pill');
const kept = (page) => tray(page).locator('.cc-pins > li');

test('an item, a cell and a figure are kept, put in order by keyboard, noted, and come back by their link', async ({ page, context }) => {
  await open(page, 'cc.view=budgets');
  await expect(pill(page)).toHaveCount(0);
  await page.locator('.cc-figure .cc-pin').click();
  await expect(pill(page)).toHaveText('담은 것 1');
  await expect(page.locator('.cc-figure .cc-pin')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '전략', exact: true }).click();
  await page.locator('[data-plot=plan-fields] .cc-hit').first().click();
  await page.locator('.cc-cell .cc-pin').click();
  await page.locator('.cc-cell li .cc-link').first().click();
  const title = await page.locator('.cc-item h4').innerText();
  await page.locator('.cc-item .cc-pin').click();
  await expect(pill(page)).toHaveText('담은 것 3');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await pill(page).click();
  await expect(kept(page)).toHaveCount(3);
  await expect(kept(page).nth(0).locator('svg')).toBeVisible();
  // By keyboard: the last one earlier, and the focus goes along.
  const up = kept(page).nth(2).getByRole('button', { name: /앞으로$/ });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(kept(page).nth(1)).toContainText(title.slice(0, 10));
  await expect(kept(page).nth(1).getByRole('button', { name: /앞으로$/ })).toBeFocused();
  await kept(page).nth(1).getByRole('textbox').fill('먼저 볼 것 & <물음>');
  await kept(page).nth(1).getByRole('textbox').press('Enter');
  await expect(page).toHaveURL(/cc\.pins=view\.budgets~item\./);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(pill(other)).toHaveText('담은 것 3');
  await pill(other).click();
  await expect(kept(other).nth(1).getByRole('textbox')).toHaveValue('먼저 볼 것 & <물음>');
  // A title leads to what it names, and what is kept stays.
  await kept(other).nth(0).locator('.cc-link').click();
  await expect(other.locator('.cc-tab[aria-current]')).toHaveText('예산');
  await expect(pill(other)).toHaveText('담은 것 3');
});

test('what is kept is printed as one sheet, and taken along as CSV and HTML with citations', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.pins=view.budgets~item.yeosu-1-1..note.%EB%A8%BC%EC%A0%80~field.080..city.gyeongju');
  await pill(page).click();
  await expect(kept(page)).toHaveCount(3);
  const file = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), tray(page).getByRole('button', { name }).click()]);
    return readFile(await download.path(), 'utf8');
  };
  const csv = await file('담은 것 내려받기(CSV)');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(4);
  expect(csv).toContain('먼저');
  const html = await file('HTML 내려받기');
  expect(html).toMatch(/<table/);
  expect(html).toContain('먼저');
  expect(html).toContain('https://');
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await page.locator('city-compare').evaluate((host) => { host.print = () => { host.dataset.asked = 'yes'; }; });
  await tray(page).getByRole('button', { name: '한 장으로 인쇄' }).click();
  await expect(page.locator('city-compare')).toHaveAttribute('data-asked', 'yes');
  const printed = await pages(await page.pdf({ preferCSSPageSize: true }));
  expect(printed).toHaveLength(1);
  const text = bare(printed[0].text);
  for (const said of ['담은것', '먼저', '10만원이라면']) expect(text).toContain(said);
  expect(text).not.toContain('담은것3');
  // Afterwards the page is as it was.
  await expect(page.locator('[data-alone]')).toHaveCount(0);
});

test('the tray says what it is for when it is empty, and that a link cannot hold more', async ({ page }) => {
  await open(page, 'cc.view=strategies&cc.pins=item.yeosu-1-1~item.nothing');
  await pill(page).click();
  await expect(tray(page)).toContainText('이 자료에 없는 것 1개는 보이지 않습니다.');
  await kept(page).getByRole('button', { name: /빼기$/ }).click();
  await expect(tray(page)).toContainText('담아 두면 한 장으로 인쇄할 수 있습니다.');
  await open(page, `cc.view=budgets&cc.pins=item.yeosu-1-1..note.${'가'.repeat(165)}`);
  await page.reload();
  await page.locator('.cc-figure .cc-pin').click();
  await expect(page.getByRole('status')).toHaveText(/주소에 담을 수 있는 길이를 넘습니다/);
});

for (const [width, lang, scheme] of [[360, 'ko', 'light'], [1280, 'en', 'dark']]) {
  test(`the tray at ${width} in ${lang}, ${scheme}: within the page, and nothing for axe to say`, async ({ page }) => {
    await page.setViewportSize({ width, height: 780 });
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, 'cc.view=budgets&cc.pins=view.budgets~item.yeosu-1-1~field.080..city.gwangyang', lang);
    await pill(page).click();
    await expect(kept(page)).toHaveCount(3);
    expect(await fits(page)).toBe(true);
    const { violations } = await new AxeBuilder({ page }).include('city-compare').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.length, nodes[0].html])).toEqual([]);
  });
}
