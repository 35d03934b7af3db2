import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import jsqr from 'jsqr';
import type { Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Its program comes from the package; left alone it would fetch it from a content network. */
const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer },
});
// jsQR is CommonJS: its function may lie one step deeper, depending on who loads it.
const jsQR = typeof jsqr === 'function' ? jsqr : (jsqr as unknown as { default: typeof jsqr }).default;

/**
 * What a QR code says, by two decoders that share no code; the picture is a PNG. They must find exactly one and agree.
 * `page` only lends its canvas for the second one's pixels.
 */
export async function readCode(page: Page, png: Buffer): Promise<string> {
  const found = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryHarder: true });
  const pixels = await pixelsOf(page, png, 'image/png');
  const second = jsQR(pixels.data, pixels.width, pixels.height)?.data;
  expect({ zxing: found.map(({ text }) => text), jsQR: second }).toEqual({ zxing: [second], jsQR: expect.any(String) });
  return found[0]!.text;
}

/** The picture of an SVG, as a printer would make it. */
export async function printed(page: Page, svg: Buffer): Promise<Buffer> {
  const { png } = await pixelsOf(page, svg, 'image/svg+xml');
  return Buffer.from(png, 'base64');
}

interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
  png: string;
}

async function pixelsOf(page: Page, picture: Buffer, type: string): Promise<Pixels> {
  const blank = await page.context().newPage();
  try {
    const drawn = await blank.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        const width = Math.max(image.naturalWidth, 300);
        canvas.width = width;
        canvas.height = Math.round((width * image.naturalHeight) / image.naturalWidth);
        const brush = canvas.getContext('2d');
        if (!brush) throw new Error('No canvas');
        brush.fillStyle = '#fff';
        brush.fillRect(0, 0, canvas.width, canvas.height);
        brush.drawImage(image, 0, 0, canvas.width, canvas.height);
        const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
        let bytes = '';
        for (let start = 0; start < data.length; start += 30_000)
          bytes += String.fromCharCode(...data.subarray(start, start + 30_000));
        const png = canvas.toDataURL('image/png').replace(/^.*,/u, '');
        return { bytes: btoa(bytes), width: canvas.width, height: canvas.height, png };
      },
      `data:${type};base64,${picture.toString('base64')}`,
    );
    const { width, height, png } = drawn;
    return { data: new Uint8ClampedArray(Buffer.from(drawn.bytes, 'base64')), width, height, png };
  } finally {
    await blank.close();
  }
}
