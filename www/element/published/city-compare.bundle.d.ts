// `import 'city-compare/bundle'`: the same element in one script with everything inside. It defines the element and exports nothing.
import './city-compare';

export type * from './city-compare';
