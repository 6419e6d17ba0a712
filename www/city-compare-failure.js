// What a reader sees when something fails: the cause and what to do, in Korean and English. The loader imports it then.

const FAILED = { ko: '도시 비교를 열지 못했습니다.', en: 'The comparison of cities could not be opened.' };

/** What can fail: the cause, and what to do, in both languages. */
const CAUSES = {
  file: {
    ko: ['이 페이지는 파일로 열렸습니다. 브라우저는 그런 페이지가 다른 파일을 읽지 못하게 합니다.', '모든 것이 한 파일에 든 city-compare.html을 여시거나, 폴더를 웹 서버에 올려 주십시오.'],
    en: ['This page was opened as a file. Browsers let such a page read no other file.', 'Open city-compare.html, which holds everything, or put the folder on a web server.'],
  },
  mime: {
    ko: ['서버가 보낸 형식이 맞지 않습니다({type}): {address}', '서버가 .js는 text/javascript, .wasm은 application/wasm, .json은 application/json으로 보내게 해 주십시오.'],
    en: ['The server sent the wrong type ({type}): {address}', 'Let the server send .js as text/javascript, .wasm as application/wasm, .json as application/json.'],
  },
  missing: {
    ko: ['서버의 답이 {status}입니다: {address}', '주소를 확인하시고, 배포 폴더의 파일을 그 구조대로 모두 올려 주십시오.'],
    en: ['The server answered {status}: {address}', 'Check the address, and upload all files of the release in their folders.'],
  },
  csp: {
    ko: ['이 페이지의 보안 정책(Content-Security-Policy {directive})이 막았습니다: {address}', "정책에 넣어 주십시오: script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'"],
    en: ['This page’s security policy (Content-Security-Policy {directive}) blocked: {address}', "Let the policy allow: script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'"],
  },
  cors: {
    ko: ['다른 서버에 있는 파일이고, 그 서버가 이 페이지에 읽기를 허락하지 않았습니다(CORS): {address}', '그 서버가 Access-Control-Allow-Origin을 보내게 하시거나, 파일을 이 서버에 올려 주십시오.'],
    en: ['The file is on another server, which does not let this page read it (CORS): {address}', 'Let that server send Access-Control-Allow-Origin, or put the file on this server.'],
  },
  integrity: {
    ko: ['내용이 배포된 파일과 다릅니다(무결성): {address}', '같은 버전의 파일을 모두 다시 올리시고, 중간에서 파일을 바꾸는 서버가 없는지 확인해 주십시오.'],
    en: ['The content differs from the released file (integrity): {address}', 'Upload all files of one version again, and check that no server on the way changes them.'],
  },
  network: {
    ko: ['서버에 닿지 못했습니다: {address}', '인터넷 연결을 확인하시고 페이지를 새로 고쳐 주십시오.'],
    en: ['The server could not be reached: {address}', 'Check the connection and reload the page.'],
  },
  nowasm: {
    ko: ['이 브라우저에는 WebAssembly가 없거나 꺼져 있습니다.', '최신 브라우저로 여시거나, 이 사이트에서 잠금 모드를 꺼 주십시오.'],
    en: ['This browser has no WebAssembly, or it is switched off.', 'Use a current browser, or switch lockdown mode off for this site.'],
  },
  memory: {
    ko: ['브라우저의 메모리가 모자랍니다.', '다른 탭을 닫고 페이지를 새로 고쳐 주십시오.'],
    en: ['The browser ran out of memory.', 'Close other tabs and reload the page.'],
  },
  panic: {
    ko: ['프로그램이 오류로 멈췄습니다.', '페이지를 새로 고쳐 주십시오. 되풀이되면 아래 내용을 사이트 관리자에게 알려 주십시오.'],
    en: ['The program stopped at an error of its own.', 'Reload the page. If it happens again, tell the site’s editors what stands below.'],
  },
  dataset: {
    ko: ['자료에 고칠 곳이 있습니다.', '아래를 모두 고쳐 주십시오. 형식은 city-compare.schema.json에 있습니다.'],
    en: ['The dataset has problems.', 'Correct all of the following. The form is described by city-compare.schema.json.'],
  },
  unknown: {
    ko: ['알 수 없는 오류입니다.', '페이지를 새로 고쳐 주십시오. 되풀이되면 아래 내용을 사이트 관리자에게 알려 주십시오.'],
    en: ['The error is not known.', 'Reload the page. If it happens again, tell the site’s editors what stands below.'],
  },
};

/**
 * The cause of a failure, and what to do, in both languages. `context` is what was found out about it: `protocol` of the
 * page, `address` of what was loaded and the server's `status` and `type`, the policy's `directive`, and whether `cors`,
 * `integrity`, `network`, a `panic` or missing `wasm` is the reason.
 */
export function explain(error, context = {}) {
  const message = String(error?.message ?? error);
  const cause = causeOf(error, message, context);
  const fill = (text) => text.replace(/\{(\w+)\}/g, (_, name) => context[name] || '?');
  const [ko, en] = ['ko', 'en'].map((lang) => CAUSES[cause][lang].map(fill));
  const problems = Array.isArray(error) ? error.map(String) : cause === 'panic' || cause === 'unknown' ? [message] : [];
  return { cause, ko: [FAILED.ko, ...ko], en: [FAILED.en, ...en], problems };
}

function causeOf(error, message, context) {
  if (Array.isArray(error)) return 'dataset';
  if (context.wasm === false) return 'nowasm';
  if (/out of memory|allocat/i.test(message)) return 'memory';
  if (context.panic) return 'panic';
  if (context.directive) return 'csp';
  if (context.address && context.protocol === 'file:') return 'file';
  if (context.status >= 400) return 'missing';
  for (const cause of ['cors', 'network', 'mime', 'integrity']) if (context[cause]) return cause;
  return 'unknown';
}
