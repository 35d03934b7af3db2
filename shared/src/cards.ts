import { z } from 'zod';
import type { Contact, ContactView } from './registrations.js';

/** GET /api/events/:eventId/card: my card and the code that others scan; the code rotates (C2). */
export type MyCard = {
  name: string;
  headline: string;
  contacts: Contact[];
  /** Short URL for the QR: <base>/c/<token>; picture at /api/cards/<token>/qr.png */
  url: string;
  token: string;
  /** Six characters to type. */
  shortCode: string;
  expiresAt: string;
};
/**
 * GET /api/cards/:token (token, short code or ticket) → who it is, before anything is shared. The code expires within a minute; `token` in the
 * answer is a ticket of the signed-in reader's own, good for ten minutes, to tap "exchange" with. Without a session only the scanned token works.
 */
export type CardPreview = {
  token: string;
  name: string;
  headline: string;
  eventTitle: string;
  eventId: string;
  slug: string;
  state: 'open' | 'waiting-for-them' | 'exchanged';
};
/** POST /api/cards/:token/exchange: my tap. The owner's tap follows: POST /api/events/:eventId/card-exchanges/:exchangeId/accept */
export const tokenParam = z.strictObject({ token: z.string().regex(/^[A-Za-z0-9_-]{4,64}$/u) });
export const exchangeParam = z.strictObject({ eventId: z.uuid(), exchangeId: z.uuid() });
export type CardExchange = {
  id: string;
  state: 'waiting-for-me' | 'waiting-for-them' | 'exchanged' | 'revoked';
  person: { registrationId: string; name: string; headline: string };
  contacts: ContactView[];
  at: string;
};
/**
 * GET /api/events/:eventId/card-exchanges · POST …/accept · POST …/decline · POST …/revoke (both sides' contacts, I5).
 * DELETE /api/events/:eventId/people/:registrationId/contacts hides mine from that person again, however they were shared.
 */
export type CardExchangeList = { exchanges: CardExchange[] };
/**
 * GET /api/events/:eventId/people/:registrationId/wechat-qr.png: their WeChat code, drawn clean and alone, for whoever may read their contacts.
 */
