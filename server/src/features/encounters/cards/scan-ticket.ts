import { timingSafeEqual } from 'node:crypto';

/**
 * What a phone holds after it has scanned a card in time: the code on the other screen turns every minute, the person who
 * scanned it has ten to tap. Good for the account it was made for and nobody else, so that passing it on is useless.
 */
export interface ScanTicket {
  registrationId: string;
  expiresAt: Date;
}
/** Text to HMAC as base64url; the account is part of the text. */
type Mac = (text: string) => string;

const ID_BYTES = 16;
const TIME_BYTES = 4;
const MAC_BYTES = 16;
const BYTES = ID_BYTES + TIME_BYTES + MAC_BYTES;

/** 48 characters of base64url. */
export function packTicket({ registrationId, expiresAt }: ScanTicket, accountId: string, mac: Mac): string {
  const body = Buffer.alloc(ID_BYTES + TIME_BYTES);
  body.write(registrationId.replaceAll('-', ''), 'hex');
  body.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), ID_BYTES);
  return Buffer.concat([body, proof(body, accountId, mac)]).toString('base64url');
}

/** null: not a ticket, not this account's, or forged. Whether it has expired is for the caller to see. */
export function readTicket(text: string, accountId: string, mac: Mac): ScanTicket | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== BYTES) return null;
  const body = bytes.subarray(0, ID_BYTES + TIME_BYTES);
  if (!timingSafeEqual(bytes.subarray(body.length), proof(body, accountId, mac))) return null;
  const hex = body.toString('hex', 0, ID_BYTES);
  return {
    registrationId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5'),
    expiresAt: new Date(body.readUInt32BE(ID_BYTES) * 1000),
  };
}

function proof(body: Buffer, accountId: string, mac: Mac): Buffer {
  return Buffer.from(mac(`${accountId}|${body.toString('base64url')}`), 'base64url').subarray(0, MAC_BYTES);
}
