// The attributes of the element, each a property of the same name, and all of them as one object.

/** @import { CityCompareAttribute, CityCompareFigure, CityCompareOptions, CityCompareStore, CityCompareTheme, CityCompareUnit, CityCompareView } from './types.js' */

/** Their names. @type {readonly CityCompareAttribute[]} */
export const ATTRIBUTES = ['cities', 'view', 'field', 'item', 'figure', 'year', 'unit', 'lang', 'theme', 'home', 'state', 'src'];

/**
 * @param {Element} element
 * @param {CityCompareAttribute} name
 * @param {string | number | readonly string[] | null | undefined} value
 */
function reflect(element, name, value) {
  if (value == null) element.removeAttribute(name);
  else element.setAttribute(name, /** @type {any} */ (value)); // which makes a text of it
}

/**
 * @param {Element} element
 * @param {CityCompareAttribute} name
 */
const attribute = (element, name) => element.getAttribute(name) ?? '';

/**
 * An element with the attributes.
 *
 * @attr {string} [cities=all] Ids of two to five cities, in order, with commas.
 * @attr {'glance' | 'visions' | 'strategies' | 'topics' | 'budgets' | 'sources'} [view=visions] What is shown first.
 * @attr {string} field Code of a functional field, 010 to 900, that the items are limited to, and that is lit among the money.
 * @attr {string} item Id of a plan item to open.
 * @attr {'blocks' | 'fields' | 'per_resident' | 'stages' | 'peers' | 'years' | 'press'} [figure=blocks] What of the cities' money.
 * @attr {string} year Fiscal year of the press reports' budgets; the one that most cities have if it is not given.
 * @attr {'amount' | 'per_resident' | 'share'} [unit=amount] Unit of the press reports' budgets.
 * @attr {string} [lang=auto] Language, a tag of BCP 47: Korean or English; auto and every other is that of the page.
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] Light or dark; auto is as the system asks.
 * @attr {string} home Id of the site's own city: first and marked.
 * @attr {'none' | 'url'} [state=none] Whether the reader's choices stand in the address.
 * @attr {string} src Addresses of datasets of one's own, JSON, with spaces between; `built-in` among them is the five cities.
 */
export class Attributes extends HTMLElement {
  /** The attributes that `options` set. @type {CityCompareAttribute[]} */
  #set = [];

  /** Ids of two to five cities, in order, with commas. @returns {string} */
  get cities() {
    return attribute(this, 'cities');
  }
  /** @param {string | readonly string[] | null} value */
  set cities(value) {
    reflect(this, 'cities', value);
  }

  /** What is shown first. @returns {string} */
  get view() {
    return attribute(this, 'view');
  }
  /** @param {CityCompareView | null} value */
  set view(value) {
    reflect(this, 'view', value);
  }

  /** Code of a functional field, 010 to 900, that the items are limited to. @returns {string} */
  get field() {
    return attribute(this, 'field');
  }
  /** @param {string | null} value */
  set field(value) {
    reflect(this, 'field', value);
  }

  /** Id of a plan item to open. @returns {string} */
  get item() {
    return attribute(this, 'item');
  }
  /** @param {string | null} value */
  set item(value) {
    reflect(this, 'item', value);
  }

  /** Fiscal year of the cities' budgets; the one that most cities have if it is not given. @returns {string} */
  get year() {
    return attribute(this, 'year');
  }
  /** @param {string | number | null} value */
  set year(value) {
    reflect(this, 'year', value);
  }

  /** What of the cities' money. @returns {string} */
  get figure() {
    return attribute(this, 'figure');
  }
  /** @param {CityCompareFigure | null} value */
  set figure(value) {
    reflect(this, 'figure', value);
  }
  /** Unit of the budgets. @returns {string} */
  get unit() {
    return attribute(this, 'unit');
  }
  /** @param {CityCompareUnit | null} value */
  set unit(value) {
    reflect(this, 'unit', value);
  }

  /** Light or dark; auto is as the system asks. @returns {string} */
  get theme() {
    return attribute(this, 'theme');
  }
  /** @param {CityCompareTheme | null} value */
  set theme(value) {
    reflect(this, 'theme', value);
  }

  /** Id of the site's own city: first and marked. @returns {string} */
  get home() {
    return attribute(this, 'home');
  }
  /** @param {string | null} value */
  set home(value) {
    reflect(this, 'home', value);
  }

  /** Whether the reader's choices stand in the address. @returns {string} */
  get state() {
    return attribute(this, 'state');
  }
  /** @param {CityCompareStore | null} value */
  set state(value) {
    reflect(this, 'state', value);
  }

  /** Addresses of datasets of one's own, JSON, with spaces between; `built-in` among them is the five cities. @returns {string} */
  get src() {
    return attribute(this, 'src');
  }
  /** @param {string | null} value */
  set src(value) {
    reflect(this, 'src', value);
  }

  /**
   * The attributes that are set, as one object. Assigning sets those that it names, and null removes one; assigning null
   * or undefined takes back what was assigned before.
   * @returns {Partial<Record<CityCompareAttribute, string>>}
   */
  get options() {
    return Object.fromEntries(ATTRIBUTES.filter((name) => this.hasAttribute(name)).map((name) => [name, attribute(this, name)]));
  }
  /** @param {CityCompareOptions | null | undefined} values */
  set options(values) {
    const named = ATTRIBUTES.filter((name) => values && name in values);
    for (const name of values ? named : this.#set) reflect(this, name, values?.[name]);
    this.#set = values ? [...this.#set, ...named] : [];
  }
}
