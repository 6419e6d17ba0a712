// Where a reader starts, and where going back ends: what the page's attributes say. The address says what differs from that.
import { expect, POLICY, SCRIPT, site, takeAlong, test } from './page.mjs';

const chips = (page) => page.locator('.cc-chip-name');
const tab = (page, name) => page.getByRole('button', { name, exact: true });
const ATTRIBUTES = 'cities="yeosu,gwangju" view="budgets" state="url"';

test('going back ends at what the attributes say', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare ${ATTRIBUTES}></city-compare>`);
  await expect(page.locator('figure')).toBeVisible();
  await tab(page, '비전').click();
  await expect(page).toHaveURL(/#cc\.view=visions$/);
  await tab(page, '자료와 출처').click();
  await page.goBack();
  await expect(tab(page, '비전')).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(tab(page, '예산')).toHaveAttribute('aria-current', 'page');
  await expect(chips(page)).toHaveText(['여수시', '광주광역시']);
  expect(new URL(page.url()).hash).toBe('');
  await page.goForward();
  await expect(tab(page, '비전')).toHaveAttribute('aria-current', 'page');
  await expect(chips(page)).toHaveText(['여수시', '광주광역시']);
});

test('an anchor of the page changes nothing, before a choice and after one', async ({ page }) => {
  await site(page, `${SCRIPT}<a href="#contact">문의</a><city-compare ${ATTRIBUTES}></city-compare><p id="contact">061</p>`);
  await expect(page.locator('figure')).toBeVisible();
  await page.getByRole('link', { name: '문의' }).click();
  await expect(page).toHaveURL(/#contact$/);
  await expect(tab(page, '예산')).toHaveAttribute('aria-current', 'page');
  await expect(chips(page)).toHaveText(['여수시', '광주광역시']);
  await tab(page, '자료와 출처').click();
  await expect(page.locator('.cc-card').first()).toBeVisible();
  await page.getByRole('link', { name: '문의' }).click();
  await page.waitForTimeout(200);
  await expect(tab(page, '자료와 출처')).toHaveAttribute('aria-current', 'page');
  // Back through what was there: sources, the anchor before any choice, the start.
  await page.goBack();
  await expect(tab(page, '자료와 출처')).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(tab(page, '예산')).toHaveAttribute('aria-current', 'page');
});

test('a link restores the state upon what the attributes say, and lifts what they set', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare ${ATTRIBUTES} year="2023" field="080"></city-compare>`);
  await expect(page.getByRole('combobox', { name: '연도' })).toHaveValue('2023');
  await page.goto('about:blank');
  await page.goto('site.html#cc.view=strategies&cc.field=');
  await expect(chips(page)).toHaveText(['여수시', '광주광역시']);
  await expect(page.getByRole('combobox', { name: '분야', exact: true })).toHaveValue('');
  await expect(page.locator('.cc-problems')).toHaveCount(0);
});

test('another view in the address, while a cell of the matrix is open, ends nothing', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare state="url"></city-compare>`);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  await page.evaluate(() => { location.hash = 'cc.view=strategies&cc.cell=080.gwangyang'; });
  await expect(page.locator('.cc-cell :focus')).toHaveCount(1);
  await page.evaluate(() => { location.hash = 'cc.view=budgets&cc.budgets=plan'; });
  await expect(page.locator('figure')).toBeVisible();
  await page.waitForTimeout(100);
  await expect(page.locator('[part=failure]')).toHaveCount(0);
});

test('the language of a copied link comes back with it, and going back writes no new entry', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare state="url"></city-compare>`);
  await expect(page.locator('thead th')).toHaveCount(5);
  await page.evaluate(() => { location.hash = 'cc.view=budgets&cc.lang=en'; });
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
  await tab(page, 'Data and sources').click();
  await expect(page).toHaveURL(/cc\.view=sources/);
  await page.getByRole('button', { name: '한국어' }).click();
  await page.goBack();
  await expect(page.locator('.cc')).toHaveAttribute('lang', 'en');
  await expect(tab(page, 'Budgets')).toHaveAttribute('aria-current', 'page');
  await page.goForward();
  await expect(tab(page, 'Data and sources')).toHaveAttribute('aria-current', 'page');
});

