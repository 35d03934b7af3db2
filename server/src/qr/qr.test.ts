import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { qrPng, qrSvg } from './qr.js';

const decode = jsqr as unknown as typeof jsqr.default;

function readPng(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png);
  return decode(new Uint8ClampedArray(data), width, height)?.data;
}

describe('Q1: the server draws the code', () => {
  it.each([
    'https://teabreak.example/g/k3x9pq2m',
    'https://weixin.qq.com/g/dSWycjL1lZkDxEvQ2Uf8og9JceND7dCMhmVxXDmDK261pLxSz6iLBoe7e_qGveMe',
    '茶歇 ☕',
  ])('another decoder reads %s', async (text) => {
    expect(readPng(await qrPng(text))).toBe(text);
  });

  it('keeps four white modules around and whole pixels', async () => {
    const { data, width, height } = PNG.sync.read(await qrPng('https://teabreak.example/g/k3x9pq2m'));
    expect(width).toBe(height);
    expect(width % 12).toBe(0);
    const shade = (x: number, y: number) => data[(y * width + x) * 4];
    const edge = Array.from({ length: width }, (_, at) => [shade(at, 47), shade(47, at)]).flat();
    expect(new Set(edge)).toEqual(new Set([255]));
    expect(shade(48, 48)).toBe(0);
    expect(new Set(data)).toEqual(new Set([0, 255]));
  });

  it('SVG is a picture and nothing else', async () => {
    const svg = await qrSvg('https://teabreak.example/g/k3x9pq2m?a=<script>');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 \d+ \d+"/u);
    expect(svg).not.toMatch(/script|<image|href/u);
  });

  it('refuses what fits in no code', async () => {
    await expect(qrPng('x'.repeat(3000))).rejects.toThrow();
  });
});
