import { z } from 'zod';
import type { Goal } from './goals.js';
import { LIMITS } from './limits.js';
import { id, optionalLine } from './primitives.js';

/** I1. The requester sees `not-this-time` for every silent end (I2). */
export const INTRODUCTION_STATES = ['asked', 'passed-on', 'agreed', 'met', 'missed', 'not-this-time'] as const;
export type IntroductionState = (typeof INTRODUCTION_STATES)[number];

/**
 * POST /api/events/:eventId/introductions. `introducerId` is an account both know, or null: the event's hosts stand in.
 * `requestId` makes a retry harmless.
 */
export const IntroductionInput = z.strictObject({
  requestId: id,
  targetId: id,
  introducerId: id.nullable(),
  line: optionalLine(LIMITS.line).default(''),
});
export type IntroductionInput = z.input<typeof IntroductionInput>;

/** GET /api/events/:eventId/introductions/:introductionId · POST …/pass-on { line } · …/agree · …/decline · …/met · …/missed · …/withdraw */
export const PassOnInput = z.strictObject({ line: optionalLine(LIMITS.line).default('') });
/** POST /api/events/:eventId/introductions/offers (I4): "you two should meet"; both must accept. */
export const IntroductionOffer = z.strictObject({
  requestId: id,
  oneId: id,
  otherId: id,
  line: optionalLine(LIMITS.line).default(''),
});
export type IntroductionOffer = z.input<typeof IntroductionOffer>;
export const introductionParam = z.strictObject({ eventId: id, introductionId: id });

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
    openingLine: string;
  } | null;
  /** From `agreed` on, of the other one, field by field (I5). */
  contacts: { kind: string; value: string }[];
  encounterId: string | null;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
  /** What I may do now. */
  can: ('pass-on' | 'decline' | 'agree' | 'withdraw' | 'met' | 'missed')[];
};
/** GET /api/events/:eventId/introductions → mine, newest first; for hosts also those waiting for a host. */
export type IntroductionList = { introductions: IntroductionView[] };
