// What a build knows of its files. xtask/tools/bundle.mjs writes this module anew for a release, with the version, the digests
// and the wasm module's parts. As it stands here, it is that of a build for development.

export const VERSION = 'dev';

/**
 * SHA-384 of what is loaded, under the names of FILES.
 * @type {Record<string, string>}
 */
export const DIGESTS = {};

/**
 * Where it is. Each is written out in one piece: this is how a bundler sees that it has to bring these files along.
 * @type {Record<string, string>}
 */
export const FILES = {
  failure: new URL('./city-compare-failure.js', import.meta.url).href,
  styles: new URL('./city-compare.css', import.meta.url).href,
  glue: new URL('./wasm/city-compare.js', import.meta.url).href,
  wasm: new URL('./wasm/city-compare_bg.wasm', import.meta.url).href,
};
