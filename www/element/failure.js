// What a reader sees when something fails: the cause and what to do, in Korean and English.

const FAILED = { ko: '도시 비교를 열지 못했습니다.', en: 'The comparison of cities could not be opened.' };

/**
 * What can fail: the cause, and what to do, in both languages.
 * @type {Record<CityCompareCause, { ko: string[], en: string[] }>}
 */
const CAUSES = {
  file: {
    ko: [
      '이 페이지는 파일로 열렸습니다. 브라우저는 그런 페이지가 다른 파일을 읽지 못하게 합니다.',
      '모든 것이 한 파일에 든 city-compare.html을 여시거나, 폴더를 웹 서버에 올려 주세요.',
    ],
    en: [
      'This page was opened as a file. Browsers let such a page read no other file.',
      'Open city-compare.html, which holds everything, or put the folder on a web server.',
    ],
  },
  mime: {
    ko: [
      '서버가 보낸 형식이 맞지 않습니다({type}): {address}',
      '서버가 .js는 text/javascript, .wasm은 application/wasm, .json은 application/json으로 보내게 해 주세요.',
    ],
    en: [
      'The server sent the wrong type ({type}): {address}',
      'Let the server send .js as text/javascript, .wasm as application/wasm, .json as application/json.',
    ],
  },
  missing: {
    ko: [
      '서버의 답이 {status}입니다: {address}',
      "주소를 확인하시고, 배포 폴더의 파일을 그 구조대로 모두 올려 주세요. 파일이 거기 있다면 서버가 그 형식을 모르는 것이니, IIS에서는 web.config를 함께 올리시고 다른 서버에서는 형식 목록에 .wasm을 더해 주세요. 앱으로 묶은 페이지라면 import 'city-compare/bundle'로 바꾸어 주세요.",
    ],
    en: [
      'The server answered {status}: {address}',
      "Check the address, and upload all files of the release in their folders. If the file is there, the server does not know its type: on IIS upload web.config with it, elsewhere add .wasm to the list of types. In an app that a bundler made, write import 'city-compare/bundle' instead.",
    ],
  },
  csp: {
    ko: [
      '이 페이지의 보안 정책(Content-Security-Policy {directive})이 막았습니다: {address}',
      "정책에 넣어 주세요: script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'",
    ],
    en: [
      'This page’s security policy (Content-Security-Policy {directive}) blocked: {address}',
      "Let the policy allow: script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'",
    ],
  },
  cors: {
    ko: [
      '다른 서버에 있는 파일이고, 그 서버가 이 페이지에 읽기를 허락하지 않았습니다(CORS): {address}',
      '그 서버가 Access-Control-Allow-Origin을 보내게 하시거나, 파일을 이 서버에 올려 주세요.',
    ],
    en: [
      'The file is on another server, which does not let this page read it (CORS): {address}',
      'Let that server send Access-Control-Allow-Origin, or put the file on this server.',
    ],
  },
  integrity: {
    ko: [
      '내용이 배포된 파일과 다릅니다(무결성): {address}',
      '같은 버전의 파일을 모두 다시 올리시고, 중간에서 파일을 바꾸는 서버가 없는지 확인해 주세요.',
    ],
    en: [
      'The content differs from the released file (integrity): {address}',
      'Upload all files of one version again, and check that no server on the way changes them.',
    ],
  },
  network: {
    ko: ['서버에 닿지 못했습니다: {address}', '인터넷 연결을 확인하시고 페이지를 새로 고쳐 주세요.'],
    en: ['The server could not be reached: {address}', 'Check the connection and reload the page.'],
  },
  nowasm: {
    ko: ['이 브라우저에는 WebAssembly가 없거나 꺼져 있습니다.', '최신 브라우저로 여시거나, 이 사이트에서 잠금 모드를 꺼 주세요.'],
    en: ['This browser has no WebAssembly, or it is switched off.', 'Use a current browser, or switch lockdown mode off for this site.'],
  },
  memory: {
    ko: ['브라우저의 메모리가 모자랍니다.', '다른 탭을 닫고 페이지를 새로 고쳐 주세요.'],
    en: ['The browser ran out of memory.', 'Close other tabs and reload the page.'],
  },
  panic: {
    ko: ['프로그램이 오류로 멈췄습니다.', '페이지를 새로 고쳐 주세요. 되풀이되면 아래 내용을 사이트 관리자에게 알려 주세요.'],
    en: ['The program stopped at an error of its own.', 'Reload the page. If it happens again, tell the site’s editors what stands below.'],
  },
  dataset: {
    ko: ['자료에 고칠 곳이 있습니다.', '아래를 모두 고쳐 주세요. 형식은 city-compare.schema.json에 있습니다.'],
    en: ['The dataset has problems.', 'Correct all of the following. The form is described by city-compare.schema.json.'],
  },
  unknown: {
    ko: ['알 수 없는 오류입니다.', '페이지를 새로 고쳐 주세요. 되풀이되면 아래 내용을 사이트 관리자에게 알려 주세요.'],
    en: ['The error is not known.', 'Reload the page. If it happens again, tell the site’s editors what stands below.'],
  },
};

