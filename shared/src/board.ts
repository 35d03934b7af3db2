import { z } from 'zod';
import type { Introducer } from './circle.js';
import type { Goal } from './goals.js';
import { id } from './primitives.js';
import type { BoardLevel, ContactView, Presence } from './registrations.js';

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
/**
 * Whom this reader is not shown, as one of the two has blocked the other (I6): says not who, only that it is the same people or
 * others; absent where it is nobody. What was fetched for another audience is of no use: fetch the whole.
 */
type Audience = { audience?: string };
/** GET /api/events/:eventId/board */
export type BoardSnapshot = Audience & { eventId: string; version: number; people: BoardPerson[]; at: string };

export const BoardChangesQuery = z.strictObject({ since: z.coerce.number().int().min(0) });
/** Input of the message 'board:watch'. */
export const BoardWatch = z.strictObject({ eventId: id, since: z.int().min(0) });
/** Who only moved, by what they do now: a presence, or a presence and the id of a place (`packMoves`). */
export type BoardMoves = Readonly<Record<string, string>>;
/**
 * GET /api/events/:eventId/board/changes?since=N. Of every person the last change: `moved` where they look as they did at `since`,
 * `changes` where not. `reset` when nobody knows what happened since, or it is more than the board itself: fetch the whole.
 */
export type BoardChanges = Audience & {
  version: number;
  changes: BoardChange[];
  moved: BoardMoves;
  reset: boolean;
  at: string;
};
/**
 * What is told live, from version `since` on: the same to everybody who watches, but to those who are not shown somebody of whom it
 * tells.
 */
export type BoardBatch = Pick<BoardChanges, 'version' | 'changes' | 'moved'> & { eventId: string; since: number };
/** Answer of 'board:watch'. `more`: too much for a message. It brings the reader nowhere; they fetch the changes. */
export type BoardWatched = BoardChanges & { more: boolean };

/** What one of the board's people is to me (B1). */
export type BoardRelation = {
  common: { kind: string; text: string }[];
  sharedAcquaintances: number;
  suggested: boolean;
  met: boolean;
  iKnow: boolean;
};
/**
 * GET /api/events/:eventId/board/relations: fetched once, joined on the phone. Not `complete`: who is suggested is not known yet; a
 * message 'suggestions:changed' says when it is.
 */
export type BoardRelations = Audience & { people: Record<string, BoardRelation>; complete: boolean };

/** GET /api/events/:eventId/people/:registrationId */
export type PersonView = BoardPerson & {
  boardLevel: BoardLevel;
  common: { kind: string; text: string }[];
  /** Their commonalities I may see. */
  commonalities: { kind: string; value: string }[];
  /** People both of us know, who could introduce us. */
  introducers: Introducer[];
  /** Hosts stand in where none of them is in the room, or there is nobody (I1). */
  hostsStandIn: boolean;
  acquaintance: 'none' | 'asked-by-me' | 'asked-by-them' | 'known';
  /** Only after an introduction or an exchange of cards (I5). */
  contacts: ContactView[];
  introductionId: string | null;
  encounterId: string | null;
};
