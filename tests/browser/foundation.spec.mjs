// The page on the complete dataset: five cities, two languages, phone and desk, light and dark.
import { CITIES, CITIES_EN, expect, fits, open, test } from './page.mjs';

const WIDTHS = [360, 1280];
const VIEWS = ['glance', 'visions', 'strategies', 'topics', 'budgets', 'sources'];

for (const width of WIDTHS) {
  for (const [lang, names] of [['ko', CITIES], ['en', CITIES_EN]]) {
    test(`all five cities are shown in every view: ${width} px, ${lang}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const view of VIEWS) {
        await open(page, `cc.view=${view}`, lang);
        if (width === 360) await page.locator('.cc-folds button').last().click();
        for (const name of names) await expect(page.locator('.cc-chip-name', { hasText: name })).toBeVisible();
        expect(await page.locator('.cc').getAttribute('lang')).toBe(lang);
        expect(await fits(page), `${view} is not wider than the window`).toBe(true);
      }
    });
  }
}

test('a vision is shown as printed, a missing one says so, and each leads to its source', async ({ page }) => {
  await open(page, 'cc.view=visions');
  const row = page.locator('[data-row=vision]');
  await expect(row.locator('[data-city=gwangju]')).toContainText('광주, 대한민국 미래로!');
  await expect(row.locator('[data-city=yeosu]')).toContainText('비전 문장 없음');
  await expect(row.locator('[data-city=yeosu]')).toContainText('비전이라고 밝힌 문장이 없고');
  const source = row.locator('[data-city=gwangju]').getByRole('button', { name: /근거/ });
  await source.click();
  const panel = page.locator('.cc-panel');
  await expect(panel).toBeFocused();
  await expect(panel).toContainText('30번째 줄');
  await expect(panel).toContainText('시정비전');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(source).toBeFocused();
});

test('Gyeongju states 49 tasks and lists none: the sources say so', async ({ page }) => {
  await open(page, 'cc.view=sources');
  await expect(page.locator('.cc-card').filter({ hasText: '경주시' }).locator('[data-row=structure]')).toContainText('적힌 수 49 · 목록 없음');
});

test('cities are taken out, added and ordered, and never fewer than two', async ({ page }) => {
  await open(page, 'cc.view=visions');
  await page.getByRole('button', { name: '여수시 빼기' }).click();
  await expect(page.locator('thead th')).toHaveText([/광양시/, /경주시/, /전주시/, /광주광역시/]);
  await page.getByRole('button', { name: '광주광역시 앞으로 옮기기' }).click();
  await expect(page.locator('thead th')).toHaveText([/광양시/, /경주시/, /광주광역시/, /전주시/]);
  await page.getByLabel('도시 추가').selectOption('yeosu');
  await expect(page.locator('thead th')).toHaveCount(5);
  for (const name of ['여수시', '전주시', '경주시']) await page.getByRole('button', { name: `${name} 빼기` }).click();
  await expect(page.locator('thead th')).toHaveCount(2);
  await expect(page.getByRole('button', { name: /빼기/ })).toHaveCount(0);
});

test('the language switch keeps the state and the focus', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press&cc.unit=per_resident');
  const english = page.getByRole('button', { name: 'English' });
  await english.click();
  await expect(english).toBeFocused();
  await expect(page.locator('.cc-sentence')).toHaveText('Initial budgets per resident');
  await expect(page.getByRole('group', { name: 'Show' }).getByRole('button', { name: 'Per resident' })).toHaveAttribute('aria-pressed', 'true');
});

test('totals: chart and table hold the same exact amounts', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await expect(page.locator('.cc-drawing svg')).toContainText('1조 3,712억');
  await page.getByRole('button', { name: '표로 보기' }).click();
  await expect(page.locator('.cc-data')).toContainText('1조 3,712억 원');
  const head = page.getByRole('columnheader', { name: '금액' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('.cc-data tbody tr').first()).toContainText('광양시');
});

test('what is not comparable is said beside the figure', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  await expect(page.locator('.cc-notes')).toContainText('광역시');
  await expect(page.locator('.cc-drawing svg')).toContainText('2020년도 · 확정');
  await page.getByLabel('같은 해·같은 단계만 비교').check();
  await expect(page.locator('.cc-notes')).toContainText('광주광역시: 2022년도 본예산을 찾지 못했습니다.');
});

test('Gwangyang’s projects: funding, contradictions, 비예산, and documents without amounts', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.budgets=plan');
  const figure = page.locator('figure');
  await expect(figure.locator('.cc-drawing svg')).toContainText('스마트 하수관로 선도사업');
  await expect(figure.locator('.cc-drawing svg')).toContainText('비예산');
  await expect(figure.locator('.cc-legend')).toContainText('국비');
  await expect(figure.locator('.cc-legend')).toContainText('재원 미상');
  await expect(figure.locator('.cc-notes')).toContainText('32,940');
  await expect(figure.locator('.cc-notes')).toContainText('여수시의 문서에는 사업 예산이 적혀 있지 않습니다.');
});

test('a chart is one tab stop; arrows walk its marks, Enter opens the source', async ({ page }) => {
  await open(page, 'cc.view=budgets&cc.figure=press');
  const marks = page.locator('.cc-hit');
  await expect(page.locator('.cc-hit[tabindex="0"]')).toHaveCount(1);
  await marks.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(marks.nth(1)).toBeFocused();
  await expect(marks.nth(1)).toHaveAccessibleName(/광양시.*원/);
  await page.keyboard.press('End');
  await expect(marks.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.cc-panel')).toContainText('원문 표기');
});

test('an item shows everything that its sheet states', async ({ page }) => {
  await open(page, 'cc.item=gwangyang-5-4');
  const item = page.locator('.cc-item');
  await expect(item).toBeFocused();
  await expect(item).toContainText('광양시 성인문해교실 운영');
  await expect(item).toContainText('교육보육과');
  await expect(item).toContainText('5,700만 원');
  await expect(item).toContainText('519명');
});

test('dark and light follow the system', async ({ page }) => {
  const paper = () => page.locator('.cc').evaluate((cc) => getComputedStyle(cc).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  expect(await paper()).toBe('rgb(22, 24, 29)');
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await paper()).toBe('rgb(255, 255, 255)');
});

test('a link from another version says what it leaves out, and shows the rest', async ({ page }) => {
  await open(page, 'cc.view=maps&cc.cities=yeosu,gwangju');
  await expect(page.getByRole('alert')).toContainText('view=maps');
  await expect(page.locator('.cc-chip-name')).toHaveCount(2);
});

test('the fragment follows the state, and back goes back', async ({ page }) => {
  await open(page, 'cc.view=visions');
  await page.getByRole('button', { name: '예산', exact: true }).click();
  await expect(page).toHaveURL(/cc\.view=budgets/);
  await page.goBack();
  await expect(page.locator('[data-row=vision]')).toBeVisible();
});
