// Types of <city-compare>, made from the script itself. docs/embedding.md tells what each attribute does.
import './types/globals.js';

export { CityCompare } from './types/element.js';
export type {
  CityCompareAttribute,
  CityCompareCause,
  CityCompareChange,
  CityCompareError,
  CityCompareEventMap,
  CityCompareLanguage,
  CityCompareOptions,
  CityCompareReady,
  CityCompareStore,
  CityCompareTheme,
  CityCompareFigure,
  CityCompareUnit,
  CityCompareView,
} from './types/types.js';
