import { z } from 'zod';
import type { Goal } from './goals.js';
import { LIMITS } from './limits.js';
import { id, optionalLine } from './primitives.js';
import type { ContactView } from './registrations.js';

/**
 * I1. The requester sees `not-this-time` for every silent end (I2). `unknown`: both agreed, and some days after the event neither has
 * said whether they met.
 */
export const INTRODUCTION_STATES = [
  'asked',
  'passed-on',
  'agreed',
  'met',
  'missed',
  'unknown',
  'not-this-time',
] as const;
export type IntroductionState = (typeof INTRODUCTION_STATES)[number];

/**
 * POST /api/events/:eventId/introductions. `introducerId` is an account both know, or null: the event's hosts stand in. With
 * `throughId` it takes two steps: this account, whom I know, is asked first and knows the introducer, who knows the target.
 * `requestId` makes a retry harmless.
 */
export const IntroductionInput = z.strictObject({
  requestId: id,
  targetId: id,
  introducerId: id.nullable(),
  throughId: id.nullable().default(null),
  line: optionalLine(LIMITS.line).default(''),
});
export type IntroductionInput = z.input<typeof IntroductionInput>;

/**
 * GET /api/events/:eventId/introductions/:introductionId · POST …/pass-on · …/agree · …/decline · …/withdraw · …/met · …/missed ·
 * …/cancel · …/leave-table · …/ping ("I cannot find you") · …/take (another host goes on)
 * `joins`: the introducer sits with the two when they meet.
 */
export const PassOnInput = z.strictObject({
  line: optionalLine(LIMITS.line).default(''),
  joins: z.boolean().default(false),
});
export type PassOnInput = z.input<typeof PassOnInput>;
/** POST /api/events/:eventId/introductions/offers (I4): "you two should meet"; both must accept. */
export const IntroductionOffer = z.strictObject({
  requestId: id,
  oneId: id,
  otherId: id,
  line: optionalLine(LIMITS.line).default(''),
  joins: z.boolean().default(false),
});
export type IntroductionOffer = z.input<typeof IntroductionOffer>;
export const introductionParam = z.strictObject({ eventId: id, introductionId: id });

/** GET …/:introductionId/meeting/options → when and where all who come are free · PUT …/:introductionId/meeting, one of them. */
export const MeetingInput = z.strictObject({ breakId: id, slot: z.int().min(-1000).max(1000), placeId: id.nullable() });
export type MeetingInput = z.input<typeof MeetingInput>;
export type MeetingOption = {
  breakId: string;
  breakTitle: string;
  /** Number of the ten minutes within the break. */
  slot: number;
  startsAt: string;
  endsAt: string;
  /** Places with enough free seats, the emptiest first; none: at the venue. */
  places: { id: string; name: string }[];
};
export type MeetingOptions = { options: MeetingOption[] };

/** What one says of the meeting afterwards. */
export type MeetingWord = 'met' | 'missed';
export type IntroductionAct =
  | 'pass-on'
  | 'decline'
  | 'agree'
  | 'withdraw'
  | 'met'
  | 'missed'
  | 'cancel'
  | 'change'
  | 'ping'
  | 'leave-table';

export type IntroductionPerson = {
  registrationId: string;
  name: string;
  headline: string;
  goal: Goal | null;
  recognise: string;
};

/** One introduction as one person sees it. What I may not know is null or left out (I2). */
export type IntroductionView = {
  id: string;
  eventId: string;
  myPart: 'requester' | 'introducer' | 'target';
  /** asked→ what the requester sees stays `asked` until agreed or over. */
  state: IntroductionState;
  requester: IntroductionPerson;
  target: IntroductionPerson;
  introducer: { name: string } | null;
  byHosts: boolean;
  /** For hosts, while it waits for one: whose turn it is. Any host may take it. */
  host: { name: string; isMe: boolean } | null;
  /** The first of two steps: who is asked before the introducer. */
  through: { name: string; isMe: boolean } | null;
  /** What `through` wrote to the introducer. */
  throughLine: string;
  startedBy: 'requester' | 'introducer';
  /** What the requester wrote to the introducer; the target sees it once passed on. */
  requesterLine: string;
  introducerLine: string;
  /** From `agreed` on (I7). */
  meeting: {
    placeId: string | null;
    placeName: string;
    placeHint: string;
    breakId: string | null;
    breakTitle: string;
    startsAt: string;
    endsAt: string;
    /** Names of who comes along besides the two: the introducer, or nobody. */
    joinedBy: string | null;
    openingLine: string;
    /** Who has chosen another time or place than the one that was found first. */
    movedBy: 'me' | 'other' | null;
    /** Somebody looks for the others at the place. */
    ping: { by: string; byMe: boolean; at: string } | null;
    cancelledBy: 'me' | 'other' | null;
    said: { me: MeetingWord | null; other: MeetingWord | null };
  } | null;
  /** From `agreed` on, of the other one, field by field (I5). */
  contacts: ContactView[];
  encounterId: string | null;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
  /** What I may do now. */
  can: IntroductionAct[];
};
/** GET /api/events/:eventId/introductions → mine, newest first; for hosts also those waiting for a host. */
export type IntroductionList = { introductions: IntroductionView[] };

/** GET /api/events/:eventId/introductions/hosts → how the work is shared among those who stand in, for them. */
export type HostShares = {
  hosts: { name: string; isMe: boolean; waiting: number; done: number }[];
};
