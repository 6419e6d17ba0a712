// What the browser tests share: opening the page, waiting for the comparison, collecting what the console says.
import { expect, test as base } from '@playwright/test';

export const CITIES = ['여수시', '광양시', '경주시', '전주시', '광주광역시'];
export const CITIES_EN = ['Yeosu', 'Gwangyang', 'Gyeongju', 'Jeonju', 'Gwangju'];

/** The names of the views on their tabs, in the order of the tabs. */
export const TABS = { glance: '한눈에', visions: '비전', strategies: '전략', topics: '주제', budgets: '예산', sources: '자료와 출처' };

/** The policy that the widget needs, and works under. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** A test that fails when the console shows an error, the page throws, or another host is asked for anything. */
export const test = base.extend({
  quiet: [async ({ page, baseURL }, use) => {
    const said = watch(page, [new URL(baseURL).origin]);
    await use(said);
    expect(said, 'the console and the network').toEqual([]);
  }, { auto: true }],
});

/** Collects what the page's console says of errors, and every request to another origin than these. */
export function watch(page, origins) {
  const said = [];
  page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && !origins.includes(origin)) said.push(`asked ${request.url()}`);
  });
  return said;
}

/** A test in which something is meant to fail: the console may say so. */
export const failing = base;

export { expect };

/** Opens the app with a state in the fragment, and waits until the comparison is shown, to its last row. */
export async function open(page, fragment = '', lang = 'ko') {
  await page.goto(`index.html${fragment && `#${fragment}`}`);
  await taken(page);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  await expect(page.locator('.cc-unfinished')).toHaveCount(0);
  // A phone offers only the other language.
  if (lang === 'en' && await page.locator('.cc').getAttribute('lang') !== 'en') await page.getByRole('button', { name: 'English' }).click();
}

/** Waits until the comparison has taken the place of the first view that the page holds. */
export const taken = (page) => expect(page.locator('[part~="first"]')).toHaveCount(0);

/** Opens what takes a figure along, in a page, a frame or an element. */
export async function takeAlong(within) {
  const opener = within.locator('.cc-taking').first();
  if (await opener.getAttribute('aria-expanded') === 'true') return;
  await opener.click();
  await expect(within.locator('.cc-taken-along').first()).toBeVisible();
}

/** Opens a page of a site that embeds the widget: its body, under a policy. Scripts and styles of the page are files. */
export async function site(page, body, { policy = POLICY, lang = 'ko', files = {}, icon = '<link rel="icon" href="data:,">' } = {}) {
  for (const [name, text] of Object.entries(files)) {
    await page.route(`**/${name}`, (route) => route.fulfill({ contentType: TYPES[name.split('.').pop()], body: text }));
  }
  await page.route('**/site.html', (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    headers: policy ? { 'content-security-policy': policy } : {},
    body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">${icon}</head><body>${body}</body></html>`,
  }));
  await page.goto('site.html');
}

const TYPES = { css: 'text/css', js: 'text/javascript', json: 'application/json' };

/** The two lines that a site pastes. */
export const SCRIPT = '<script type="module" src="city-compare.js"></script>';

/** Whether the document is no wider than the window. */
export async function fits(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