for (const id of ['예산비교', 'my widget', 'a"b\'c', 'a.b']) {
  test(`an element with the id ${id}: its choices are restored, and its references lead somewhere`, async ({ page }) => {
    await site(page, `${SCRIPT}<script type="module" src="late.js"></script>`, {
      files: { 'late.js': `const cc = document.createElement('city-compare'); cc.id = ${JSON.stringify(id)}; cc.setAttribute('state', 'url'); document.body.append(cc);` },
    });
    await tab(page, '예산').click();
    await expect(page.locator('figure')).toBeVisible();
    await tab(page, '자료와 출처').click();
    await expect(page.locator('.cc-card').first()).toBeVisible();
    await expect.poll(() => new URL(page.url()).hash.match(/view=/g)?.length).toBe(1);
    await page.reload();
    await expect(tab(page, '자료와 출처')).toHaveAttribute('aria-current', 'page');
    await page.locator('.cc-term').first().click();
    const lost = await page.locator('city-compare').evaluate(({ shadowRoot }) => {
      const names = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'];
      const used = names.flatMap((name) => [...shadowRoot.querySelectorAll(`[${name}]`)].flatMap((node) => node.getAttribute(name).split(' ')));
      return used.filter((id) => !shadowRoot.getElementById(id));
    });
    expect(lost).toEqual([]);
  });
}

test('state that is set later is wholly applied: links, the button, going back', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare view="topics"></city-compare>`);
  await expect(page.locator('button.cc-link').first()).toBeVisible();
  await expect(page.locator('a.cc-link')).toHaveCount(0);
  await page.locator('button.cc-link').first().click();
  await expect(page.locator('.cc-item')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.locator('city-compare').evaluate((cc) => { cc.setAttribute('state', 'url'); });
  await expect(page.locator('a.cc-link').first()).toBeVisible();
  await tab(page, '예산').click();
  await takeAlong(page);
  await expect(page.getByRole('button', { name: '링크 복사' })).toBeVisible();
  await page.goBack();
  await expect(tab(page, '주제')).toHaveAttribute('aria-current', 'page');
});

test('another theme or the same state closes nothing and tells no change', async ({ page }) => {
  await site(page, `${SCRIPT}<city-compare></city-compare>`);
  await page.locator('.cc-source').first().click();
  await expect(page.locator('.cc-panel')).toBeVisible();
  const changes = await page.locator('city-compare').evaluate(async (cc) => {
    let changes = 0;
    cc.addEventListener('city-compare:change', () => { changes += 1; });
    cc.setAttribute('theme', 'dark');
    cc.setAttribute('state', 'url');
    cc.setAttribute('view', 'visions');
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    return changes;
  });
  expect(changes).toBe(0);
  await expect(page.locator('.cc-panel')).toBeVisible();
});

test('an item opens in a new tab when the browser is asked for one, and the view stays', async ({ page, context }) => {
  await site(page, `<base href="/elsewhere/">${SCRIPT.replace('city-compare.js', '/city-compare.js')}<city-compare view="topics" state="url"></city-compare>`, {
    policy: POLICY.replace("base-uri 'none'", "base-uri 'self'"), // a page with a <base> allows it
  });
  const link = page.locator('.cc-column a.cc-link').first();
  const title = await link.innerText();
  for (const modifiers of [['Control'], ['Shift']]) {
    const [other] = await Promise.all([context.waitForEvent('page'), link.click({ modifiers })]);
    expect(new URL(other.url()).pathname).toBe('/site.html');
    expect(new URL(other.url()).hash).toMatch(/^#cc\.item=/);
    await expect(page.locator('.cc-item')).toHaveCount(0);
    await other.close();
  }
  await tab(page, '예산').click();
  await page.getByRole('searchbox').fill('청년');
  const hit = page.locator('.cc-hits a').first();
  const [other] = await Promise.all([context.waitForEvent('page'), hit.click({ modifiers: ['Control'] })]);
  await other.close();
  await expect(page.locator('.cc-item')).toHaveCount(0);
  await page.getByRole('button', { name: '찾기 지우기' }).click();
  await tab(page, '주제').click();
  await link.click();
  await expect(page.locator('.cc-item h4')).toContainText(title);
});
