import { z } from 'zod';
import { LIMITS } from './limits.js';
import { id, paragraph } from './primitives.js';

/**
 * K1. POST /api/events/:eventId/people/:registrationId/acquaintance: "we know each other"; known once both said so.
 * DELETE the same takes it back: my own question, theirs to me (they go on waiting), or what both had confirmed.
 */
export type AcquaintanceAnswer = { state: 'asked-by-me' | 'known' };

export type CirclePerson = { registrationId: string; name: string; headline: string };
export type KnownPerson = CirclePerson & {
  checkedIn: boolean;
  /** What it rests on (K1): each said so, they met here, or scanned each other. */
  origin: 'confirmed' | 'met' | 'scanned';
  /** They say "ask me for introductions". */
  introduces: boolean;
  /** They bring people together often, and let others see it (M11). */
  connects: boolean;
};
/** What I say of my circle: `coming` at this event (K2), the others at every one. `connects`: whether there is anything to show (M11). */
export type CircleSettings = z.output<typeof CircleSettingsInput> & { connects: boolean };
/**
 * What came of my own kindness at all events, for me alone (M11): how many pairs have met through me, and how many asks I was thanked
 * for helping with.
 */
export type CircleThanks = { met: number; helped: number };
/** GET /api/events/:eventId/circle */
export type Circle = {
  /** Whom I know: who is here, and who lets the people they know see that they come (K2). Those here first. */
  known: KnownPerson[];
  /** They say they know me and wait for my answer. */
  asking: CirclePerson[];
  /** I said so and wait for theirs. */
  asked: CirclePerson[];
  /** Others on the board who bring people together often and let it be seen (M11), by name: nobody is ranked before others. */
  connectors: CirclePerson[];
  thanks: CircleThanks;
  settings: CircleSettings;
};
/** PUT /api/events/:eventId/circle/settings → CircleSettings */
export const CircleSettingsInput = z.strictObject({
  coming: z.boolean(),
  introduces: z.boolean(),
  reachable: z.boolean(),
  showsConnecting: z.boolean(),
});
export type CircleSettingsInput = z.input<typeof CircleSettingsInput>;

/** GET /api/events/:eventId/circle/openings: whom those I know could introduce me to (K2), by the registration of who could. */
export type CircleOpenings = {
  [introducerId: string]: {
    /** Suggested to me, at most three. */
    worthMeeting: CirclePerson[];
    /** How many others on the board they know whom I do not. */
    others: number;
  };
};

/** Somebody on the way to a person. */
export type Introducer = {
  accountId: string;
  registrationId: string;
  name: string;
  present: boolean;
  /** M11, where they let it be seen. */
  connects: boolean;
  /** Asked so often already that more would be too much (I3): shown, not to be chosen. */
  busy: boolean;
};
/**
 * GET /api/events/:eventId/people/:registrationId/introducers: who can introduce me, best first. `through` only where no direct one can
 * be asked: `first`, whom I know, knows `second`, who knows the person; `first` is asked first.
 */
export type IntroducersAnswer = { direct: Introducer[]; through: { first: Introducer; second: Introducer }[] };

export const personParam = z.strictObject({ eventId: id, registrationId: id });
/** POST /api/events/:eventId/people/:registrationId/block, DELETE the same (I6). */
/** GET /api/me/blocks: whom I have blocked, newest first. DELETE /api/me/blocks/:id (their account) takes it back. */
export type BlockedPeople = { blocked: { accountId: string; name: string; at: string }[] };

/**
 * POST /api/events/:eventId/people/:registrationId/report (I6): for those who run the event; the person learns nothing. `requestId`
 * makes a retry harmless. `messageId`: what they wrote in the group room; the server quotes it.
 */
export const ReportInput = z.strictObject({
  reason: paragraph(LIMITS.message).default(''),
  requestId: id.optional(),
  messageId: id.optional(),
});
export type ReportInput = z.input<typeof ReportInput>;
/** GET /api/events/:eventId/reports: for those who run the event, but never to the one it is about. Open ones first, then newest. */
export type Report = {
  id: string;
  at: string;
  reason: string;
  quote: string;
  person: CirclePerson & { status: string; hidden: boolean };
  /** How many different people have reported this person here. */
  reporters: number;
  by: string;
  handledAt: string | null;
};
export type ReportList = { reports: Report[] };
/** PUT /api/events/:eventId/reports/:reportId { handled } · PUT /api/events/:eventId/people/:registrationId/hidden { hidden } */
export const reportParam = z.strictObject({ eventId: id, reportId: id });
export const HandledInput = z.strictObject({ handled: z.boolean() });
export const HiddenInput = z.strictObject({ hidden: z.boolean() });
