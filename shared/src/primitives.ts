import { z } from 'zod';
import { LIMITS, LOCALES } from './limits.js';

/**
 * C0/C1 controls and bidirectional overrides: they make a name look like another one, or break a line of a mail header.
 * Half a surrogate pair is no character; a database refuses it in JSON.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const UNSAFE_BUT_NEWLINES = /(?![\n\t])[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** One line of text, trimmed, 1…max characters, NFC. */
export const line = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(max)
        .refine((text) => !UNSAFE.test(text), { params: { code: 'invalid_format' } }),
    );

/** Like `line`, but may be empty. */
export const optionalLine = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => !UNSAFE.test(text), { params: { code: 'invalid_format' } }),
    );

/** Several lines, trimmed, may be empty. */
export const paragraph = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').replace(/\r\n?/gu, '\n').trim())
    .pipe(
      z
        .string()
        .max(max)
        .refine((text) => !UNSAFE_BUT_NEWLINES.test(text), { params: { code: 'invalid_format' } }),
    );

export const id = z.uuid();
export const email = z
  .string()
  .max(LIMITS.email * 2)
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email().max(LIMITS.email));
export const instant = z.iso.datetime({ offset: true });
export const locale = z.enum(LOCALES);
export const timeZone = z
  .string()
  .max(60)
  .refine(
    (zone) => {
      try {
        return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
      } catch {
        return false;
      }
    },
    { params: { code: 'unknown_time_zone' } },
  );
export const httpUrl = z
  .string()
  .trim()
  .max(LIMITS.url)
  .refine((text) => URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol), {
    params: { code: 'invalid_format' },
  });
export const tags = z.array(line(LIMITS.tag)).max(LIMITS.tags);

export const idParam = z.strictObject({ id });
export const eventParam = z.strictObject({ eventId: id });
