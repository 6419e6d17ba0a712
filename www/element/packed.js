// Where the rest comes from in the bundle, in the place of source.js: it is inside, and the page asks for no other file.

import { DIGESTS as FILES } from './build.js';
import { bring } from './fetching.js';
import * as inside from './comparison.js';
import * as rest from './seldom.js';

/** @import { Glue } from './source.js' */
/** @import { Seldom } from './types.js' */

/** The bundle's own address, as it stands in a trace; the address of the page when the bundle stands in it. */
export const TRACE = /(?:https?|file|blob):[^\s)]+(?=:\d+:\d+)/.exec(new Error('here').stack ?? '')?.[0] ?? location.href;

/**
 * A file of the bundle: compressed, in letters.
 * @param {string} name
 */
async function unpack(name) {
  const bytes = Uint8Array.from(atob(FILES[name] ?? ''), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** @returns {Promise<Glue>} */
export const glue = async () => inside;

/**
 * @template T
 * @param {(wasm: Promise<Response | ArrayBuffer>) => Promise<T>} use
 */
export const wasm = (use) => bring('', '', () => use(unpack('wasm')));

export const part = unpack;

/** @returns {Promise<Seldom>} */
export const seldom = async () => rest;
