// A chart as a picture.

import { make } from './dom.js';

/**
 * A drawing as a PNG picture of twice its size.
 * @param {string} svg
 * @returns {Promise<Blob>}
 */
export async function picture(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const image = make('img', [], { src: address });
  await image.decode().finally(() => {
    URL.revokeObjectURL(address);
  });
  const canvas = make('canvas', [], { width: image.naturalWidth * 2, height: image.naturalHeight * 2 });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The browser made no picture.'));
    }, 'image/png');
  });
}
