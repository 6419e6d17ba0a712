// The browsers of the walk: each is started the same way, over WebDriver, and named by the variables that hold its programs.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Builder, Capabilities } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';

/** Width and height of every window, in CSS px. */
export const WINDOW = { width: 1280, height: 900 };

/** Every browser, with the variables that name its programs. `open` gives a driver and what to do when it is done. */
export const BROWSERS = [
  { name: 'Chromium', needs: ['CHROMIUM', 'CHROMEDRIVER'], open: chromium },
  { name: 'Firefox', needs: ['FIREFOX', 'GECKODRIVER'], open: gecko },
  { name: 'WebKitGTK', needs: ['MINIBROWSER', 'WEBKITDRIVER'], open: webkit },
];

/** The variables of a browser that are empty or not set: without them it is skipped. */
export const missing = ({ needs }) => needs.filter((name) => !process.env[name]);

/** Starts a browser with a folder of its own for what it downloads. */
export async function start(browser) {
  const folder = await mkdtemp(join(tmpdir(), 'city-compare-walk-'));
  try {
    const { driver, end = () => {} } = await browser.open(folder);
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 120_000 });
    return {
      driver,
      folder,
      end: async () => {
        await driver.quit().catch(() => {}); // a browser that ended by itself has been told by the test
        await end();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function chromium(folder) {
  // As root, Chromium runs without its sandbox only; the other flags keep it from asking its maker for anything.
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const options = new chrome.Options().setChromeBinaryPath(process.env.CHROMIUM).addArguments(...flags).windowSize(WINDOW);
  options.setUserPreferences({ 'download.default_directory': folder });
  const service = new chrome.ServiceBuilder(process.env.CHROMEDRIVER);
  return { driver: await new Builder().disableEnvironmentOverrides().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build() };
}

async function gecko(folder) {
  const options = new firefox.Options().setBinary(process.env.FIREFOX).addArguments('-headless').windowSize(WINDOW);
  options.setPreference('browser.download.folderList', 2).setPreference('browser.download.dir', folder);
  const service = new firefox.ServiceBuilder(process.env.GECKODRIVER);
  return { driver: await new Builder().disableEnvironmentOverrides().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build() };
}

/** WebKitGTK has no headless mode: without a display, it gets one that is only in memory. Where it downloads to is said in a file of settings. */
async function webkit(folder) {
  const display = process.env.DISPLAY ? { name: process.env.DISPLAY, end: () => {} } : await virtualDisplay();
  const settings = join(folder, 'settings');
  await mkdir(settings);
  await writeFile(join(settings, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${folder}"\n`);
  const service = new DriverService.Builder(process.env.WEBKITDRIVER)
    .setLoopback(true)
    .setEnvironment({ ...process.env, DISPLAY: display.name, XDG_CONFIG_HOME: settings })
    .build();
  const end = async () => { await service.kill(); display.end(); };
  try {
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: process.env.MINIBROWSER, args: ['--automation'] },
    });
    const server = await service.start(30_000);
    const driver = await new Builder().disableEnvironmentOverrides().usingServer(server).withCapabilities(capabilities).build();
    await driver.manage().window().setRect(WINDOW);
    return { driver, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Starts Xvfb (XVFB names another program) and gives the display that it chose. */
async function virtualDisplay() {
  const program = process.env.XVFB || 'Xvfb';
  const server = spawn(program, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error(`WebKitGTK needs a display: DISPLAY is not set, and ${program} did not start (${error.message})`)));
    server.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it had a display`)));
    server.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  return { name: `:${number}`, end: () => server.kill() };
}
