// Where the rest comes from in the bundle, in the place of source.js: it is inside, and the page asks for no other file.

import { decompress } from 'fzstd';
import SHEET from '../city-compare.css';
import { DIGESTS as FILES } from './build.js';
import { bring } from './fetching.js';
import * as inside from './comparison.js';
import * as rest from './seldom.js';

/** @import { Glue } from './source.js' */
/** @import { Seldom } from './types.js' */

/** The bundle's own address, as it stands in a trace; the address of the page when the bundle stands in it. */
export const TRACE = /(?:https?|file|blob):[^\s)]+(?=:\d+:\d+)/.exec(new Error('here').stack ?? '')?.[0] ?? location.href;

/**
 * The bytes that letters stand for: five for four bytes, fewer at the end.
 * @param {string} letters
 */
function bytesOf(letters) {
  const bytes = new Uint8Array(Math.floor((letters.length * 4) / 5));
  for (let at = 0, to = 0; to < bytes.length; at += 5) {
    let value = 0;
    for (let place = at; place < at + 5; place += 1) {
      const code = place < letters.length ? letters.charCodeAt(place) : 124;
      value = value * 85 + (code === 33 ? 60 : code === 35 ? 92 : code) - 40;
    }
    for (let shift = 24; shift >= 0 && to < bytes.length; shift -= 8) bytes[to++] = value >>> shift;
  }
  return bytes;
}

/**
 * A file of the bundle: compressed, in letters.
 * @param {string} name
 */
async function unpack(name) {
  // What it gives is a window of a larger buffer: its bytes alone are the module.
  return decompress(bytesOf(FILES[name] ?? '')).slice().buffer;
}

export const styles = async () => SHEET;

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
