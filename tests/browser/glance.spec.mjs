// The first page: a question, three cards with an answer and a chart each, the reader's own city, the ways on.
import { VIEWS, violations } from './access.mjs';
import { CITIES, CITIES_EN, TABS, expect, fits, open, test } from './page.mjs';

const cards = (page) => page.locator('.cc-card');
const own = (page, name) => page.locator('.cc-choices').getByRole('button', { name, exact: true });

for (const [lang, names, question, questions, ends] of [
  ['ko', CITIES, '우리 시는 무엇을 하겠다고 했고, 돈은 어디에 쓸까요?', ['시 살림이 10만 원이라면 어디에 쓸까요?', '주민 1인당 예산은 얼마입니까?', '문서마다 어느 분야를 많이 계획했습니까?'], /입니다\.$/],
  ['en', CITIES_EN, /\?$/, [/100,000 won/, /for each resident\?$/, /\?$/], /\.$/],
]) {
  test(`a question, and three that it is made of, each with its answer and a chart of all five, ${lang}`, async ({ page }) => {
    await open(page, VIEWS.glance, lang);
    await expect(page.locator('.cc-sentence')).toHaveText(question);
    await expect(page.locator('.cc-summary')).toContainText('716');
    await expect(page.locator('.cc-summary')).toContainText('523');
    await expect(cards(page).locator('h4')).toHaveText(questions);
    for (const card of await cards(page).all()) {
      await expect(card.locator('h4 + p')).toHaveText(ends);
      await expect(card.locator('.cc-drawing svg')).toBeVisible();
      for (const name of names) await expect(card.locator('.cc-drawing svg')).toContainText(name);
      await expect(card.locator('.cc-hit[tabindex="0"]')).toHaveCount(1);
    }
  });
}

test('the numbers of the facts are those of the dataset', async ({ page }) => {
  const { cities } = await (await page.request.get('dataset.json')).json();
  const items = cities.flatMap(({ plan }) => plan.items);
  await open(page, VIEWS.glance);
  await expect(page.locator('.cc-summary')).toContainText(`${items.length}개 항목(계획 ${items.filter(({ role }) => role === 'plan').length}건)`);
});

test('one’s own city is marked and comes first, in the chips and in every card, and can be taken back', async ({ page }) => {
  await open(page, VIEWS.glance);
  for (const name of CITIES) await expect(own(page, name)).toHaveAttribute('aria-pressed', 'false');
  await own(page, '전주시').click();
  await expect(own(page, '전주시')).toHaveAttribute('aria-pressed', 'true');
  await expect(own(page, '전주시')).toBeFocused();
  await expect(page.locator('.cc-chip-name').first()).toHaveText('전주시');
  await expect(page.locator('.cc-home')).toHaveText(/전주시/);
  for (const card of await cards(page).all()) {
    await expect(card.locator('.cc-hit').first()).toHaveAccessibleName(/전주시/);
  }
  await own(page, '전주시').click();
  await expect(own(page, '전주시')).toHaveAttribute('aria-pressed', 'false');
  await expect(page.locator('.cc-home')).toHaveCount(0);
});

test('a mark of each card opens its source in the card, and Escape gives the focus back', async ({ page }) => {
  await open(page, VIEWS.glance);
  for (const card of await cards(page).all()) {
    const mark = card.locator('.cc-hit[tabindex="0"]');
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(card.locator('.cc-panel')).toBeFocused();
    await expect(card.locator('.cc-panel')).not.toBeEmpty();
    await page.keyboard.press('Escape');
    await expect(card.locator('.cc-panel')).toHaveCount(0);
    await expect(mark).toBeFocused();
  }
});

test('each card leads to its view, and back leads here again', async ({ page }) => {
  await open(page, VIEWS.glance);
  for (const [place, view, heading] of [[0, 'budgets', '시 살림이 10만 원이라면 어디에 쓸까요?'], [1, 'budgets', '주민 1인당 예산은 얼마입니까?'], [2, 'strategies', null]]) {
    await cards(page).nth(place).locator('.cc-more-of').getByRole('link').click();
    await expect(page.locator('.cc-tab[aria-current]')).toHaveText(TABS[view]);
    if (heading) await expect(page.locator('.cc-sentence')).toHaveText(heading);
    await page.goBack();
    await expect(page.locator('.cc-tab[aria-current]')).toHaveText(TABS.glance);
    await expect(cards(page)).toHaveCount(3);
  }
});

test('every topic is named with the number of its plans, and leads to them', async ({ page }) => {
  const { topics, cities } = await (await page.request.get('dataset.json')).json();
  const plans = new Set(cities.flatMap(({ plan }) => plan.items).filter(({ role }) => role === 'plan').map(({ id }) => id));
  await open(page, VIEWS.glance);
  const leads = page.locator('.cc-leads').getByRole('link');
  await expect(leads).toHaveText(topics.map(({ title, items }) => `${title.ko} ${items.filter((id) => plans.has(id)).length}`));
  await leads.nth(1).click();
  await expect(page.locator('.cc-tab[aria-current]')).toHaveText(TABS.topics);
  await expect(page.locator('.cc-sentence')).toContainText(topics[1].title.ko);
  await page.goBack();
  await expect(cards(page)).toHaveCount(3);
});

test('with two cities no answer calls one the highest', async ({ page }) => {
  await open(page, `${VIEWS.glance}&cc.cities=gwangyang,jeonju`);
  for (const card of (await cards(page).all()).slice(0, 2)) {
    await expect(card.locator('h4 + p')).toContainText('광양시');
    await expect(card.locator('h4 + p')).toContainText('전주시');
    await expect(card.locator('h4 + p')).not.toContainText('가장');
  }
});

for (const lang of ['ko', 'en']) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing, ${lang}, ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await open(page, VIEWS.glance, lang);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test('charts are drawn for the width of their card: their letters are no smaller than they were measured, and hardly larger', async ({ page }) => {
  await open(page, VIEWS.glance);
  for (const width of [360, 700, 899, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => page.locator('.cc-card .cc-drawing svg').evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width).every((scale) => scale > 0.95 && scale < 1.15)), `${width} px`).toBe(true);
  }
});

test('from 320 to 1280 px nothing is wider than the window', async ({ page }) => {
  await open(page, VIEWS.glance);
  for (const width of [320, 360, 480, 640, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => fits(page), `${width} px`).toBe(true);
  }
});
