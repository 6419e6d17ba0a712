// The wasm module: loaded once for all instances of the page, and ended for all of them when it stops.

import * as source from './source.js';

/** @import { Glue } from './source.js' */
/** @import { Failure } from './types.js' */

/** @type {Promise<Glue> | undefined} */
let module;

/** The widget's style sheet, once the module is there. */
export let styles = '';

/** Why the module stopped for good, if it did. @type {Failure | undefined} */
export let ended;

/** Why the last part that did not come did not come: the module knows only that it did not. @type {unknown} */
export let missed;

/**
 * Those who are called when the module stops for good.
 * @type {Set<(error: Failure) => void>}
 */
export const mourners = new Set();

/** @returns {Promise<Glue>} */
export function load() {
  if (ended) throw ended;
  module ??= open();
  module.catch(() => {
    module = undefined;
  });
  return module;
}

async function open() {
  if (typeof WebAssembly !== 'object') throw Object.assign(new Error('no WebAssembly'), { context: { wasm: false } });
  // All files are asked for at once. A failure is told where each is waited for.
  const [coming, sheet] = [source.glue(), source.styles()];
  coming.catch(() => {});
  sheet.catch(() => {});
  const glue = await source.wasm(async (wasm) => {
    wasm.catch(() => {});
    const made = await coming;
    await made.default({ module_or_path: await wasm });
    return made;
  });
  styles = await sheet;
  glue.on_panic(end);
  glue.on_part?.((name, sum) => {
    const come = source.part(name, sum);
    come.catch((error) => {
      missed = error;
    });
    return come;
  });
  return glue;
}

/**
 * The module stopped for good: every instance says so.
 * @param {string} message
 */
function end(message) {
  ended ??= Object.assign(new Error(message), { context: { panic: true } });
  const error = ended;
  queueMicrotask(() => {
    for (const call of [...mourners]) call(error);
  });
}

/**
 * A trap that is no panic of Rust's (memory, stack) is seen by the page alone. Ours has gone through our glue.
 * @param {any} trap
 */
function trapped(trap) {
  if (globalThis.WebAssembly && trap instanceof WebAssembly.RuntimeError && trap.stack?.includes(`${source.TRACE}:`)) end(trap.message);
}
addEventListener('error', ({ error }) => trapped(error));
addEventListener('unhandledrejection', ({ reason }) => trapped(reason));
