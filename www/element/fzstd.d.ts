// Of the package, what packed.js takes: it lies with the tools, where tsc does not look.
declare module 'fzstd' {
  /** Decompresses Zstandard. */
  export function decompress(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
}
