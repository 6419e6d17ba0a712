// What an instance leaves behind when it is removed: nothing.
import { SCRIPT, expect, site, test } from './page.mjs';

test.use({ trace: 'off' }); // its snapshots would be counted too

/** What the page holds after garbage was collected: bytes of the script heap and of wasm, nodes and listeners. */
async function held(page, cdp) {
  await page.waitForTimeout(500); // what is still to come in turns is not what is left behind
  for (let n = 0; n < 3; n += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
  const wasm = await page.evaluate(async () => {
    const glue = await import(new URL('wasm/city-compare.js', location.href).href);
    return (await glue.default()).memory.buffer.byteLength; // gives the module that is already running
  });
  return { heap: usedSize, wasm, nodes, listeners: jsEventListeners };
}

/** Puts an element into the page and takes it away again, so many times, each time in another view. */
const cycles = (page, times) => page.evaluate(async (count) => {
  const views = ['glance', 'visions', 'strategies', 'topics', 'budgets', 'sources'];
  for (let n = 0; n < count; n += 1) {
    const next = document.createElement('city-compare');
    next.setAttribute('view', views[n % views.length]);
    next.setAttribute('cities', 'yeosu,gwangju'); // quicker, and as telling
    document.body.prepend(next);
    await next.ready;
    next.remove();
    await new Promise((resolve) => { setTimeout(resolve, 0); });
  }
}, times);

test('500 times mounted and removed: after the first 50 the heap grows by less than 5 %, and nothing else is kept', async ({ page }) => {
  test.setTimeout(180_000);
  await site(page, `${SCRIPT}<city-compare></city-compare>`);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  const cdp = await page.context().newCDPSession(page);
  await cycles(page, 50);
  const early = await held(page, cdp);
  await cycles(page, 450);
  const late = await held(page, cdp);
  expect(late.heap / early.heap).toBeLessThan(1.05);
  expect(late.wasm / early.wasm).toBeLessThan(1.05);
  expect([late.nodes, late.listeners]).toEqual([early.nodes, early.listeners]);
});

test('300 changes of view: after the first 60 neither the heap nor the module grows by 5 %', async ({ page }) => {
  test.setTimeout(180_000);
  await site(page, `${SCRIPT}<city-compare></city-compare>`);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  const cdp = await page.context().newCDPSession(page);
  const change = (times) => page.locator('city-compare').evaluate(async (cc, count) => {
    const views = ['strategies', 'topics', 'budgets', 'sources', 'glance', 'visions'];
    for (let n = 0; n < count; n += 1) {
      cc.view = views[n % views.length];
      await new Promise((resolve) => { setTimeout(resolve, 0); });
    }
  }, times);
  // Every view's part is there before anything is counted.
  for (const view of ['strategies', 'topics', 'budgets', 'sources', 'glance', 'visions']) {
    await page.locator('city-compare').evaluate((cc, name) => { cc.view = name; }, view);
    await expect(page.locator({ strategies: '[data-plot=plan-fields]', topics: '.cc-columns', budgets: 'figure', sources: '.cc-glossary', glance: '.cc-cards', visions: '[data-row=vision]' }[view]).first()).toBeVisible();
  }
  await change(60);
  const early = await held(page, cdp);
  await change(240);
  const late = await held(page, cdp);
  expect(late.heap / early.heap).toBeLessThan(1.05);
  expect(late.wasm / early.wasm).toBeLessThan(1.05);
  expect([late.nodes, late.listeners]).toEqual([early.nodes, early.listeners]);
});
