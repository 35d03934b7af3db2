import { createHash, timingSafeEqual } from 'node:crypto';

const PURPOSE = 'screen-link';
/** 128 bits are out of reach. */
const MAC_LENGTH = 22;
const SIGNED = /^S1\.([\da-f]{32})\.([\w-]{22})$/u;
/** As they were before links were signed: 24 random bytes. */
const OLD = /^[\w-]{32}$/u;

type Mac = (purpose: string, text: string) => string;

/** The secret part of a display link's address; it names the link and proves itself. */
export function tokenOf(linkId: string, mac: Mac): string {
  const id = linkId.replaceAll('-', '');
  return `S1.${id}.${mac(PURPOSE, id).slice(0, MAC_LENGTH)}`;
}

/** Where the link behind a token is found; null for whatever nobody here has signed, without asking the database. */
export function linkIn(token: string, mac: Mac): { id: string } | { oldTokenHash: Buffer } | null {
  if (OLD.test(token)) return { oldTokenHash: createHash('sha256').update(token).digest() };
  const [, id, signature] = SIGNED.exec(token) ?? [];
  if (id === undefined || signature === undefined) return null;
  const expected = mac(PURPOSE, id).slice(0, MAC_LENGTH);
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)) ? { id } : null;
}
