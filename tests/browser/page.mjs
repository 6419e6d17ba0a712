// What the browser tests share: opening the page, waiting for the comparison, collecting what the console says.
import { expect, test as base } from '@playwright/test';

export const CITIES = ['여수시', '광양시', '경주시', '전주시', '광주광역시'];
export const CITIES_EN = ['Yeosu', 'Gwangyang', 'Gyeongju', 'Jeonju', 'Gwangju'];

/** A test that fails when the console shows an error, the page throws, or another host is asked for anything. */
export const test = base.extend({
  quiet: [async ({ page, baseURL }, use) => {
    const said = [];
    page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(baseURL).origin) said.push(`asked ${request.url()}`);
    });
    await use(said);
    expect(said, 'the console and the network').toEqual([]);
  }, { auto: true }],
});

export { expect };

/** Opens the app with a state in the fragment, and waits until the comparison is shown. */
export async function open(page, fragment = '', lang = 'ko') {
  await page.goto(`index.html${fragment && `#${fragment}`}`);
  await expect(page.locator('.cc-sentence')).toBeVisible();
  if (lang === 'en') await page.getByRole('button', { name: 'English' }).click();
}

/** Whether the document is no wider than the window. */
export async function fits(page) {
  return page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
}
