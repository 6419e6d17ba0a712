// Sizes: what fingers press, texts at 200 %, zoom at 400 %, the spacing that a reader sets, and that nothing moves by itself.
import { STATES, VIEWS, found, spilt, textSize, unfold } from './access.mjs';
import { expect, open, test } from './page.mjs';

test.use({ trace: 'off' });

/** Controls that are smaller than 24 px and closer than 24 px to another (WCAG 2.5.8). Marks of a chart have their table. */
const crowded = (page) => page.locator('city-compare').evaluate((host) => {
  const targets = [...host.shadowRoot.querySelectorAll('button:not(.cc-hit), a.cc-link, .cc-card > a, .cc-evidence > a, select, input, summary')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.classList.contains('cc-skip'))
    .map((element) => element.closest('label') ?? element)
    .map((element) => [element, element.getBoundingClientRect()]);
  const small = ([, box]) => box.width < 24 || box.height < 24;
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const near = (target, other) => {
    if (other === target || Math.abs(other[1].top - target[1].top) > 80) return false;
    if (other[0].closest('.cc-hits') !== target[0].closest('.cc-hits')) return false;
    const [x, y] = middle(target[1]);
    const box = other[1];
    if (small(other)) return Math.hypot(x - middle(box)[0], y - middle(box)[1]) < 24;
    return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) < 12;
  };
  return targets.filter((target) => small(target) && targets.some((other) => near(target, other)))
    .map(([element, box]) => `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 24)}” ${box.width.toFixed(0)}×${box.height.toFixed(0)}`);
});

const CONTROLS = '.cc-tab, .cc-segment, .cc-language, .cc-chip-button, .cc-add, .cc-select select, .cc-search input, .cc-check, .cc-take button, .cc-sort, .cc-more, .cc-quiet, .cc-item .cc-back, summary';

test('everything can be pressed: controls are 44 px high, what stands in texts is 24 px high or apart', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const all = {};
  for (const [state, fragment] of Object.entries({ ...VIEWS, outline: STATES.outline, table: STATES.table, item: STATES.item, search: STATES.search })) {
    await open(page, fragment);
    if (state === 'outline' || state === 'sources') await unfold(page);
    const low = await found(page, CONTROLS, (element) => {
      const box = element.getBoundingClientRect();
      return (box.height < 43.5 || box.width < 24) && `${box.width.toFixed(0)}×${box.height.toFixed(0)}`;
    });
    const close = await crowded(page);
    if (low.length || close.length) all[state] = { low: [...new Set(low)].slice(0, 5), close: [close.length, ...close.slice(0, 5)] };
  }
  expect(all).toEqual({});
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 800 } });

  test('links in lists are 44 px high too, and none lies over another', async ({ page }) => {
    for (const fragment of [VIEWS.visions, 'cc.view=strategies&cc.field=050']) {
      await open(page, fragment);
      expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true);
      const low = await found(page, '.cc-statements .cc-link', (link) => {
        const box = link.getBoundingClientRect();
        return box.height < 43.5 && `${box.height.toFixed(1)} px`;
      });
      expect(low.slice(0, 5), fragment).toEqual([]);
      const over = await found(page, '.cc-statements > li', (entry) => {
        const next = entry.nextElementSibling;
        const [own, other] = [entry, next].map((one) => one?.querySelector('.cc-link')?.getBoundingClientRect());
        return own && other?.height && own.bottom > other.top + 0.5 && `${own.bottom.toFixed(1)} > ${other.top.toFixed(1)}`;
      });
      expect(over.slice(0, 5), fragment).toEqual([]);
    }
  });
});

for (const lang of ['ko', 'en']) {
  test(`at 400 % zoom (320 px) nothing needs scrolling sideways and nothing is lost: ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const all = {};
    for (const [state, fragment] of Object.entries({ ...VIEWS, ...STATES })) {
      await open(page, fragment, lang);
      const lost = await spilt(page);
      if (lost.length) all[state] = lost;
    }
    expect(all).toEqual({});
  });
}

test('text at 200 % loses nothing, on a desk and on a phone; a desk of large text has the narrow layout', async ({ page }) => {
  const all = {};
  for (const [width, states] of [[1280, { ...VIEWS, table: STATES.table, item: STATES.item }], [360, { ...VIEWS, plan: STATES.plan }]]) {
    await page.setViewportSize({ width, height: 900 });
    await textSize(page, 32);
    for (const [state, fragment] of Object.entries(states)) {
      await open(page, fragment);
      await expect(page.locator('.cc')).toHaveCSS('font-size', '32px');
      const lost = await spilt(page);
      if (lost.length) all[`${state} ${width}`] = lost;
    }
  }
  expect(all).toEqual({});
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, VIEWS.visions);
  await unfold(page);
  await expect(page.locator('.cc-side td').first()).toHaveCSS('display', 'block');
});

test('the wider spacing that a reader sets is taken (WCAG 1.4.12)', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const all = {};
  for (const [view, fragment] of Object.entries(VIEWS)) {
    await open(page, fragment);
    await page.locator('city-compare').evaluate((host) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
      host.shadowRoot.adoptedStyleSheets.push(sheet);
    });
    const lost = (await spilt(page)).filter((line) => !line.startsWith('text.'));
    if (lost.length) all[view] = lost;
  }
  expect(all).toEqual({});
});

test('nothing moves while the page loads, and the head stays where it is while views change', async ({ page }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifts.push([entry.value, entry.sources.map(({ node }) => `${node?.localName ?? node?.nodeName}.${node?.className}`).join()]);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('about:blank');
    await open(page, VIEWS.budgets);
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
    const shifts = await page.evaluate(() => window.shifts);
    expect(shifts.reduce((sum, [value]) => sum + value, 0), `${width}: ${JSON.stringify(shifts)}`).toBeLessThan(0.01);
    const head = () => page.locator('.cc-head').evaluate((head) => [...head.querySelectorAll('button, input')].map((control) => control.getBoundingClientRect()).map(({ x, y, width }) => [x, y, width]));
    const before = await head();
    for (const view of ['한눈에', '비전', '전략', '주제', '자료와 출처', '예산']) {
      await page.getByRole('button', { name: view, exact: true }).click();
      await expect(page.getByRole('button', { name: view, exact: true })).toHaveAttribute('aria-current', 'page');
      expect(await head(), view).toEqual(before);
    }
  }
});

test('what a mark says takes the place that is kept for it: nothing under the chart moves', async ({ page }) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await open(page, STATES.press);
    const under = () => page.locator('.cc-take').evaluate((take) => take.getBoundingClientRect().top + scrollY);
    const before = await under();
    await page.locator('.cc-hit').last().hover();
    await expect(page.locator('.cc-readout')).toContainText('5조 7,124억');
    expect(await under(), `${width}`).toBe(before);
  }
});
