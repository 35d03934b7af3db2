import { z } from 'zod';
import type { Goal } from './goals.js';
import { id } from './primitives.js';
import type { BoardLevel, Presence } from './registrations.js';
import type { ScreenRounds } from './rounds.js';

/** One person on the live board (B1). The same for everyone who may see it: nothing personal to the reader is in it. */
export type BoardPerson = {
  /** registration id */
  id: string;
  name: string;
  headline: string;
  goal: Goal | null;
  languages: string[];
  presence: Presence;
  placeId: string | null;
  /** Folded name, pinyin, initials, tags: what the search box looks through. */
  search: string;
};

/** A change of the board. `version` is events.board_version after it: gapless per event. */
export type BoardChange =
  | { version: number; kind: 'put'; person: BoardPerson }
  | { version: number; kind: 'removed'; id: string };
/** A change as it is told: of somebody who looks as the reader knows them, only where they are now. */
export type BoardNews =
  | BoardChange
  | { version: number; kind: 'moved'; id: string; presence: Presence; placeId: string | null };

/** GET /api/events/:eventId/board */
export type BoardSnapshot = { eventId: string; version: number; people: BoardPerson[]; at: string };

export const BoardChangesQuery = z.strictObject({ since: z.coerce.number().int().min(0) });
/** Input of the message 'board:watch'. */
export const BoardWatch = z.strictObject({ eventId: id, since: z.int().min(0) });
/** GET /api/events/:eventId/board/changes?since=N. `reset` when the log does not reach back so far: fetch the snapshot. */
export type BoardChanges = { version: number; changes: BoardNews[]; reset: boolean; at: string };

/** GET /api/events/:eventId/board/relations: what the board's people are to me (B1); fetched once, joined on the phone. */
export type BoardRelations = Record<
  string,
  {
    common: { kind: string; text: string }[];
    sharedAcquaintances: number;
    suggested: boolean;
    met: boolean;
    iKnow: boolean;
    /** One of the two has blocked the other: not on my board, as if they had left it (I6). */
    gone?: true;
  }
>;

/** GET /api/events/:eventId/people/:registrationId */
export type PersonView = BoardPerson & {
  boardLevel: BoardLevel;
  common: { kind: string; text: string }[];
  /** Their commonalities I may see. */
  commonalities: { kind: string; value: string }[];
  /** People both of us know, who could introduce us. */
  introducers: { accountId: string; name: string; present: boolean }[];
  /** Hosts stand in where none of them is in the room, or there is nobody (I1). */
  hostsStandIn: boolean;
  acquaintance: 'none' | 'asked-by-me' | 'asked-by-them' | 'known';
  /** Only after an introduction or an exchange of cards (I5). */
  contacts: { kind: string; value: string }[];
  introductionId: string | null;
  encounterId: string | null;
};

/** GET /api/screen/:token: the projector (B4). Only people who consented to the screen. */
export type ScreenView = {
  event: { title: string; timeZone: string; startsAt: string; endsAt: string; venue: string; slug: string };
  now: string;
  openBreak: { id: string; title: string; startsAt: string; endsAt: string } | null;
  nextBreak: { id: string; title: string; startsAt: string; endsAt: string } | null;
  checkedIn: number;
  free: number;
  people: { id: string; name: string; goal: Goal | null }[];
  joinUrl: string;
  groupUrl: string;
  /** Present while rounds are run in the open break (R5). */
  rounds: ScreenRounds | null;
};
