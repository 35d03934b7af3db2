import type jsQR from 'jsqr';

/** What may hold a code: the camera's picture, or a photo. */
export type Source = HTMLVideoElement | ImageBitmap;
/** The text of the first QR code found, or null. */
export type Decoder = (source: Source) => Promise<string | null>;

type Detector = { detect: (source: Source) => Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
};

/** Longest side in pixels that is looked through; a code of a ticket needs about 200 of them. */
const VIDEO_SIDE = 720;
/** A photo is tried large for small codes and small for blurred ones. */
const PHOTO_SIDES = [1400, 700, 350];

/** The browser's own reader where there is one (Android), else jsQR, fetched when first needed. */
export async function createDecoder(): Promise<Decoder> {
  const [detector, read] = await Promise.all([nativeDetector(), import('jsqr').then((module) => module.default)]);
  return async (source) => (await detectWith(detector, source)) ?? readPixels(read, source);
}

async function nativeDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    if (!(await BarcodeDetector?.getSupportedFormats())?.includes('qr_code')) return null;
    return BarcodeDetector ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
  } catch {
    return null;
  }
}

/** Some phones promise a detector and then have none. */
async function detectWith(detector: Detector | null, source: Source): Promise<string | null> {
  if (!detector) return null;
  const found = await detector.detect(source).catch(() => []);
  return found[0]?.rawValue || null;
}

function readPixels(read: typeof jsQR, source: Source): string | null {
  const sides = source instanceof HTMLVideoElement ? [VIDEO_SIDE] : PHOTO_SIDES;
  for (const side of sides) {
    const picture = pixelsOf(source, side);
    const text = picture && read(picture.data, picture.width, picture.height)?.data;
    if (text) return text;
  }
  return null;
}

let canvas: HTMLCanvasElement | undefined;

function pixelsOf(source: Source, side: number): ImageData | null {
  const isVideo = source instanceof HTMLVideoElement;
  const [width, height] = isVideo ? [source.videoWidth, source.videoHeight] : [source.width, source.height];
  if (!width || !height) return null;
  const scale = Math.min(1, side / Math.max(width, height));
  canvas ??= document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
