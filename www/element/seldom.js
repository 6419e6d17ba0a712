// What is needed seldom, in a file of its own: city-compare-failure.js.

export { diagnose, explain } from './failure.js';
export { picture } from './picture.js';
