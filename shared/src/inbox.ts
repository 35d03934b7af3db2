/** What waits for somebody, most urgent first. */
export const INBOX_KINDS = [
  /** Somebody stands at the place and cannot find me. */
  'looking-for-you',
  /** My table in the round that begins or runs. */
  'round',
  /** A meeting that both agreed to. */
  'meeting',
  /** Shall I meet them? (I1) */
  'answer',
  /** Somebody asks me to introduce them. */
  'pass-on',
  /** The other one says that we met. */
  'confirm-met',
  /** The time of a meeting is over, and nobody has said whether it took place. */
  'did-you-meet',
  /** Somebody scanned my card. */
  'card',
  /** Somebody says that we know each other (K1). */
  'acquaintance',
  /** Somebody can help with my ask (A1). */
  'ask-help',
  'ask-message',
  /** A word to somebody I talked with is due (F3). */
  'follow-up',
] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

export type InboxItem = {
  kind: InboxKind;
  /** Of the thing itself: introduction, exchange, registration (acquaintance), thread, follow-up; of the round's series. */
  id: string;
  /** Who it is about; where two are, the second in `other`. */
  name: string;
  other: string;
  /** Their own words, where they wrote any; of a place or a table its name. */
  line: string;
  since: string | null;
  until: string | null;
  /** It is about this very moment: also told during a session. */
  now: boolean;
};

/** GET /api/events/:eventId/inbox */
export type Inbox = {
  items: InboxItem[];
  /** A session of the agenda runs until then: only what is about now asks for attention. */
  quietUntil: string | null;
};
