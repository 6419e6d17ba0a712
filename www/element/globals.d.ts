// What the element adds to the browser's own names: its tag, and its events wherever they bubble to.
import type { CityCompare } from './element.js';
import type { CityCompareEventMap } from './types.js';

declare global {
  interface HTMLElementTagNameMap {
    'city-compare': CityCompare;
  }
  interface HTMLElementEventMap extends CityCompareEventMap {}
  interface DocumentEventMap extends CityCompareEventMap {}
}
