// The frame: who learns its height, and whom the page around it believes. Other ports are other origins.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, failing as test } from './page.mjs';
import { serve } from './origin.mjs';

const DIST = new URL('../../dist/', import.meta.url);
const read = (name) => readFileSync(new URL(name, DIST), 'utf8');

/** A page of another origin that shows the frame, with the host script, and keeps every message that reaches it. */
const HOST = (src) => ({
  '/index.html': `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,">
    <script src="keep.js"></script><script src="host.js"></script></head>
    <body><iframe data-city-compare src="${src}" title="비교" width="900" height="900"></iframe><iframe id="other" height="300"></iframe></body></html>`,
  '/keep.js': "window.told = []; addEventListener('message', ({ data, origin }) => told.push([data, origin]));",
  '/host.js': read('city-compare-embed.js'),
});

/** dist on an origin of its own, which lets `allowed` know the height of its frame. */
const frames = (allowed) => serve(fileURLToPath(DIST), {
  pages: { '/embed.html': read('embed.html').replace('name="city-compare-origins" content=""', `name="city-compare-origins" content="${allowed.join(' ')}"`) },
});

test('a configured origin learns the height, and follows it; the frame has no scrollbar', async ({ page }) => {
  const pages = {};
  const host = await serve(fileURLToPath(DIST), { pages });
  const frame = await frames(['https://one.example', host.origin]);
  Object.assign(pages, HOST(`${frame.origin}/embed.html?cities=yeosu,gwangju&view=budgets`));
  await page.goto(`${host.origin}/`);
  const shown = page.locator('iframe').first();
  await expect(shown.contentFrame().locator('figure')).toBeVisible();
  const inner = () => shown.contentFrame().locator('city-compare').evaluate((cc) => Math.ceil(cc.getBoundingClientRect().height));
  const outer = async () => Number(await shown.getAttribute('height'));
  await expect.poll(async () => await outer() - await inner()).toBe(0);
  expect(await shown.contentFrame().locator('html').evaluate((html) => html.scrollHeight <= html.clientHeight)).toBe(true);
  const before = await outer();
  await shown.contentFrame().getByRole('button', { name: '비전', exact: true }).click();
  await expect.poll(outer).not.toBe(before);
  await expect.poll(async () => await outer() - await inner()).toBe(0);
  expect(new Set(await page.evaluate(() => window.told.map(([, origin]) => origin)))).toEqual(new Set([frame.origin]));
  await Promise.all([host.close(), frame.close()]);
});

test('an origin that is not configured gets nothing, and its page keeps the height that it gave', async ({ page }) => {
  const pages = {};
  const host = await serve(fileURLToPath(DIST), { pages });
  const frame = await frames(['https://one.example']);
  Object.assign(pages, HOST(`${frame.origin}/embed.html?view=budgets`));
  await page.goto(`${host.origin}/`);
  const shown = page.locator('iframe').first();
  await expect(shown.contentFrame().locator('figure')).toBeVisible();
  await shown.contentFrame().getByRole('button', { name: '비전', exact: true }).click();
  await page.waitForTimeout(300); // long enough for a message that must not come
  expect(await page.evaluate(() => window.told)).toEqual([]);
  expect(await shown.getAttribute('height')).toBe('900');
  await Promise.all([host.close(), frame.close()]);
});

test('the page believes its own frames only, and no height that is none', async ({ page }) => {
  const pages = {};
  const host = await serve(fileURLToPath(DIST), { pages });
  const frame = await frames([]);
  const says = (data) => `<script>parent.postMessage(${JSON.stringify(data)}, '*')</script>`;
  const stranger = await serve(fileURLToPath(DIST), { pages: { '/says.html': says({ type: 'city-compare:height', height: 123 }) } });
  Object.assign(pages, HOST(`${frame.origin}/embed.html`));
  await page.goto(`${host.origin}/`);
  const heights = () => page.locator('iframe').evaluateAll((all) => all.map((one) => one.height));
  const told = () => page.evaluate(() => window.told.length);
  // Another frame of the page, of another origin; the page itself.
  await page.evaluate((src) => { document.querySelector('#other').src = src; }, `${stranger.origin}/says.html`);
  await page.evaluate(() => { postMessage({ type: 'city-compare:height', height: 123 }, '*'); });
  await expect.poll(told).toBe(2);
  // The right frame, after a page of another origin came into it.
  await page.locator('iframe').first().evaluate((one, src) => { one.contentWindow.location = src; }, `${stranger.origin}/says.html`);
  await expect.poll(told).toBe(3);
  expect(await heights()).toEqual(['900', '300']);
  // The right frame and origin, and what is no height, or too much of one.
  for (const [said, then] of [['1e9', '900'], [null, '900'], [1e9, '50000'], [-5, '100']]) {
    const before = await told();
    await page.evaluate(([value, origin]) => {
      const one = document.querySelector('iframe');
      dispatchEvent(new MessageEvent('message', { data: { type: 'city-compare:height', height: value }, origin, source: one.contentWindow }));
    }, [said, frame.origin]);
    expect(await told()).toBe(before + 1);
    expect((await heights())[0]).toBe(then);
  }
  await Promise.all([host.close(), frame.close(), stranger.close()]);
});

