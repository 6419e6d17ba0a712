// Seven people, each with a question of their own, on a phone and at a desk, in Korean and in English, in the light and in the dark.
// WALK_PICTURES=folder keeps a picture of each step, to be looked at.
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { pages, bare } from './paper.mjs';
import { expect, fits, open, site, takeAlong, taken, test } from './page.mjs';

const WAYS = [{ width: 360, height: 780, lang: 'ko', scheme: 'light' }, { width: 1280, height: 800, lang: 'en', scheme: 'dark' }];
const SAID = {
  ko: { gwangyang: '광양시', budgets: '예산', topics: '주제', strategies: '전략', resident: '1인당', fields: '분야별', childcare: '아이 돌봄', youth: '청년', close: '닫기' },
  en: { gwangyang: 'Gwangyang', budgets: 'Budgets', topics: 'Topics', strategies: 'Strategies', resident: 'Per resident', fields: 'By field', childcare: 'Childcare', youth: 'Young people', close: 'Close' },
};

/** A walk on each of the ways; `seen` keeps a picture where one is asked for. */
function walk(name, steps) {
  for (const way of WAYS) {
    test(`${name}: ${way.width}, ${way.lang}, ${way.scheme}`, async ({ page, context }) => {
      test.setTimeout(60_000);
      await page.setViewportSize(way);
      await page.emulateMedia({ colorScheme: way.scheme });
      let step = 0;
      const seen = async () => {
        step += 1;
        expect(await fits(page), 'nothing stands beyond the page').toBe(true);
        const folder = process.env.WALK_PICTURES;
        if (folder) await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}-${step}-${way.width}-${way.lang}.png`) });
      };
      await steps({ page, context, said: SAID[way.lang], seen, ...way });
    });
  }
}

const tab = (page, name) => page.locator('.cc-tab').filter({ hasText: name });
const choice = (page, name) => page.locator('.cc-main .cc-choices').getByRole('button', { name, exact: true });
const top = (locator) => locator.evaluate((element) => element.getBoundingClientRect().top);

walk('a citizen', async ({ page, said, seen, lang, width }) => {
  await open(page, 'cc.view=glance', lang);
  // Her own city first, from then on everywhere.
  await choice(page, said.gwangyang).click();
  await expect(page.locator('.cc-home')).toContainText(said.gwangyang);
  await seen();
  await tab(page, said.topics).click();
  await choice(page, said.childcare).click();
  await expect(page.locator('.cc-column').first()).toContainText(said.gwangyang);
  // Her plans of childcare, with money first where the document states any.
  const first = page.locator('.cc-column').first();
  expect(Number(await first.locator('h4 strong').innerText())).toBeGreaterThan(10);
  await expect(first.locator('li').first().locator('small').first()).toContainText(lang === 'ko' ? '원' : 'won');
  await seen();
  await tab(page, said.budgets).click();
  await choice(page, said.resident).click();
  // The answer stands on the first screen, with its year and account.
  await expect(page.locator('.cc-hit').first()).toHaveAccessibleName(new RegExp(said.gwangyang));
  if (width === 360) expect(await top(page.locator('.cc-summary, .cc-drawing').first())).toBeLessThan(480);
  await expect(page.locator('.cc-summary')).toContainText(lang === 'ko' ? '일반회계' : 'general account');
  await seen();
});

walk('a journalist', async ({ page, context, said, seen, lang }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'cc.view=budgets', lang);
  await choice(page, said.fields).click();
  const answer = await page.locator('.cc-summary').innerText();
  expect(answer).toMatch(/\d\.\d%/);
  await takeAlong(page);
  const panel = page.locator('.cc-taken-along');
  await expect(panel.locator('img')).toHaveAttribute('alt', answer);
  await expect.poll(() => panel.locator('img').evaluate((image) => [image.naturalWidth, image.naturalHeight])).toEqual([1200, 675]);
  await panel.locator('img').scrollIntoViewIfNeeded();
  await seen();
  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: /PNG\)$/ }).click()]);
  const bytes = await readFile(await download.path());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 675]);
  expect(download.suggestedFilename()).toMatch(/\.1200x675\.png$/);
  await panel.getByRole('button', { name: /세로|Tall/ }).click();
  await expect.poll(() => panel.locator('img').evaluate((image) => [image.naturalWidth, image.naturalHeight])).toEqual([1080, 1350]);
  const copied = async (name) => {
    await panel.getByRole('button', { name }).click();
    await expect(page.getByRole('status')).toHaveText(/^(복사했습니다|Copied)\.$/);
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const sentence = await copied(/문장 복사|Copy sentence/);
  expect(sentence.startsWith(answer)).toBe(true);
  expect(sentence).toContain('cc.view=budgets');
  expect(await copied(/출처 표기 복사|Copy citation/)).toMatch(/<https:\/\/github\.com\//);
  await seen();
});

walk('a teacher', async ({ page, said, seen, lang }) => {
  await open(page, 'cc.view=budgets', lang);
  await choice(page, said.resident).click();
  // A question, not a league table.
  await expect(page.locator('.cc-sentence')).toHaveText(/\?$/);
  await seen();
  await takeAlong(page);
  await page.locator('city-compare').evaluate((host) => { host.print = () => { host.dataset.asked = 'yes'; }; });
  await page.locator('.cc-taken-along').getByRole('button', { name: /이 그래프만 인쇄|Print this figure/ }).click();
  await expect(page.locator('city-compare')).toHaveAttribute('data-asked', 'yes');
  // One sheet, with the question, the date, the address and its QR code.
  const printed = await pages(await page.pdf({ preferCSSPageSize: true }));
  expect(printed).toHaveLength(1);
  const text = bare(printed[0].text);
  expect(text).toContain(bare(await page.locator('.cc-sentence').innerText()));
  expect(text).toContain('cc.view=budgets');
  expect(text).toMatch(/2026\.11/);
  await expect(page.locator('[data-alone]')).toHaveCount(0);
});

walk('a web editor', async ({ page, context, said, seen, lang, baseURL }) => {
  await open(page, 'cc.view=budgets', lang);
  await choice(page, said.fields).click();
  const csv = await page.locator('city-compare').evaluate((host) => host.exportCsv());
  await takeAlong(page);
  const panel = page.locator('.cc-taken-along');
  await panel.getByRole('button', { name: /^두 줄|Two lines/ }).click();
  const code = await panel.locator('.cc-code').innerText();
  expect(code).toContain('view="budgets" figure="fields" controls="none"');
  await panel.locator('.cc-code').scrollIntoViewIfNeeded();
  await seen();
  // Pasted elsewhere it is the same figure, alone, with the way to the whole.
  const other = await context.newPage();
  await other.setViewportSize(page.viewportSize());
  await site(other, code.replaceAll(/https?:\/\/[^/]+\//g, './'), { lang });
  await expect(other.locator('figure .cc-drawing svg')).toBeVisible();
  const numbers = (text) => text.trimEnd().split('\r\n').map((line) => line.split(',').slice(0, 10).join());
  expect(numbers(await other.locator('city-compare').evaluate((host) => host.exportCsv()))).toEqual(numbers(csv));
  for (const hidden of ['.cc-head', '.cc-take', '.cc-choices']) await expect(other.locator(hidden).first()).toBeHidden();
  await expect(other.locator('.cc-basis')).toBeVisible();
  await expect(other.locator('.cc-sources')).toBeVisible();
  await expect(other.locator('.cc-whole a')).toHaveAttribute('href', /index\.html#.*cc\.figure=fields/);
  await other.close();
});

walk('a council member', async ({ page, said, seen, lang }) => {
  await open(page, 'cc.view=topics', lang);
  await choice(page, said.youth).click();
  await expect(page.locator('.cc-column')).toHaveCount(5);
  await seen();
  // All of it on one sheet, with money and departments where a document states them.
  const printed = await pages(await page.pdf({ preferCSSPageSize: true }));
  expect(printed).toHaveLength(1);
  const text = bare(printed[0].text);
  const items = await page.locator('.cc-column li a').allInnerTexts();
  expect(items.length).toBeGreaterThan(15);
  expect(items.filter((item) => !text.includes(bare(item)))).toEqual([]);
  // And what matters most, kept beside it.
  await page.locator('.cc-column li a').first().click();
  await page.locator('.cc-item .cc-pin').click();
  await expect(page.locator('.cc-pill')).toContainText('1');
  await seen();
});

walk('a cold visitor', async ({ page, seen, lang, width }) => {
  await page.goto('index.html');
  await taken(page);
  await expect(page.locator('.cc-sentence')).toHaveText(/\?$/);
  if (lang === 'en' && await page.locator('.cc').getAttribute('lang') !== 'en') await page.getByRole('button', { name: 'English' }).click();
  // What this is, and an answer, before anything is pressed.
  await expect(page.locator('.cc-summary')).toContainText('716');
  const answer = page.locator('.cc-card p').first();
  await expect(answer).toHaveText(/\.$/);
  expect(await top(answer)).toBeLessThan(width === 360 ? 780 : 600);
  await seen();
  await page.locator('.cc-more-of a').first().click();
  await expect(page.locator('.cc-drawing svg')).toBeVisible();
  await seen();
});

walk('someone from another city', async ({ page, seen, lang }) => {
  await open(page, 'cc.view=budgets', lang);
  if (await page.locator('.cc-folds').isVisible()) await page.locator('.cc-folds button').last().click();
  await page.locator('[id$="-find"]').click();
  await page.locator('.cc-finder input').fill(lang === 'ko' ? '순천' : 'Suncheon');
  await page.locator('.cc-place').filter({ hasText: /순천시|Suncheon-si/ }).click();
  const name = lang === 'ko' ? '순천시' : 'Suncheon';
  await expect(page.locator('.cc-chip-name').filter({ hasText: name })).toHaveCount(1);
  await expect(page.locator('.cc-drawing svg')).toContainText(name);
  await seen();
  // The link names it, too.
  await page.reload();
  await expect(page.locator('.cc-drawing svg')).toContainText(name);
});
