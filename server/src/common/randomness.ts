import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** Letters and digits that nobody confuses when reading them aloud or typing them from a screen. */
const READABLE = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

@Injectable()
export class Randomness {
  /** URL-safe token with `bytes` bytes of entropy; 32 for whatever opens a door. */
  token(bytes = 32): string {
    return randomBytes(bytes).toString('base64url');
  }

  bytes(count: number): Buffer {
    return randomBytes(count);
  }

  /** Decimal digits, leading zeros included. */
  digits(count: number): string {
    return Array.from({ length: count }, () => randomInt(10)).join('');
  }

  /** Upper-case code for typing by hand. */
  readableCode(length: number): string {
    return Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('');
  }

  /** Lower-case code in an address that hangs on a wall: 64 bits, so that nobody finds one by trying. */
  openCode(): string {
    return this.readableCode(13).toLowerCase();
  }
}
