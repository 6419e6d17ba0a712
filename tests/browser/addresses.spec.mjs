// The page's address: whose it is, what others keep in it, and the reader's way back.
import { SCRIPT, expect, site, test } from './page.mjs';

const one = (attributes = '') => `${SCRIPT}<city-compare state="url" ${attributes}></city-compare>`;
const shown = (page) => expect(page.locator('.cc-sentence').first()).toBeVisible();
const view = (page, name) => page.getByRole('button', { name, exact: true }).click();
const hash = (page) => page.evaluate(() => location.hash);
const entries = async (page) => (await hash(page)).slice(1).split(/[?&]/).filter((part) => part.includes('view='));

/** Waits until the address says it. */
const says = (page, text) => expect.poll(async () => decodeURIComponent(await hash(page))).toContain(text);

test('with a base elsewhere the page keeps its address', async ({ page }) => {
  await page.route('**/plan/compare.html*', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="ko"><head><base href="/"><link rel="icon" href="data:,"></head><body>${one()}</body></html>`,
  }));
  await page.goto('plan/compare.html?a=1');
  await shown(page);
  await view(page, '예산');
  await says(page, 'cc.view=budgets');
  expect(await page.evaluate(() => location.pathname + location.search)).toBe('/plan/compare.html?a=1');
});

test('an id that is not ASCII: one set of entries, restored after a reload', async ({ page }) => {
  await site(page, one('id="예산 비교"'));
  await shown(page);
  await view(page, '예산');
  await says(page, '예산 비교.view=budgets');
  await view(page, '자료와 출처');
  await says(page, '예산 비교.view=sources');
  expect(await entries(page)).toHaveLength(1);
  await page.reload();
  await shown(page);
  await expect(page.locator('.cc-tab[aria-current]')).toHaveText('자료와 출처');
});

test('mounted again by a framework it has the same name, and reads its entries', async ({ page }) => {
  await site(page, `<main>${one()}</main>`);
  await shown(page);
  await view(page, '예산');
  await says(page, '#cc.view=budgets');
  await page.evaluate(() => { document.querySelector('city-compare').outerHTML = '<city-compare state="url"></city-compare>'; });
  await expect(page.locator('figure')).toBeVisible();
  await view(page, '자료와 출처');
  await says(page, '#cc.view=sources');
  expect(await entries(page)).toHaveLength(1);
  await page.evaluate(async () => {
    document.querySelector('main').replaceChildren();
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    document.querySelector('main').innerHTML = '<city-compare state="url"></city-compare><city-compare></city-compare>';
  });
  await expect(page.locator('.cc-tab[aria-current]').first()).toHaveText('자료와 출처');
});

test('the route of a hash router stays the route; the choices are in its query, and are read after a reload', async ({ page }) => {
  await page.route('**/site.html', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8', body: `<!doctype html><html lang="ko"><head><link rel="icon" href="data:,"></head><body>${one()}</body></html>`,
  }));
  await page.goto('site.html#/plans?sort=name');
  await shown(page);
  await view(page, '예산');
  await expect.poll(() => hash(page)).toBe('#/plans?sort=name&cc.view=budgets');
  await page.reload();
  await expect(page.locator('.cc-tab[aria-current]')).toHaveText('예산');
  await view(page, '자료와 출처');
  await expect.poll(() => hash(page)).toBe('#/plans?sort=name&cc.view=sources');
  await page.goto('about:blank');
  await page.goto('site.html#/plans&cc.view=budgets');
  await expect(page.locator('.cc-tab[aria-current]'), 'as links were before').toHaveText('예산');
  await view(page, '자료와 출처');
  await expect.poll(() => hash(page)).toBe('#/plans?cc.view=sources');
});

test('an anchor of the page stays the target, after a choice and after a reload', async ({ page }) => {
  await page.route('**/site.html', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="ko"><head><link rel="icon" href="data:,"></head><body>${one()}<h2 id="section2">둘</h2><p>${'글 '.repeat(9000)}</p></body></html>`,
  }));
  await page.goto('site.html#section2');
  await shown(page);
  await view(page, '예산');
  await says(page, '#section2&cc.view=budgets');
  const target = () => page.evaluate(() => document.querySelector(':target')?.id);
  await page.goto('about:blank');
  await page.goto('site.html#section2&cc.view=budgets');
  await expect(page.locator('figure')).toBeAttached();
  await expect.poll(target).toBe('section2');
  expect(await hash(page)).toBe('#section2&cc.view=budgets');
  await expect(page.locator('#section2')).toBeInViewport();
});

