// Of the glue that wasm-bindgen writes: in the bundle it stands in the place of this module.
import type { Glue } from './types.js';

declare const glue: Glue;
export = glue;
