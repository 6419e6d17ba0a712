// The attributes of the element, each a property of the same name, and all of them as one object.

/** @import { CityCompareAttribute, CityCompareControls, CityCompareFigure, CityCompareOptions, CityCompareStage, CityCompareStore, CityCompareTheme, CityCompareUnit, CityCompareView } from './types.js' */

/** Their names. @type {readonly CityCompareAttribute[]} */
export const ATTRIBUTES = [
  'cities',
  'view',
  'topic',
  'field',
  'item',
  'figure',
  'year',
  'stage',
  'unit',
  'show',
  'controls',
  'lang',
  'theme',
  'home',
  'state',
  'lesson',
  'lock',
  'src',
];

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
 * @attr {string} topic Id of a topic, for the view of topics.
 * @attr {string} field Code of a functional field, 010 to 900, that the items are limited to, and that is lit among the money.
 * @attr {string} item Id of a plan item to open.
 * @attr {'blocks' | 'fields' | 'per_resident' | 'stages' | 'peers' | 'years' | 'press'} [figure=blocks] What of the cities' money.
 * @attr {string} year Fiscal year of the press reports' budgets, the one that most cities have if it is not given; with `stage` that of the official figures.
 * @attr {'proposed' | 'initial' | 'final' | 'current' | 'spent' | 'settled'} stage Stage of the official figures, with `year`.
 * @attr {'amount' | 'per_resident' | 'share'} [unit=amount] Unit of the press reports' budgets.
 * @attr {string} show What else an address says of a state, as it stands behind the # of a copied link.
 * @attr {'all' | 'none'} [controls=all] Whether a figure stands with its controls, or alone with its basis, sources and a link to the whole.
 * @attr {string} [lang=auto] Language, a tag of BCP 47: Korean or English; auto and every other is that of the page.
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] Light or dark; auto is as the system asks.
 * @attr {string} home Id of the site's own city: first and marked.
 * @attr {'none' | 'url'} [state=none] Whether the reader's choices stand in the address.
 * @attr {string} lesson Id of a lesson that stands in place of the view, `all` for the page of lessons, or a lesson as JSON.
 * @attr {string} lock What a class view keeps as it is: `cities`, `view`, `year`, with commas. The reader can lift it.
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

  /** Id of a topic. @returns {string} */
  get topic() {
    return attribute(this, 'topic');
  }
  /** @param {string | null} value */
  set topic(value) {
    reflect(this, 'topic', value);
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
  /** Stage of the official figures, with `year`. @returns {string} */
  get stage() {
    return attribute(this, 'stage');
  }
  /** @param {CityCompareStage | null} value */
  set stage(value) {
    reflect(this, 'stage', value);
  }

  /** What else an address says of a state. @returns {string} */
  get show() {
    return attribute(this, 'show');
  }
  /** @param {string | null} value */
  set show(value) {
    reflect(this, 'show', value);
  }

  /** Whether a figure stands with its controls. @returns {string} */
  get controls() {
    return attribute(this, 'controls');
  }
  /** @param {CityCompareControls | null} value */
  set controls(value) {
    reflect(this, 'controls', value);
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

  /** A lesson in place of the view. @returns {string} */
  get lesson() {
    return attribute(this, 'lesson');
  }
  /** @param {string | null} value */
  set lesson(value) {
    reflect(this, 'lesson', value);
  }

  /** What a class view keeps as it is. @returns {string} */
  get lock() {
    return attribute(this, 'lock');
  }
  /** @param {string | readonly string[] | null} value */
  set lock(value) {
    reflect(this, 'lock', value);
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
