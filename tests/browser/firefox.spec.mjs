// The one file in Firefox: opened as a file, with the network off. Firefox is driven by WebDriver BiDi; FIREFOX names it.
import { createServer } from 'node:http';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { expect, failing as test } from './page.mjs';

const FILE = pathToFileURL(fileURLToPath(new URL('../../dist/city-compare.html', import.meta.url))).href;

test('the one file in Firefox, opened as a file with the network off: every view, every export, print', async () => {
  test.skip(!process.env.FIREFOX, 'FIREFOX names no Firefox; cargo xtask test says so in its last lines');
  test.setTimeout(120_000);
  const folder = await mkdtemp(join(tmpdir(), 'city-compare-'));
  // Every connection would go to this proxy, which lets none through and counts.
  const asked = [];
  const proxy = createServer((request, reply) => { asked.push(request.url); reply.writeHead(502).end(); });
  proxy.on('connect', (request, socket) => { asked.push(request.url); socket.destroy(); });
  await new Promise((resolve) => { proxy.listen(0, '127.0.0.1', resolve); });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.address().port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.address().port,
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  });
  try {
    const page = await browser.newPage();
    const said = [];
    page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(FILE);
    // The page's policy forbids what Puppeteer's own selectors are made of: everything is asked by plain functions.
    const text = (selector) => page.evaluate((name) => document.querySelector('city-compare').shadowRoot?.querySelector(name)?.textContent, selector);
    const press = (selector, name) => page.evaluate(([list, label]) => {
      const all = [...document.querySelector('city-compare').shadowRoot.querySelectorAll(list)];
      all.find((button) => button.textContent.trim() === label || button.getAttribute('aria-label') === label).click();
    }, [selector, name]);
    await expect.poll(() => text('.cc-sentence')).toBeTruthy();
    const headings = [];
    for (const name of ['전략', '주제', '예산', '자료와 출처', '한눈에', '비전', '예산']) {
      await press('.cc-tab', name);
      await expect.poll(() => text('.cc-tab[aria-current]')).toBe(name);
      headings.push(await text('.cc-sentence'));
    }
    expect(new Set(headings).size).toBe(6);
    await expect.poll(() => text('figure svg')).toBeTruthy();
    // What a reader presses: each gives a file.
    await press('.cc-taking', '내 글에 쓰기');
    await expect.poll(() => text('.cc-taken-along')).toBeTruthy();
    const taken = async (name, ending) => {
      await press('.cc-taken-along button', `${name} 내려받기`);
      const file = async () => (await readdir(folder)).find((known) => known.endsWith(ending));
      await expect.poll(file, { message: `${name}: ${(await readdir(folder)).join()}` }).toBeTruthy();
      let bytes;
      await expect.poll(async () => { bytes = await readFile(join(folder, await file())); return bytes.length; }).toBeGreaterThan(0);
      return bytes;
    };
    expect((await taken('CSV', '.csv')).toString('utf8')).toContain('광양');
    expect((await taken('SVG', '.svg')).toString('utf8')).toMatch(/<svg/);
    expect((await taken('PNG', '.png')).subarray(1, 4).toString()).toBe('PNG');
    expect(JSON.parse((await taken('JSON', '.json')).toString('utf8'))).toBeTruthy();
    // What a script asks for.
    const got = await page.$eval('city-compare', async (cc) => {
      const png = await cc.exportPng();
      return [cc.exportCsv().includes('광양'), cc.exportSvg().includes('<svg'), typeof JSON.parse(cc.exportJson()), png.type, (await createImageBitmap(png)).width];
    });
    expect(got).toEqual([true, true, 'object', 'image/png', 1920]);
    const paper = Buffer.from(await page.pdf());
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect(paper.length).toBeGreaterThan(20_000);
    expect(said).toEqual([]);
    // The browser itself may ask for what it wants to know of the world; nothing asks in the name of the page.
    expect(asked.filter((url) => !/mozilla|firefox/.test(url))).toEqual([]);
  } finally {
    await browser.close();
    await new Promise((resolve) => { proxy.close(resolve); proxy.closeAllConnections(); });
    await rm(folder, { recursive: true, force: true });
  }
});