/** @import { CityCompareCause, Context, Diagnose, Explanation } from './types.js' */

/** @typedef {Context & { status?: number, type?: string, mime?: boolean, cors?: boolean, integrity?: boolean, network?: boolean }} Found */

/**
 * The cause of a failure, and what to do, in both languages. `context` is what is known of it; the server is asked for the rest.
 * @type {Diagnose}
 */
export async function diagnose(error, context) {
  return explain(error, { ...context, ...(await reason(error, context)) });
}

/**
 * @param {unknown} error
 * @param {Context} context
 * @returns {Promise<Found>}
 */
async function reason(error, { address, digest, violations = [] }) {
  // The policy on WebAssembly names no address: it is the reason only if compiling is what failed.
  const compiling = globalThis.WebAssembly && error instanceof WebAssembly.CompileError;
  const blocked = violations.find(({ blockedURI }) => (address && blockedURI === address) || (compiling && blockedURI.startsWith('wasm')));
  if (blocked) return { directive: blocked.effectiveDirective, address: address || blocked.blockedURI };
  return address ? asked(address, digest) : {};
}

/**
 * What the server says of an address.
 * @param {string} address
 * @param {string} [digest]
 * @returns {Promise<Found>}
 */
async function asked(address, digest) {
  try {
    const answer = await fetch(address);
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
    const mime = /html|^$/.test(type) || (address.endsWith('.js') && !type.includes('javascript'));
    return { status: answer.status, type, mime, integrity: Boolean(digest) };
  } catch {
    const answered = await fetch(address, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    return answered ? { cors: true } : { network: true };
  }
}

/**
 * What is said of a failure of which all is found out.
 * @param {unknown} error
 * @param {Found} [found]
 * @returns {Explanation}
 */
export function explain(error, found = {}) {
  const message = String(/** @type {Error | undefined} */ (error)?.message ?? error);
  const cause = causeOf(error, message, found);
  const values = /** @type {Record<string, unknown>} */ (found);
  const fill = (/** @type {string} */ text) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] || '?'));
  const { ko, en } = CAUSES[cause];
  const problems = Array.isArray(error) ? error.map(String) : cause === 'panic' || cause === 'unknown' ? [message] : [];
  return { cause, ko: [FAILED.ko, ...ko.map(fill)], en: [FAILED.en, ...en.map(fill)], problems };
}

/**
 * @param {unknown} error
 * @param {string} message
 * @param {Found} found
 * @returns {CityCompareCause}
 */
function causeOf(error, message, found) {
  if (Array.isArray(error)) return 'dataset';
  if (found.wasm === false) return 'nowasm';
  if (/out of memory|allocat/i.test(message)) return 'memory';
  if (found.panic) return 'panic';
  if (found.directive) return 'csp';
  if (found.address && found.protocol === 'file:') return 'file';
  if ((found.status ?? 0) >= 400) return 'missing';
  if (found.cors) return 'cors';
  if (found.network) return 'network';
  if (found.mime) return 'mime';
  return found.integrity ? 'integrity' : 'unknown';
}
