import jsqr from 'jsqr';

/** Longest side in pixels: enough for a code that fills a third of the picture, and quick on an old phone. */
const LONGEST_SIDE = 1280;

/** The text of the QR code in a picture or a frame of the camera, or null. */
export function readQr(source: CanvasImageSource, width: number, height: number): string | null {
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsqr(data, canvas.width, canvas.height)?.data || null;
}

/** The same for a photo. Throws where the file is no picture. */
export async function readQrPhoto(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file);
  try {
    return readQr(bitmap, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}
