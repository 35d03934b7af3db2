import type { BoardBatch, BoardWatched } from './board.js';
import type { ErrorCode } from './error-codes.js';

/**
 * The whole live protocol. REST writes, sockets notify: every message below may be lost, and what it says can be fetched again.
 * Rooms are chosen by the server: `account:<id>` on connecting, the others by the messages below.
 */
export type Ack<T> = { ok: true; data: T } | { ok: false; error: { code: ErrorCode; message: string } };

export interface ClientToServerEvents {
  /** Joins the event's board room; answers with what changed since the version one has. */
  'board:watch': (input: { eventId: string; since: number }, ack: (answer: Ack<BoardWatched>) => void) => void;
  'board:unwatch': (input: { eventId: string }, ack: (answer: Ack<null>) => void) => void;
  /** Joins the event's group room. */
  'room:watch': (input: { eventId: string }, ack: (answer: Ack<null>) => void) => void;
  'room:unwatch': (input: { eventId: string }, ack: (answer: Ack<null>) => void) => void;
  /** Joins the room of those who look at the event's asks. */
  'asks:watch': (input: { eventId: string }, ack: (answer: Ack<null>) => void) => void;
  'asks:unwatch': (input: { eventId: string }, ack: (answer: Ack<null>) => void) => void;
  /** Joins the room of those who run the event (guests, check-ins, introductions that wait for a host). */
  'desk:watch': (input: { eventId: string }, ack: (answer: Ack<null>) => void) => void;
  'desk:unwatch': (input: { eventId: string }, ack: (answer: Ack<null>) => void) => void;
}

export interface ServerToClientEvents {
  /**
   * to board:<eventId>. Carries what changed after version `since`, per person only the last of it; `moved`: of whom nothing else
   * has changed since earlier batches (`unpackMoves`). Apply when since <= mine < version and then have `version`; with mine < since
   * something was lost: fetch the changes since mine.
   */
  'board:changed': (message: BoardBatch) => void;
  /** to board:<eventId> and account rooms of the event */
  'break:opened': (message: { eventId: string; itemId: string }) => void;
  /** to the account rooms of the event, desk:<eventId> and screen:<eventId>: tables were made, changed or ended */
  'rounds:changed': (message: { eventId: string }) => void;
  'break:closed': (message: { eventId: string; itemId: string }) => void;
  'event:changed': (message: { eventId: string }) => void;
  /** to account:<id> of each who may know */
  'introduction:changed': (message: { eventId: string; introductionId: string }) => void;
  /** to account:<id>: whom I might meet, or who is there for me at all (I6). What shows people is looked at anew. */
  'suggestions:changed': (message: { eventId: string }) => void;
  'follow-ups:changed': (message: Record<string, never>) => void;
  'card:exchanged': (message: { eventId: string; exchangeId: string }) => void;
  /** To its author's own phones and tabs only. */
  'note:changed': (message: { eventId: string; encounterId: string }) => void;
  'acquaintance:changed': (message: { eventId: string }) => void;
  /** to those who run the event, but not to the one it is about */
  'reports:changed': (message: { eventId: string }) => void;
  'registration:changed': (message: { eventId: string; registrationId: string }) => void;
  /** to room:<eventId> */
  'room:message-posted': (message: { eventId: string; seq: number }) => void;
  /** to asks:<eventId> and desk:<eventId>, once a second at most */
  'asks:changed': (message: { eventId: string }) => void;
  /** to the account rooms of the two; `askId` also reaches its author alone */
  'ask-thread:changed': (message: { eventId: string; askId: string; threadId: string | null }) => void;
  /** to desk:<eventId> */
  'guests:changed': (message: { eventId: string }) => void;
  /** to screen:<eventId>: the projector fetches anew */
  'screen:changed': (message: { eventId: string }) => void;
  /** the session was ended elsewhere; the socket is closed after it */
  'session:ended': () => void;
}
