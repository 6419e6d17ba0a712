// <city-compare>: defines the element and loads the rest when it comes near the viewport. It is only an adapter: everything
// that a reader sees is made by the wasm module; only what stands there before it, and instead of it when something fails,
// is made here. docs/embedding.md describes all of it.

import { VERSION } from './build.js';
import { CityCompare } from './element.js';

const known = /** @type {typeof CityCompare | undefined} */ (customElements.get('city-compare'));
if (!known) customElements.define('city-compare', CityCompare);
else console.warn(`city-compare ${VERSION} is not used: version ${known.version} is already there. Load the script once.`);

export { CityCompare };
