// A printed PDF, read: the size of each page, and each piece of text with its place.

// pdfjs says that it has no canvas to draw on. Nothing is drawn here.
const { log, warn } = console;
console.log = console.warn = () => {};
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
Object.assign(console, { log, warn });

/** The pages of a PDF: width and height in points, and texts with their box. */
export async function pages(bytes) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: true }).promise;
  const all = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width, height] = page.view;
    const { items } = await page.getTextContent();
    const texts = items.filter(({ str }) => str.trim()).map(({ str, transform, width: length }) => ({ text: str, x: transform[4], y: transform[5], end: transform[4] + length, size: Math.hypot(transform[2], transform[3]) }));
    all.push({ width, height, texts, text: texts.map(({ text }) => text).join(' ') });
  }
  return all;
}

/** Without spaces, which a PDF does not keep. */
export const bare = (text) => text.normalize('NFC').replace(/\s+/g, '');

/** The words of a text, letters and digits only: a line or a page may break between any two. */
export const wordsOf = (text) => text.normalize('NFC').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