/** A page that shows the frame, and brings the host script only when it is told to. */
const LATE = (src) => ({
  '/index.html': `<!doctype html><html><head><meta charset="utf-8"><link rel="icon" href="data:,"></head>
    <body><iframe data-city-compare src="${src}" title="비교" width="900" height="900"></iframe></body></html>`,
  '/host.js': read('city-compare-embed.js'),
});

/** Whether the outer height is the inner one; the frame is as high as its content then. */
async function fits(shown) {
  await expect.poll(async () => {
    const inner = await shown.contentFrame().locator('city-compare').evaluate((cc) => Math.ceil(cc.getBoundingClientRect().height));
    return Number(await shown.getAttribute('height')) - inner;
  }).toBe(0);
}

const script = () => new Promise((resolve) => {
  document.head.append(Object.assign(document.createElement('script'), { src: 'host.js', onload: resolve }));
});

test('a host script that comes after the frame has spoken asks it, and so does one that comes first', async ({ page }) => {
  const pages = {};
  const host = await serve(fileURLToPath(DIST), { pages });
  const frame = await frames([host.origin]);
  Object.assign(pages, LATE(`${frame.origin}/embed.html?view=budgets`));
  await page.goto(`${host.origin}/`);
  const shown = page.locator('iframe').first();
  await expect(shown.contentFrame().locator('figure')).toBeVisible();
  await page.waitForTimeout(500); // the frame has told its height, to no one
  expect(await shown.getAttribute('height')).toBe('900');
  await page.evaluate(script);
  await fits(shown);
  // A frame that is put into the page after the script.
  await page.evaluate((src) => {
    const later = Object.assign(document.createElement('iframe'), { src, title: '나중', width: '900', height: '900' });
    later.dataset.cityCompare = '';
    document.body.append(later);
  }, `${frame.origin}/embed.html?view=sources`);
  await page.locator('iframe').nth(1).scrollIntoViewIfNeeded();
  await expect(page.locator('iframe').nth(1).contentFrame().locator('.cc-sentence')).toBeVisible();
  await fits(page.locator('iframe').nth(1));
  await Promise.all([host.close(), frame.close()]);
});

test('a page without a referrer learns the height by asking', async ({ page }) => {
  const pages = {};
  const host = await serve(fileURLToPath(DIST), { pages, headers: { 'referrer-policy': 'no-referrer' } });
  const frame = await frames([host.origin]);
  Object.assign(pages, HOST(`${frame.origin}/embed.html?view=budgets`));
  await page.goto(`${host.origin}/`);
  await expect(page.locator('iframe').first().contentFrame().locator('figure')).toBeVisible();
  await fits(page.locator('iframe').first());
  await Promise.all([host.close(), frame.close()]);
});

test('an address that leads to another origin: the page believes the one that it names', async ({ page }) => {
  const pages = {};
  const host = await serve(fileURLToPath(DIST), { pages });
  const frame = await frames([host.origin]);
  const from = await serve(fileURLToPath(DIST), { pages: { '/old.html': `<meta http-equiv="refresh" content="0; url=${frame.origin}/embed.html?view=budgets">` } });
  Object.assign(pages, HOST(`${from.origin}/old.html`));
  pages['/index.html'] = pages['/index.html'].replace('data-city-compare', `referrerpolicy="no-referrer" data-city-compare="${frame.origin}"`);
  await page.goto(`${host.origin}/`);
  const shown = page.locator('iframe').first();
  await expect(shown.contentFrame().locator('figure')).toBeVisible();
  await fits(shown);
  await Promise.all([host.close(), frame.close(), from.close()]);
});
