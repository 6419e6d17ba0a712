// The workbench: from real files, chosen through the file dialog, to a city beside Yeosu and Gwangju, and to one file that opens without
// a network. Nothing leaves the tab. The files in files/ are invented, in the layouts of 지방재정365 (CP949), of the ministry, and of our form.
import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TABS, expect, fits, open, test } from './page.mjs';

const FILES = ['budget.cp949.csv', 'residents.csv', 'plan.xlsx'].map((name) => join(import.meta.dirname, 'files', name));
const chips = (page) => page.locator('.cc-chip-name');
const steps = (page) => page.locator('.cc-workbench > section');
const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Opens the workbench beside two cities, and chooses Suncheon. */
async function begin(page) {
  await open(page, 'cc.view=workbench&cc.cities=yeosu,gwangju');
  await expect(page.getByRole('heading', { name: '자료 만들기: 우리 도시를 다섯 도시 옆에' })).toBeVisible();
  const field = page.getByRole('searchbox', { name: '어느 도시입니까?' });
  await field.fill('ㅅㅊ');
  await expect(steps(page).first().getByRole('button', { name: /^순천시/ })).toBeVisible();
  await field.fill('순천');
  await steps(page).first().getByRole('button', { name: /^순천시/ }).click();
  await expect(chips(page)).toHaveText(['순천시', '여수시', '광주광역시']);
}

/** Chooses files through the dialog. */
async function choose(page, files) {
  const dialog = page.waitForEvent('filechooser');
  await page.getByLabel(/^파일 고르기/).click();
  await (await dialog).setFiles(files);
}

/** Every request from here on. */
function network(page) {
  const asked = [];
  page.on('request', (request) => { if (/^http/.test(request.url())) asked.push({ method: request.method(), path: new URL(request.url()).pathname, body: request.postData() }); });
  return asked;
}

test('files of a city become a comparison, and one file that opens from a stick without a network', async ({ page }, info) => {
  await begin(page);
  // Its official figures are there at once, with nothing typed.
  await expect(steps(page).nth(2)).toContainText('순천시');
  const asked = network(page);
  await choose(page, FILES);
  const files = steps(page).nth(1).locator('.cc-list li');
  await expect(files).toHaveCount(3);
  await expect(files.nth(0)).toContainText('5행 가운데 5행을 썼습니다.');
  await expect(files.nth(0)).toContainText('CP949');
  await expect(files.nth(1)).toContainText('2행 가운데 1행을 썼습니다., 다른 곳 1행');
  await expect(files.nth(2)).toContainText('9행 가운데 9행을 썼습니다.');
  await expect(steps(page).nth(2)).toContainText('합계 맞춰 보기');
  await expect(page.locator('.cc-foot')).toContainText('순천시 1');
  // What was asked for meanwhile are parts of the program, by GET, and nothing else.
  expect(asked.filter(({ method, path, body }) => method !== 'GET' || body || !/\/wasm\/[^/]+\.wasm$/.test(path))).toEqual([]);
  expect(asked.some(({ path }) => path.includes('spreadsheet'))).toBe(true);
  // All views show these data.
  await button(page, TABS.strategies).click();
  await expect(page.locator('.cc-sentence')).not.toContainText('자료 만들기');
  await page.locator('.cc-search input').fill('순천만 습지');
  await expect(page.locator('.cc-hits')).toContainText('순천만 습지 지키기');
  await page.goBack();
  await page.locator('.cc-search input').fill('');
  await expect(steps(page)).toHaveCount(3);
  await expect(files).toHaveCount(3);
  const saving = page.waitForEvent('download');
  await button(page, 'HTML 한 장으로 받기(인터넷 없이 열립니다)').click();
  const file = info.outputPath('ours.html');
  await (await saving).saveAs(file);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
  const context = await browser.newContext({ offline: true, locale: 'ko-KR' });
  const other = await context.newPage();
  const said = [];
  other.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
  other.on('pageerror', (error) => said.push(error.message));
  await other.goto(pathToFileURL(file).href);
  await expect(chips(other).first()).toHaveText('순천시');
  await expect(chips(other)).toHaveCount(5);
  await button(other, TABS.strategies).click();
  await other.locator('.cc-search input').fill('도심 하천');
  await expect(other.locator('.cc-hits')).toContainText('도심 하천 되살리기');
  expect(said).toEqual([]);
  await browser.close();
});

