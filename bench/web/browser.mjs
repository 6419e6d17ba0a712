// One Chromium, a fresh context for every page, and what the protocol tells about it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const INSIDE = join(import.meta.dirname, 'inside.js');
const flags = JSON.parse(readFileSync(new URL('../../webdriver.json', import.meta.url), 'utf8'))['goog:chromeOptions'].args;

export const launch = (executablePath) => chromium.launch({
  executablePath,
  args: [...flags.filter((flag) => !flag.startsWith('--headless')), '--enable-precise-memory-info'],
});

/** Opens a page, waits until it is painted, and hands over what can be asked of it. */
export async function visit(browser, address, throttle, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'ko-KR' });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.addInitScript({ path: INSIDE });
    const cdp = await context.newCDPSession(page);
    let bytes = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
    await cdp.send('Network.enable');
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    await cdp.send('Performance.enable');
    if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.goto(address, { waitUntil: 'commit' });
    const painted = await page.evaluate(() => inside.painted);
    const visited = {
      page,
      painted,
      bytes: () => bytes,
      act: (name, argument) => page.evaluate(([name, argument]) => inside.act(name, argument), [name, argument]),
      do: (name, argument) => page.evaluate(async ([name, argument]) => { inside.do(name, argument); await inside.frame(); }, [name, argument]),
      /** JavaScript's heap after a collection, and the wasm module's memory, in bytes. */
      memory: async () => {
        for (let times = 0; times < 2; times += 1) await cdp.send('HeapProfiler.collectGarbage');
        const heap = await page.evaluate(() => ({ js: performance.memory.usedJSHeapSize, wasm: inside.wasm() }));
        const { nodes } = await cdp.send('Memory.getDOMCounters');
        return { ...heap, nodes };
      },
    };
    const result = await work(visited);
    if (errors.length) throw new Error(`${address}: ${errors.join('; ')}`);
    return result;
  } finally {
    await context.close();
  }
}
