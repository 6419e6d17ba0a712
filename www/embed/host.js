// For pages that show the comparison in an iframe: gives each frame the height that it tells.
//   <script src="https://the-host/city-compare-embed.js"></script>
//   <iframe data-city-compare src="https://the-host/embed.html?cities=yeosu,gwangju" allow="clipboard-write" title="…" height="900"></iframe>
// A message counts only when it comes from such a frame and from the origin that the frame was given; where its address
// leads to another origin, `data-city-compare="https://the-other"` names that one.

const FRAMES = 'iframe[data-city-compare]';

const shown = () => /** @type {NodeListOf<HTMLIFrameElement>} */ (document.querySelectorAll(FRAMES));

/**
 * @param {HTMLIFrameElement} frame
 * @param {string} origin
 */
function expected(frame, origin) {
  const given = new URL(frame.src, document.baseURI);
  // A server that leads to the same name over https is the same server.
  const secure = given.protocol === 'http:' && origin === `https://${given.hostname}`;
  return origin === given.origin || secure || (frame.dataset.cityCompare ?? '').split(/\s+/).includes(origin);
}

addEventListener('message', ({ data, origin, source }) => {
  if (data?.type !== 'city-compare:height' || !Number.isFinite(data.height)) return;
  for (const frame of shown()) {
    if (frame.contentWindow === source && expected(frame, origin)) {
      frame.height = String(Math.min(Math.max(Math.ceil(data.height), 100), 50_000));
    }
  }
});

/* A frame that was there before this script has told its height to no one: it is asked, and so is one that comes later, or
   comes back with its page. The question says nothing, so anyone may hear it. */

/** @param {HTMLIFrameElement} frame */
const ask = (frame) => {
  frame.contentWindow?.postMessage({ type: 'city-compare:ask' }, '*');
};

const askAll = () => {
  for (const frame of shown()) ask(frame);
};

askAll();
addEventListener('pageshow', askAll);
document.addEventListener(
  'load',
  ({ target }) => {
    if (target instanceof HTMLIFrameElement && target.matches(FRAMES)) ask(target);
  },
  { capture: true },
);
