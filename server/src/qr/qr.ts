import QRCode from 'qrcode';

/** Four modules of white all round: WeChat's long-press and cheap scanners need what the standard asks for. */
const SHAPE = { errorCorrectionLevel: 'M', margin: 4, color: { dark: '#000000ff', light: '#ffffffff' } } as const;
/** Whole pixels per module keep the edges sharp; 12 makes the smallest code 348 pixels wide. */
const PIXELS_PER_MODULE = 12;

/** The text's QR code as PNG, black on white. Throws where the text is longer than a code holds (about 2,300 bytes). */
export function qrPng(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { ...SHAPE, type: 'png', scale: PIXELS_PER_MODULE });
}

/** The same as SVG, for print: one path, no fixed size. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { ...SHAPE, type: 'svg' });
}
