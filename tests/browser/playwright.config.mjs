// The browser tests of dist/. `cargo xtask test --only browser` builds and serves dist, and sets BASE_URL and CHROMIUM.
import { readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Chromium's flags stand in one place, webdriver.json, which the wasm tests use too. Playwright chooses headless itself.
const webdriver = JSON.parse(readFileSync(new URL('../../webdriver.json', import.meta.url), 'utf8'));
const flags = webdriver['goog:chromeOptions'].args.filter((flag) => !flag.startsWith('--headless'));

if (!process.env.BASE_URL) {
  throw new Error('BASE_URL is not set. Run the tests with: cargo xtask test --only browser');
}

export default defineConfig({
  testDir: '.',
  // UPDATE_PICTURES=1 takes the pictures anew, and does nothing else.
  testMatch: process.env.UPDATE_PICTURES ? 'pictures.spec.mjs' : '*.spec.mjs',
  updateSnapshots: process.env.UPDATE_PICTURES ? 'all' : 'none',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0, // a test that passes at the second try has failed
  timeout: 60_000, // a busy machine is slow, not wrong
  expect: { timeout: 15_000 },
  workers: '100%', // one for each core
  reporter: 'list',
  use: {
    baseURL: process.env.BASE_URL,
    headless: true,
    locale: 'ko-KR', // the app speaks the language of the browser
    serviceWorkers: 'block', // each test meets the files of the server; app.spec.mjs tests the worker
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: flags,
    },
  },
});
