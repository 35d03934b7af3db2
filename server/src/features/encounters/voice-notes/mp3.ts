/** Kilobits per second of layer III by the index in a frame's header: MPEG 1, and MPEG 2 and 2.5. */
const KBIT_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const KBIT_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const HERTZ = [44_100, 48_000, 32_000];
/** So many in a row are no accident. */
const FEWEST_FRAMES = 4;

interface Frame {
  length: number;
  milliseconds: number;
}

/** How long an MP3 file lasts: frame after frame, as some recorders of Android write them. */
export function mp3Milliseconds(bytes: Buffer): number | null {
  let milliseconds = 0;
  let frames = 0;
  for (let at = afterTag(bytes); ; ) {
    const frame = frameAt(bytes, at);
    if (frame === null) break;
    milliseconds += frame.milliseconds;
    frames += 1;
    at += frame.length;
  }
  return frames >= FEWEST_FRAMES ? milliseconds : null;
}

/** An ID3v2 tag may stand before the sound; its size has seven bits a byte. */
function afterTag(bytes: Buffer): number {
  if (bytes.length < 10 || bytes.toString('latin1', 0, 3) !== 'ID3') return 0;
  return bytes.subarray(6, 10).reduce((size, byte) => size * 128 + (byte & 0x7f), 0) + 10;
}

function frameAt(bytes: Buffer, at: number): Frame | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return null;
  const [second, third] = [bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  const version = (second >> 3) & 3;
  const isLayer3 = ((second >> 1) & 3) === 1;
  const kbit = (version === 3 ? KBIT_1 : KBIT_2)[third >> 4];
  const hertz = HERTZ[(third >> 2) & 3];
  if ((second & 0xe0) !== 0xe0 || version === 1 || !isLayer3 || !kbit || !hertz) return null;
  const rate = version === 3 ? hertz : version === 2 ? hertz / 2 : hertz / 4;
  const samples = version === 3 ? 1152 : 576;
  const length = Math.floor((samples / 8) * ((kbit * 1000) / rate)) + ((third >> 1) & 1);
  return { length, milliseconds: (samples / rate) * 1000 };
}
