import { z } from 'zod';
import { LIMITS } from './limits.js';
import { id, instant, line, optionalLine, paragraph } from './primitives.js';

/** Q2 */
export const GROUP_PLATFORMS = [
  'wechat',
  'wecom',
  'whatsapp',
  'telegram',
  'line',
  'kakaotalk',
  'slack',
  'discord',
  'signal',
  'qq',
  'feishu',
] as const;
export type GroupPlatform = (typeof GROUP_PLATFORMS)[number];

/** PUT /api/events/:eventId/group-link { url, label, expiresAt } (null url removes it). */
export const GroupLinkInput = z.strictObject({
  url: line(LIMITS.url).nullable(),
  label: optionalLine(LIMITS.name).default(''),
  expiresAt: instant.nullable().default(null),
});
export type GroupLinkInput = z.input<typeof GroupLinkInput>;
export type GroupLink = {
  platform: GroupPlatform;
  url: string;
  label: string;
  expiresAt: string | null;
  updatedAt: string;
};
/** GET /api/events/:eventId/group (organizers): code, its permanent URL, link. PNG/SVG: GET /api/groups/:code/qr.png|svg */
export type GroupSettings = { code: string; url: string; link: GroupLink | null };

/** GET /api/groups/:code: what stands behind the permanent QR (Q1). */
export type GroupPage = {
  eventId: string;
  eventTitle: string;
  slug: string;
  link: GroupLink | null;
  /** Picture of the external group's code, drawn by this server. */
  linkQr: string | null;
  /** Where no external link is valid. */
  room: boolean;
  joined: boolean;
};
export const groupParam = z.strictObject({ code: z.string().regex(/^[a-z0-9]{6,16}$/u) });

/** POST /api/events/:eventId/messages { clientId, text } · GET …/messages?before=&limit= (Q4) */
export const MessageInput = z.strictObject({ clientId: id, text: paragraph(LIMITS.message).pipe(z.string().min(1)) });
export type MessageInput = z.input<typeof MessageInput>;
export const MessageQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
/** DELETE …/messages/:messageId by its author or those who run the event */
export const messageParam = z.strictObject({ eventId: id, messageId: id });
export type RoomMessage = {
  id: string;
  seq: number;
  authorId: string | null;
  author: string;
  /** Their registration; null where they only run the event. */
  personId: string | null;
  text: string;
  at: string;
  mine: boolean;
  removed: boolean;
};
export type RoomPage = { messages: RoomMessage[]; older: boolean };
