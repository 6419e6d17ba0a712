// Where the rest comes from: the files beside the loader. In the bundle packed.js stands in the place of this module.

import { DIGESTS, FILES } from './build.js';
import { bring, get, importModule } from './fetching.js';

/** @import { Diagnose, Seldom } from './types.js' */

/** The file of the glue, and of what is made with it. @typedef {typeof import('./comparison.js')} Glue */

/** The address that stands in the trace of everything that the wasm module does. */
export const TRACE = FILES.glue ?? '';

/**
 * @param {string} name
 * @returns {[address: string, digest: string]}
 */
const file = (name) => [FILES[name] ?? '', DIGESTS[name] ?? ''];

/** @returns {Promise<Glue>} */
export const glue = () => bring(...file('glue'), importModule);

/**
 * The module: it is asked for at once, and compiled by `use`.
 * @template T
 * @param {(wasm: Promise<Response | ArrayBuffer>) => Promise<T>} use
 */
export const wasm = (use) => bring(...file('wasm'), (...from) => use(get(...from)));

/** The style sheet, as text. */
export const styles = () => bring(...file('styles'), async (...from) => (await get(...from)).text());

/**
 * A part of the module, when a reader first needs it.
 * @param {string} name
 * @param {string} digest
 */
export const part = (name, digest) => bring(FILES[name] ?? '', digest, async (...from) => (await get(...from)).arrayBuffer());

/**
 * What is needed seldom: what a reader is told when something fails, and pictures.
 * @returns {Promise<Seldom>}
 */
export const seldom = () =>
  importModule(...file('failure')).catch((missing) => ({ diagnose: bare, picture: () => Promise.reject(missing) }));

/**
 * What is said when even the page of causes cannot be loaded.
 * @type {Diagnose}
 */
const bare = async (error, { address = '' }) => ({
  cause: 'unknown',
  ko: ['도시 비교를 열지 못했습니다.', '배포 폴더의 파일을 구조대로 모두 올려 주세요.'],
  en: ['The comparison of cities could not be opened.', 'Upload all files of the release in their folders.'],
  problems: [`${address} ${/** @type {Error | undefined} */ (error)?.message ?? error}`],
});
