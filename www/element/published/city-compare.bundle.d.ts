// `import 'city-compare/bundle'`: the same element in one script with everything inside. It defines the element and exports nothing.
import './city-compare.js';

export type * from './city-compare.js';
