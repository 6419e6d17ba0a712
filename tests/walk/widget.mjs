// The widget as a reader meets it, over WebDriver: found in its shadow root, pressed, typed into, waited for.
import { By, Key } from 'selenium-webdriver';

/** How long anything may take: a busy machine is slow, not wrong. */
const PATIENCE = 30_000;

export { Key };

/** Waits until `look` gives something, and gives that. Says `what` was waited for, and what was there instead. */
export async function until(what, look) {
  const end = Date.now() + PATIENCE;
  let last;
  do {
    try {
      last = await look();
      if (last) return last;
    } catch (error) {
      last = error.message; // an element that was just replaced, a root that is not there yet
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  } while (Date.now() < end);
  throw new Error(`after ${PATIENCE / 1000} s still waiting for ${what}; last: ${last}`);
}

export class Widget {
  constructor(driver, host = 'city-compare') {
    this.driver = driver;
    this.host = host;
  }

  /** Runs a function in the page with the element and these values. */
  ask(look, ...values) {
    return this.driver.executeScript(`return (${look})(document.querySelector(arguments[0]), ...[].slice.call(arguments, 1));`, this.host, ...values);
  }

  /** Waits until the comparison is shown, to its last row. */
  shown() {
    return until('the comparison', () => this.ask((host) => Boolean(host.shadowRoot?.querySelector('.cc-sentence')) && !host.shadowRoot.querySelector('.cc-unfinished')));
  }

  /** Everything in the shadow root that matches. */
  async all(selector) {
    const root = await (await this.driver.findElement(By.css(this.host))).getShadowRoot();
    return root.findElements(By.css(selector));
  }

  /** The text of the first match, as it stands in the tree; nothing if there is none. */
  text(selector) {
    return this.ask((host, name) => host.shadowRoot.querySelector(name)?.textContent.trim(), selector);
  }

  texts(selector) {
    return this.ask((host, name) => [...host.shadowRoot.querySelectorAll(name)].map((one) => one.textContent.trim()), selector);
  }

  count(selector) {
    return this.ask((host, name) => host.shadowRoot.querySelectorAll(name).length, selector);
  }

  /** What has the focus in the widget: its text or name, and its classes. */
  focused() {
    return this.ask((host) => {
      const one = host.shadowRoot.activeElement;
      return one && { name: one.getAttribute('aria-label') ?? one.textContent.trim(), classes: one.className };
    });
  }

  /** The first match whose text or name is, or begins with, `name`. */
  async named(selector, name) {
    return until(`${selector} “${name}”`, async () => {
      const at = await this.ask((host, list, label) => {
        const names = [...host.shadowRoot.querySelectorAll(list)].map((one) => one.getAttribute('aria-label') ?? one.textContent.trim());
        const exact = names.indexOf(label);
        return exact >= 0 ? exact : names.findIndex((one) => one.startsWith(label));
      }, selector, name);
      return at >= 0 && (await this.all(selector))[at];
    });
  }

  /** Presses something by its name, as a pointer does. */
  async press(selector, name) {
    const found = await this.named(selector, name);
    // In the middle of the window, so that no sticky head lies over it.
    await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', found);
    await found.click();
  }

  /** Sends keys to what has the focus. */
  async keys(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  /** Opens a view by its tab, and waits for it. */
  async view(name) {
    await this.press('.cc-tab', name);
    await until(`the view ${name}`, async () => await this.text('.cc-tab[aria-current]') === name);
    await this.shown();
  }
}