test('the dataset and the lines to embed show the same city in another page', async ({ page }) => {
  await begin(page);
  await choose(page, FILES);
  await expect(steps(page).nth(1).locator('.cc-list li')).toHaveCount(3);
  const lines = await page.getByLabel(/^누리집에 넣을 두 줄/).inputValue();
  expect(lines).toContain('src="built-in our-city.json"');
  const saving = page.waitForEvent('download');
  await button(page, '자료 파일 받기(dataset.json)').click();
  const body = await (await (await saving).createReadStream()).toArray().then((parts) => Buffer.concat(parts).toString());
  await page.route('**/our-city.json', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.route('**/site.html', (route) => route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="ko"><link rel="icon" href="data:,">${lines.replaceAll('/city-compare/', '')}` }));
  await page.goto('site.html');
  await expect(chips(page).first()).toHaveText('순천시');
  await expect(page.locator('.cc-problems')).toHaveCount(0);
  await expect(page.locator('.cc-foot')).toContainText('순천시 1');
});

test('a pasted table, mistakes at their cells, and a list of them all', async ({ page }) => {
  await begin(page);
  await page.getByLabel(/^표 붙여 넣기/).fill('단계\t제목\t기능별 분야\t2026년 예산(백만원)\n전략\t바다 지키기\t100\t300\n전략\t\t100\t5\n전략\t숲 지키기\t999\t많이\n');
  await button(page, '붙여 넣은 표 읽기').click();
  const seen = steps(page).nth(2);
  await expect(seen).toContainText('확인할 곳 3');
  await expect(seen.locator('li').filter({ hasText: '많이' })).toContainText('붙여 넣은 표, 4행, D열');
  const saving = page.waitForEvent('download');
  await button(page, '모두 CSV로 받기').click();
  expect((await saving).suggestedFilename()).toBe('problems.csv');
  await button(page, '붙여 넣은 표 빼기').click();
  await expect(seen).toContainText('고칠 곳을 찾지 못했습니다.');
});

test('work is kept only on request, is there after a reload, and goes when it is deleted', async ({ page }) => {
  await begin(page);
  const stored = () => page.evaluate(() => localStorage.getItem('city-compare.workbench'));
  await choose(page, [FILES[2]]);
  await expect(steps(page).nth(1).locator('.cc-list li')).toHaveCount(1);
  expect(await stored()).toBeNull();
  // Without it, the browser asks before the page goes.
  const asked = page.waitForEvent('dialog');
  const leaving = page.reload({ timeout: 5_000 }).catch(() => {});
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(chips(page).first()).toHaveText('순천시');
  await page.getByRole('checkbox', { name: '이 브라우저에 보관하기' }).check();
  await expect.poll(stored).not.toBeNull();
  await page.reload();
  await expect(chips(page).first()).toHaveText('순천시');
  await expect(steps(page).nth(1).locator('.cc-list li')).toContainText('dataset.json');
  await expect(page.locator('.cc-problems')).toHaveCount(0);
  await button(page, '보관한 자료 지우기').click();
  expect(await stored()).toBeNull();
  await button(page, '처음부터 다시').click();
  await expect(chips(page)).toHaveCount(5);
  await expect(page.getByRole('searchbox', { name: '어느 도시입니까?' })).toBeVisible();
});

test('the link at the end of the app leads there', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: '우리 도시 넣기' }).click();
  await expect(page.getByRole('heading', { name: '자료 만들기: 우리 도시를 다섯 도시 옆에' })).toBeInViewport();
  await expect(steps(page)).toHaveCount(3);
  await expect(page.getByLabel(/^파일 고르기/)).toBeDisabled();
});

test('the form of a plan comes back unchanged, by the keyboard, in English and on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'cc.view=workbench', 'en');
  await expect(page.getByRole('heading', { name: 'Make your data: your city beside the five' })).toBeVisible();
  expect(await fits(page)).toBe(true);
  await page.getByRole('searchbox', { name: 'Which city is it?' }).focus();
  await page.keyboard.type('Suncheon');
  await expect(steps(page).first().getByRole('button', { name: /^Suncheon/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(steps(page).first()).toContainText('Suncheon-si is chosen.');
  const saving = page.waitForEvent('download');
  await button(page, 'Get the empty form of a plan (CSV)').click();
  await choose2(page, await (await saving).path());
  await expect(steps(page).nth(1).locator('.cc-list li')).toContainText('0 of 0 rows used.');
  await expect(steps(page).nth(2)).toContainText('Nothing to correct was found.');
  expect(await fits(page)).toBe(true);
});

/** Gives one file by its path. */
async function choose2(page, path) {
  const dialog = page.waitForEvent('filechooser');
  await page.getByLabel(/^Choose files/).click();
  await (await dialog).setFiles(path);
}