test('another view is a step back, another filter is not', async ({ page }) => {
  await site(page, one('view="budgets" figure="press"'));
  await shown(page);
  const before = await page.evaluate(() => history.length);
  for (const name of ['주민 1인당', '금액', '주민 1인당']) await page.getByRole('button', { name, exact: true }).click();
  await says(page, 'unit=per_resident');
  expect(await page.evaluate(() => history.length)).toBe(before);
  await view(page, '비전');
  await expect.poll(() => page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await expect(page.getByRole('button', { name: '주민 1인당', exact: true })).toHaveAttribute('aria-pressed', 'true');
});

test('in a frame no choice is a step of the page around it', async ({ page }) => {
  await site(page, '<iframe title="comparison" src="embed.html?state=url" width="1000" height="900"></iframe>', { policy: '' });
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.cc-sentence')).toBeVisible();
  const before = await page.evaluate(() => history.length);
  for (const name of ['예산', '자료와 출처', '비전', '예산']) await frame.getByRole('button', { name, exact: true }).click();
  await expect.poll(() => page.evaluate(() => document.querySelector('iframe').contentWindow.location.hash)).toContain('view=budgets');
  expect(await page.evaluate(() => history.length)).toBe(before);
});

const PAIR = '<city-compare cities="yeosu,gwangju" state="url"></city-compare>';

/** Lets the second of two cities change places with the first, again and again, as fast as a script can. */
const swap = (page, times) => page.locator('city-compare').evaluate(async ({ shadowRoot }, count) => {
  for (let turn = 0; turn < count; turn += 1) {
    [...shadowRoot.querySelectorAll('[aria-label$="앞으로 옮기기"]')].at(-1).click();
    await new Promise((resolve) => { setTimeout(resolve); });
  }
}, times);

const chips = (page) => page.locator('.cc-chip-name');

test('what is chosen right before the page is loaded again is there after it', async ({ page }) => {
  await site(page, `${SCRIPT}${PAIR}`);
  await shown(page);
  await swap(page, 6);
  await page.reload();
  await shown(page);
  await expect(chips(page)).toHaveText(['여수시', '광주광역시']);
});

test('what waits is written when the page goes, is put away, or the element goes', async ({ page }) => {
  await page.clock.install();
  await site(page, `${SCRIPT}${PAIR}`);
  const ready = async () => {
    await page.clock.runFor(2000);
    await shown(page);
  };
  /** Time passes only here: a swap takes five milliseconds. */
  const swaps = async (count) => {
    for (let turn = 0; turn < count; turn += 1) {
      await page.locator('city-compare').evaluate(({ shadowRoot }) => {
        [...shadowRoot.querySelectorAll('[aria-label$="앞으로 옮기기"]')].at(-1).click();
      });
      await page.clock.runFor(5);
    }
  };
  const written = () => hash(page).then((text) => /cities=([\w,]+)/.exec(text)?.[1]);
  await ready();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000)); // a slow machine is no later
  // More than may be written at once, so that the last choice waits.
  await swaps(41);
  const before = await written();
  await swaps(before ? 1 : 2);
  expect(await written(), 'it waits').toBe(before);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  const now = await written();
  expect(now, 'put away').not.toBe(before);
  await swaps(1);
  expect(await written(), 'it waits').toBe(now);
  await page.evaluate((other) => { document.querySelector('city-compare').outerHTML = other; }, PAIR);
  expect(await written(), 'another in its place').toBe(before);
  await ready();
  // What is shown, as the address says it: nothing for the order that the attribute has.
  const order = async () => ((await page.locator('.cc-chip-name').first().textContent()) === '광주광역시' ? 'gwangju,yeosu' : undefined);
  await swaps(25);
  // One more if what stands in the address happens to be what is shown.
  await swaps((await written()) === (await order()) ? 1 : 2);
  const wanted = await order();
  expect(await written(), 'it waits').not.toBe(wanted);
  await page.evaluate(() => document.querySelector('city-compare').remove());
  expect(await written(), 'removed').toBe(wanted);
});

test('a browser that refuses further steps is asked less often, and again later; the widget goes on', async ({ page }) => {
  await page.clock.install();
  await page.addInitScript(() => {
    window.calls = [];
    for (const name of ['pushState', 'replaceState']) {
      const kept = History.prototype[name];
      History.prototype[name] = function limited(...rest) {
        window.calls.push(performance.now());
        if (window.refuse) throw new DOMException('Attempt to use history.replaceState() more than 100 times per 30 seconds', 'SecurityError');
        return kept.apply(this, rest);
      };
    }
  });
  await site(page, `${SCRIPT}${PAIR}`);
  await page.clock.runFor(2000);
  await shown(page);
  await page.evaluate(() => { window.calls = []; });
  for (let turn = 0; turn < 130; turn += 1) {
    await page.locator('city-compare').evaluate(({ shadowRoot }) => {
      [...shadowRoot.querySelectorAll('[aria-label$="앞으로 옮기기"]')].at(-1).click();
    });
    await page.clock.runFor(240);
  }
  await page.clock.runFor(1000);
  const calls = await page.evaluate(() => window.calls);
  expect(calls.length, 'each of the first ones at once').toBeGreaterThan(20);
  const most = Math.max(...calls.map((from) => calls.filter((at) => at >= from && at < from + 30_000).length));
  expect(most, 'fewer than 100 in 30 seconds').toBeLessThan(90);
  await page.evaluate(() => { window.refuse = true; });
  await view(page, '자료와 출처');
  await page.clock.runFor(1000);
  await expect(page.locator('.cc-tab[aria-current]')).toHaveText('자료와 출처');
  expect(await hash(page)).not.toContain('sources');
  await page.evaluate(() => { window.refuse = false; });
  await page.clock.runFor(6000);
  await says(page, 'cc.view=sources');
});

test('in a document of no origin, whose history is closed, it is shown and chosen from all the same', async ({ page, baseURL }) => {
  await site(page, `<iframe title="comparison" sandbox="allow-scripts" src="${baseURL}city-compare.html" width="1000" height="900"></iframe>`, { policy: '' });
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.cc-sentence, [role=status]').first()).toBeVisible();
});
