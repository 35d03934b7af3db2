/** Boxes of ISO 14496-12 that hold others. */
const HOLDERS = new Set(['moov', 'trak', 'mdia', 'mvex', 'moof', 'traf']);
const SOUND = 'soun';
const UNKNOWN_32 = 0xffff_ffff;

/** What the boxes say of length: all in ticks. */
interface Times {
  whole: { ticks: number; perSecond: number } | null;
  mediaPerSecond: number;
  sampleTicks: number;
  fragmentEnd: number;
  tracks: string[];
}

/** How long an MP4 (M4A) file with sound and nothing else lasts: by its header, or by its last fragment where it was recorded in a browser. */
export function mp4Milliseconds(bytes: Buffer): number | null {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return null;
  const times: Times = { whole: null, mediaPerSecond: 0, sampleTicks: 0, fragmentEnd: 0, tracks: [] };
  walk(bytes, times);
  if (times.tracks.length !== 1 || times.tracks[0] !== SOUND) return null;
  const whole = times.whole === null ? 0 : (times.whole.ticks / times.whole.perSecond) * 1000;
  const fragments = times.mediaPerSecond === 0 ? 0 : (times.fragmentEnd / times.mediaPerSecond) * 1000;
  return Math.max(whole, fragments) > 0 ? Math.max(whole, fragments) : null;
}

function walk(bytes: Buffer, times: Times): void {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (HOLDERS.has(type)) {
      at += 8;
      continue;
    }
    const size = bytes.readUInt32BE(at);
    // 1: the size follows in eight bytes, which no file that we take needs; 0: up to the end.
    const end = size === 0 ? bytes.length : at + size;
    if (size === 1 || (size !== 0 && size < 8) || end > bytes.length) return;
    read(type, bytes.subarray(at + 8, end), times);
    at = end;
  }
}

function read(type: string, box: Buffer, times: Times): void {
  if (type === 'mvhd' || type === 'mdhd') {
    const [perSecond, ticks] = header(box);
    if (type === 'mdhd') times.mediaPerSecond = perSecond;
    else if (perSecond > 0 && ticks < UNKNOWN_32) times.whole = { ticks, perSecond };
  }
  if (type === 'hdlr' && box.length >= 12) times.tracks.push(box.toString('latin1', 8, 12));
  if (type === 'trex' && box.length >= 16) times.sampleTicks = box.readUInt32BE(12);
  if (type === 'tfhd') times.sampleTicks = defaultTicks(box) ?? times.sampleTicks;
  if (type === 'tfdt' && box.length >= 8) times.fragmentEnd = box[0] === 1 ? wide(box, 4) : box.readUInt32BE(4);
  if (type === 'trun') times.fragmentEnd += runTicks(box, times.sampleTicks);
}

/** Ticks per second, and how many: of the film or of its one track. */
function header(box: Buffer): [number, number] {
  if (box[0] === 1) return box.length < 32 ? [0, 0] : [box.readUInt32BE(20), wide(box, 24)];
  return box.length < 20 ? [0, 0] : [box.readUInt32BE(12), box.readUInt32BE(16)];
}

function defaultTicks(box: Buffer): number | null {
  if (box.length < 8) return null;
  const flags = box.readUInt32BE(0);
  const at = 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
  return flags & 8 && box.length >= at + 4 ? box.readUInt32BE(at) : null;
}

/** A run names each sample's length, or all have the same. */
function runTicks(box: Buffer, sampleTicks: number): number {
  if (box.length < 8) return 0;
  const flags = box.readUInt32BE(0);
  const samples = box.readUInt32BE(4);
  if (!(flags & 0x100)) return samples * sampleTicks;
  const first = 8 + (flags & 1 ? 4 : 0) + (flags & 4 ? 4 : 0);
  const step = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
  let ticks = 0;
  for (let at = first, left = samples; left > 0 && at + 4 <= box.length; at += step, left -= 1)
    ticks += box.readUInt32BE(at);
  return ticks;
}

function wide(box: Buffer, at: number): number {
  return box.length < at + 8 ? 0 : box.readUInt32BE(at) * 2 ** 32 + box.readUInt32BE(at + 4);
}
