import { z } from 'zod';
import { LIMITS } from './limits.js';
import type { Suggestion } from './matchmaking.js';
import { id } from './primitives.js';

/**
 * A break run as rounds (R1): everyone who is checked in and free is paired at a numbered table, for `minutes`, with
 * `changeoverSeconds` before each round to find the table. All instants are the server's; `now` lets a phone count down by them.
 */
export const ODD_ONE_OUT = ['trio', 'sit-out'] as const;
/** R3: an odd number makes one table of three, or lets one sit out, never the same twice running. */
export type OddOneOut = (typeof ODD_ONE_OUT)[number];

/** POST /api/events/:eventId/breaks/:itemId/rounds → RoundsDesk. The break must be open; asking again while it runs answers the same. */
export const RoundsInput = z.strictObject({
  minutes: z.int().min(LIMITS.roundMinutes.min).max(LIMITS.roundMinutes.max).default(8),
  changeoverSeconds: z.int().min(LIMITS.changeoverSeconds.min).max(LIMITS.changeoverSeconds.max).default(60),
  /** How many rounds; closing the break ends them earlier, its planned end does not. */
  rounds: z.int().min(1).max(LIMITS.rounds).default(3),
  oddOneOut: z.enum(ODD_ONE_OUT).default('trio'),
});
export type RoundsInput = z.input<typeof RoundsInput>;

/** `changeover`: people find their tables. `running`: they talk. `over`: the series has ended. */
export type RoundPhase = 'changeover' | 'running' | 'over';

export type RoundClock = {
  seriesId: string;
  roundId: string;
  /** 1… */
  number: number;
  /** Planned in all. */
  of: number;
  phase: RoundPhase;
  /** Talking starts and ends. */
  startsAt: string;
  endsAt: string;
  /** Server time of this answer. */
  now: string;
};

/** GET /api/events/:eventId/rounds: for those who run the event. */
export type RoundsDesk = {
  /** null: no rounds have been run in this event yet. */
  clock: RoundClock | null;
  breakId: string | null;
  settings: { minutes: number; changeoverSeconds: number; rounds: number; oddOneOut: OddOneOut } | null;
  tables: RoundDeskTable[];
  /** Odd ones out of this round. */
  sittingOut: RoundDeskPerson[];
  /** Arrived, or free again, since the tables were made: they are in from the next round. */
  waiting: RoundDeskPerson[];
  /** Agreed before to meet somebody at this time (I7), and sit this round out. */
  meeting: RoundDeskPerson[];
  /** Said they are leaving, or did not come to their table. */
  out: RoundDeskPerson[];
  /** How many would take part now; before a start. */
  ready: number;
};
export type RoundDeskPerson = { registrationId: string; name: string };
export type RoundDeskTable = {
  /** From 1, not always without gaps: a held table keeps its number. */
  table: number;
  people: (RoundDeskPerson & { absent: boolean })[];
  /** They go on together in the next round (R4). */
  held: boolean;
};

export const roundsBreakParam = z.strictObject({ eventId: id, itemId: id });
export const roundParam = z.strictObject({ eventId: id, roundId: id });

/**
 * POST /api/events/:eventId/rounds/next → RoundsDesk: ends this round now and makes the next tables; before the talks have begun, makes
 * the tables of this round anew. Changes nothing where `roundId` is no longer the one that runs: two hosts tapped.
 */
export const NextRoundInput = z.strictObject({ roundId: id });
export type NextRoundInput = z.input<typeof NextRoundInput>;
/** POST /api/events/:eventId/rounds/stop → RoundsDesk: no further round; who talks, goes on talking. */
/** POST /api/events/:eventId/rounds/:roundId/swap → RoundsDesk: these two change places, at tables, sitting out or waiting. */
export const SwapInput = z.strictObject({ one: id, other: id });
export type SwapInput = z.input<typeof SwapInput>;
/** POST /api/events/:eventId/rounds/:roundId/hold → RoundsDesk: the people of a table stay together next round, or no longer. */
export const HoldInput = z.strictObject({ table: z.int().min(1).max(LIMITS.capacity), held: z.boolean() });
export type HoldInput = z.input<typeof HoldInput>;
/** POST /api/events/:eventId/rounds/:roundId/absent → RoundsDesk: somebody did not come (or has, with `absent: false`). */
export const AbsentInput = z.strictObject({ registrationId: id, absent: z.boolean() });
export type AbsentInput = z.input<typeof AbsentInput>;

/** GET /api/events/:eventId/rounds/mine: a phone's view of the rounds (R5). */
export type MyRound = {
  clock: RoundClock | null;
  /**
   * `seated`: at `table`. `sitting-out`: this round only. `meeting`: this round only, since I am to meet somebody. `waiting`: in from the
   * next. `out`: I said I do not take part. `none`: nothing runs.
   */
  state: 'seated' | 'sitting-out' | 'meeting' | 'waiting' | 'out' | 'none';
  /** With `meeting`: whom, where, and until when, as both agreed (I7). */
  meeting: { with: string; placeName: string; until: string } | null;
  table: number | null;
  partners: {
    registrationId: string;
    name: string;
    headline: string;
    absent: boolean;
    /** Why you two, in the reader's language (M8). */
    reasons: Suggestion['reasons'];
    openingLine: string;
  }[];
};
/** PUT /api/events/:eventId/rounds/mine → MyRound: I take part from the next round on, or leave now. */
export const MyRoundInput = z.strictObject({ takePart: z.boolean() });
export type MyRoundInput = z.input<typeof MyRoundInput>;
/** POST /api/events/:eventId/rounds/:roundId/partner-missing { registrationId } → MyRound: my partner has not come. */
export const PartnerMissingInput = z.strictObject({ registrationId: id });
export type PartnerMissingInput = z.input<typeof PartnerMissingInput>;

/** Part of ScreenView: all tables and the countdown. Who did not consent to the screen is a seat without a name (null). */
export type ScreenRounds = { clock: RoundClock; tables: { table: number; people: (string | null)[] }[] };
