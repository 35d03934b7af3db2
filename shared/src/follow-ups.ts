import { z } from 'zod';
import { LIMITS, type Locale } from './limits.js';
import { id, optionalLine, timeZone } from './primitives.js';
import type { ContactView } from './registrations.js';

/** F3. What one does to keep a relation warm. */
export const TOUCH_KINDS = ['message', 'call', 'met', 'helped', 'asked-favour'] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];

/** What a message is for. */
export const MESSAGE_KINDS = [
  'thank-you',
  'share',
  'catch-up',
  'keep-warm',
  'promise',
  'introduce',
  'ask-favour',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** A day without a time, in the reader's own zone: 2026-06-07. */
const day = z.iso.date();

export const followUpParam = z.strictObject({ followUpId: id });

/** POST /api/follow-ups: keep in touch with somebody one talked with. Once per person; again where it was stopped. → FollowUpDetail */
export const FollowUpInput = z.strictObject({ encounterId: id });
export type FollowUpInput = z.input<typeof FollowUpInput>;

/** POST /api/follow-ups/:followUpId/touches: done for this time. `requestId` makes a retry harmless. → FollowUpDetail */
export const TouchInput = z.strictObject({
  requestId: id,
  kind: z.enum(TOUCH_KINDS),
  line: optionalLine(LIMITS.line).default(''),
});
export type TouchInput = z.input<typeof TouchInput>;

/** POST /api/follow-ups/:followUpId/snooze: not before that day, within a year from today. → FollowUpDetail */
export const SnoozeInput = z.strictObject({ until: day });
export type SnoozeInput = z.input<typeof SnoozeInput>;

/** DELETE /api/follow-ups/:followUpId stops it; the log of touches stays. */

/** 1 day, 1 week, 3 weeks after the talk, then a gentle rhythm. */
export type FollowUpStep = 'first-day' | 'first-week' | 'third-week' | 'rhythm';

export type FollowUpView = {
  id: string;
  person: { name: string; headline: string };
  met: { eventId: string; eventTitle: string; slug: string; registrationId: string; encounterId: string; on: string };
  state: 'open' | 'stopped';
  step: FollowUpStep;
  /** The day it is due, in the reader's zone; what is not after today is due. */
  dueOn: string;
  due: boolean;
  /** What I promised and have not done. */
  promise: string;
  touches: number;
};
/** GET /api/follow-ups → due ones first, the most overdue first; then those to come; then stopped ones. */
export type FollowUpList = {
  followUps: FollowUpView[];
  /** People I talked with and do not follow up: newest first, at most 50. */
  others: { encounterId: string; name: string; headline: string; eventTitle: string; on: string }[];
};

export type Touch = { id: string; kind: TouchKind; line: string; on: string };
/** GET /api/follow-ups/:followUpId */
export type FollowUpDetail = FollowUpView & {
  history: Touch[];
  contacts: ContactView[];
  theyPromised: string;
  /** Most fitting first, each in both languages: the right one is theirs, not the reader's. */
  messages: { kind: MessageKind; text: Record<Locale, string> }[];
  /** Fewer than three touches so far: asking a favour now would be early (F3). */
  favourIsEarly: boolean;
  /** F4: whom of my own circle I could introduce to them, best first, at most three. */
  couldMeet: GiveFirst[];
};
export type GiveFirst = {
  name: string;
  /** What one of the two seeks and the other offers, in their own words. */
  seeks: string;
  offers: string;
  /** Who seeks: the person of the follow-up, or the one of my circle. */
  direction: 'they-seek' | 'they-offer';
  /** Where both take part in an event that is not over: the two can be introduced there. */
  here: { eventId: string; slug: string; oneId: string; otherId: string } | null;
};

/** GET, PUT /api/me/digest: a mail with what is due, only by choice (F3). */
export const DigestInput = z.strictObject({
  rhythm: z.enum(['never', 'daily', 'weekly']),
  /** ISO: 1 is Monday. Only for weekly. */
  weekday: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
  timeZone,
  /** Also introductions and offers of help that wait for an answer. */
  answers: z.boolean().default(false),
});
export type DigestInput = z.input<typeof DigestInput>;
export type Digest = {
  rhythm: 'never' | 'daily' | 'weekly';
  weekday: number;
  hour: number;
  timeZone: string;
  answers: boolean;
  /** Where it goes: a proven address; null while there is none, and then nothing can be sent. */
  email: string | null;
};
/** POST /api/digest-stops: the link in every digest; needs no session. */
export const DigestStopInput = z.strictObject({ token: z.string().min(20).max(200) });
export type DigestStopInput = z.input<typeof DigestStopInput>;
