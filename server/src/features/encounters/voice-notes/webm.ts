/** Ids of the Matroska specification (RFC 9559) that tell what is inside and how long. */
const EBML = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const TIMESTAMP_SCALE = 0x2ad7b1;
const TRACK_TYPE = 0x83;
const CLUSTER_TIMESTAMP = 0xe7;
const BLOCKS = new Set([0xa3, 0xa1]);
/** Elements that hold others: segment, info, tracks, track, cluster, block group. Stepped into, so that an open end needs no care. */
const HOLDERS = new Set([0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0]);
const AUDIO = 2;
/** A block of Opus lasts as long as that, mostly. */
const LAST_BLOCK_MS = 20;

interface Element {
  id: number;
  /** Where its content starts. */
  at: number;
  /** Of its content in bytes; infinite where the recorder did not know it yet. */
  size: number;
}

/** How long a WebM file with sound and nothing else lasts, told by its last block: a recorder writes no duration. */
export function webmMilliseconds(bytes: Buffer): number | null {
  const head = elementAt(bytes, 0);
  if (head?.id !== EBML || head.at + head.size > bytes.length || !saysWebm(bytes, head)) return null;
  let nanosecondsPerTick = 1_000_000;
  let cluster = 0;
  let last: number | null = null;
  let tracks = 0;
  for (let at = head.at + head.size; ; ) {
    const element = elementAt(bytes, at);
    if (element === null) break;
    const { id, at: start, size } = element;
    at = HOLDERS.has(id) ? start : start + size;
    if (HOLDERS.has(id)) continue;
    if (start + size > bytes.length) break;
    if (id === TIMESTAMP_SCALE) nanosecondsPerTick = unsigned(bytes, start, size);
    if (id === CLUSTER_TIMESTAMP) cluster = unsigned(bytes, start, size);
    if (id === TRACK_TYPE) {
      if (unsigned(bytes, start, size) !== AUDIO) return null;
      tracks += 1;
    }
    // A block starts with its track's number (one byte for the only track) and its time within the cluster.
    if (BLOCKS.has(id) && size > 4) last = Math.max(last ?? 0, cluster + bytes.readInt16BE(start + 1));
  }
  return tracks === 1 && last !== null ? (last * nanosecondsPerTick) / 1_000_000 + LAST_BLOCK_MS : null;
}

function saysWebm(bytes: Buffer, head: Element): boolean {
  for (let at = head.at; at < head.at + head.size; ) {
    const element = elementAt(bytes, at);
    if (element === null) return false;
    if (element.id === DOC_TYPE) return bytes.toString('latin1', element.at, element.at + element.size) === 'webm';
    at = element.at + element.size;
  }
  return false;
}

function elementAt(bytes: Buffer, at: number): Element | null {
  const idLength = lengthOf(bytes[at]);
  if (idLength === null || idLength > 4 || at + idLength >= bytes.length) return null;
  const sizeLength = lengthOf(bytes[at + idLength]);
  const start = at + idLength + (sizeLength ?? 0);
  if (sizeLength === null || start > bytes.length) return null;
  const marker = 2 ** (7 * sizeLength);
  const size = unsigned(bytes, at + idLength, sizeLength) - marker;
  return { id: unsigned(bytes, at, idLength), at: start, size: size === marker - 1 ? Number.POSITIVE_INFINITY : size };
}

/** The zeros before the first one tell how many bytes a number has. */
function lengthOf(first: number | undefined): number | null {
  return first ? Math.clz32(first) - 23 : null;
}

function unsigned(bytes: Buffer, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + Math.min(length, 8); index += 1) value = value * 256 + (bytes[index] ?? 0);
  return value;
}
