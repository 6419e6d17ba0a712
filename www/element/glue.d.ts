// Of the glue that wasm-bindgen writes, which xtask/tools/bundle.mjs puts in the place of this module.
import type { Widget } from './types.js';

export default function init(what: { module_or_path: unknown }): Promise<unknown>;
export function open(
  root: ShadowRoot,
  instance: string,
  attribute: (name: string) => string | null,
  language: string,
  own: string | null,
  fetched: (address: string) => Promise<string>,
): Promise<Widget>;
export function on_panic(call: (message: string) => void): void;
/** Only where the module is cut into parts. */
export const on_part: undefined | ((call: (name: string, digest: string) => Promise<ArrayBuffer>) => void);
