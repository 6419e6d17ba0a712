// For pages that show the comparison in an iframe: gives each frame the height that it tells.
//   <script src="https://the-host/city-compare-embed.js"></script>
//   <iframe data-city-compare src="https://the-host/embed.html?cities=yeosu,gwangju" title="…" height="900"></iframe>
// A message counts only when it comes from such a frame and from the origin that the frame was given.

addEventListener('message', ({ data, origin, source }) => {
  if (data?.type !== 'city-compare:height' || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll('iframe[data-city-compare]')) {
    if (frame.contentWindow === source && new URL(frame.src).origin === origin) {
      frame.height = String(Math.min(Math.max(Math.ceil(data.height), 100), 50000));
    }
  }
});
