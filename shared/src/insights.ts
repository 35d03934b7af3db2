import { z } from 'zod';
import type { AskNumbers, ScreenAsk } from './asks.js';
import type { Goal } from './goals.js';
import { LIMITS, type Locale } from './limits.js';
import { id, optionalLine } from './primitives.js';
import type { ScreenRounds } from './rounds.js';

/** GET /api/events/:eventId/now (O1) */
export type EventNow = {
  confirmed: number;
  checkedIn: number;
  free: number;
  talking: number;
  introductions: {
    asked: number;
    /** null until five that came to nothing are over: fewer would tell their requesters what became of them (I2). */
    passedOn: number | null;
    agreed: number;
    met: number;
    /** Of those that are settled, through somebody both know and through a host; null for fewer than five. */
    warm: { asked: number; agreed: number } | null;
    byHosts: { asked: number; agreed: number } | null;
  };
  /** A2 */
  asks: AskNumbers;
  /** Checked in, nobody met yet. */
  isolates: { registrationId: string; name: string }[];
  waitingForHost: number;
  /**
   * Guests who brought others together or were thanked for help with an ask (A1), at least twice in all, most first (M11). Hosts' own
   * introductions are their job and do not count. How many of them met is not told: of so few it would say who did not.
   */
  connectors: { registrationId: string; name: string; agreed: number; helped: number }[];
};

type ScreenItem = { id: string; title: string; startsAt: string; endsAt: string };

/** GET /api/screen, with a display link's token as bearer: the projector (B4). Only people who consented to the screen. */
export type ScreenView = {
  event: {
    title: string;
    timeZone: string;
    startsAt: string;
    endsAt: string;
    venue: string;
    slug: string;
    languages: Locale[];
  };
  now: string;
  openBreak: ScreenItem | null;
  nextBreak: ScreenItem | null;
  /** The talk that is on now, by the programme. */
  session: ScreenItem | null;
  nextSession: ScreenItem | null;
  checkedIn: number;
  free: number;
  people: { id: string; name: string; goal: Goal | null }[];
  /** Who came in the last minutes, the newest first. */
  arrivals: { id: string; name: string; at: string }[];
  asks: ScreenAsk[];
  joinUrl: string;
  groupUrl: string;
  /** Present while rounds are run in the open break (R5). */
  rounds: ScreenRounds | null;
  /** When the display link ends. */
  expiresAt: string;
};

/** How long after the event's end a display link may live, in hours: the evening, two days, a month. */
export const SCREEN_LINK_HOURS = [6, 48, 720] as const;

/** POST /api/events/:eventId/screen-links → ScreenLink. `requestId` makes a retry harmless. */
export const ScreenLinkInput = z.strictObject({
  requestId: id,
  /** Which screen it is for; may be empty. */
  name: optionalLine(LIMITS.name).default(''),
  hoursAfterEnd: z.literal(SCREEN_LINK_HOURS).default(48),
});
export type ScreenLinkInput = z.input<typeof ScreenLinkInput>;

/** GET /api/events/:eventId/screen-links → ScreenLink[], those that still open something; DELETE ends all, DELETE …/:linkId one. */
export type ScreenLink = {
  id: string;
  name: string;
  /** Its address is /screen#token. null for a link of an earlier release, whose address is known only to those who have it. */
  token: string | null;
  createdBy: string | null;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string;
};
export const screenLinkParam = z.strictObject({ eventId: id, linkId: id });
/** GET /api/screen/:token */
export const screenParam = z.strictObject({ token: z.string().min(1).max(100) });
