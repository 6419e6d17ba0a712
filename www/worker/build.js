// What the worker keeps. xtask/tools/bundle.mjs writes this module anew for a release: the version, and the digest of every file.

export const VERSION = 'dev';

/** Files without which the app does not work: all of them are kept, or nothing is. @type {Record<string, string>} */
export const KEPT = {};

/** Files that are kept if the host gives them: an icon, or a type that it does not know, is no reason to keep nothing. @type {Record<string, string>} */
export const EXTRA = {};
