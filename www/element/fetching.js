// Fetching what the element needs, checked against the digests of the build.

import { make, nonce } from './dom.js';

/** What is waited for: the panel says so when it takes long. @type {Set<string>} */
export const awaited = new Set();

/* What the page's policy refuses: looked at while something is being loaded, and only what it refuses in earnest. */

/** @type {SecurityPolicyViolationEvent[]} */
let violations = [];

/** @param {SecurityPolicyViolationEvent} event */
const refused = (event) => {
  if (event.disposition === 'enforce') violations.push(event);
};

/**
 * Does a piece of loading; when it fails, the error takes along what is known of it.
 * @template T
 * @param {string} address Empty when nothing is fetched.
 * @param {string} digest
 * @param {(address: string, digest: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function bring(address, digest, work) {
  if (!awaited.size) violations = [];
  document.addEventListener('securitypolicyviolation', refused);
  awaited.add(address);
  try {
    return await work(address, digest);
  } catch (error) {
    // Reports of the policy come a little later.
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    const failed = error instanceof Object ? error : new Error(String(error));
    // What waits for two pieces takes over what is known of the one that failed.
    throw 'context' in failed ? failed : Object.assign(failed, { context: { address, digest, violations } });
  } finally {
    awaited.delete(address);
    if (!awaited.size) document.removeEventListener('securitypolicyviolation', refused);
  }
}

/**
 * Imports a module. A preload with a digest is what the browser checks the import against; one that knows no preload of
 * modules would wait for it for ever, and imports without the check.
 * @param {string} address
 * @param {string} integrity
 */
export async function importModule(address, integrity) {
  const link = make('link', '', { rel: 'modulepreload', crossOrigin: 'anonymous', integrity, nonce: nonce() });
  if (integrity && link.relList.supports('modulepreload')) {
    await new Promise((resolve, reject) => {
      Object.assign(link, { onload: resolve, onerror: () => reject(new Error('refused')), href: address });
      document.head.append(link);
    }).finally(() => link.remove());
  }
  return import(/* @vite-ignore */ /* webpackIgnore: true */ address);
}

/**
 * @param {string} address
 * @param {string} [integrity]
 */
export async function get(address, integrity = '') {
  const answer = await fetch(address, { integrity });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return answer;
}
