/** From the first to the last byte, both inclusive. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * The one range of a `Range` header (RFC 9110, 14.1.2) within `size` bytes; null where all is to be sent: no header, several ranges, or
 * none that this file has, which the standard leaves free to ignore. iPhones play nothing from a server that knows no ranges.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') return Number(last) === 0 ? null : { from: Math.max(0, size - Number(last)), to: size - 1 };
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from <= to ? { from, to } : null;
}
