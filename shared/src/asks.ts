import { z } from 'zod';
import { LIMITS } from './limits.js';
import { id, line, optionalLine, paragraph, tags } from './primitives.js';
import type { ContactView } from './registrations.js';

/** A1: what somebody looks for, or what somebody gives. */
export const ASK_KINDS = ['ask', 'offer'] as const;
export type AskKind = (typeof ASK_KINDS)[number];
const text = paragraph(LIMITS.ask).pipe(z.string().min(1));

/** POST /api/events/:eventId/asks → AskView. `requestId` is chosen by the phone and makes a retry harmless. */
export const AskInput = z.strictObject({
  requestId: id,
  kind: z.enum(ASK_KINDS),
  text,
  tags: tags.default([]),
  /** B4: shown by the projector as well, with my name; only while I agree to the screen at all. */
  onScreen: z.boolean().default(false),
});
export type AskInput = z.input<typeof AskInput>;
/** PATCH /api/events/:eventId/asks/:askId, by its author while it is open. */
export const AskUpdate = z.strictObject({ text, tags, onScreen: z.boolean() });
export type AskUpdate = z.input<typeof AskUpdate>;

/** GET /api/events/:eventId/asks, newest first. `q` searches words, Chinese and pinyin; `tag` finds what means the same. */
export const AskQuery = z.strictObject({
  q: z.string().max(LIMITS.search).default(''),
  kind: z.enum([...ASK_KINDS, 'all']).default('all'),
  state: z.enum(['open', 'answered', 'all']).default('all'),
  mine: z.enum(['1', '0']).default('0'),
  tag: z.string().max(LIMITS.tag).default(''),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  /** The `next` of the page before. */
  after: z
    .string()
    .regex(/^\d{1,14}_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u)
    .optional(),
});
export type AskQuery = z.output<typeof AskQuery>;

/** `over`: nobody answered before the event ended. */
export type AskState = 'open' | 'answered' | 'withdrawn' | 'over';
/** What a helper is told: a "no" looks like silence, and both like the end of the ask. */
export type HelpState = 'waiting' | 'introduced' | 'not-this-time';
export type AskPerson = { registrationId: string; name: string; headline: string };
export type AskView = {
  id: string;
  kind: AskKind;
  text: string;
  tags: string[];
  state: AskState;
  postedAt: string;
  editedAt: string | null;
  /** null: somebody whom the board does not show to all (B4); both learn who it is once introduced. */
  author: AskPerson | null;
  mine: boolean;
  myHelp: { threadId: string; state: HelpState } | null;
  /** Only for its author. */
  own: {
    onScreen: boolean;
    waiting: number;
    introduced: number;
    /** Hidden by those who run the event; `removed` for good. */
    hidden: { reason: string; removed: boolean } | null;
    thanks: string;
    answeredBy: string | null;
  } | null;
};
export type AskPage = { asks: AskView[]; next: string | null };
/** GET /api/events/:eventId/asks/for-me: open ones that what I offer (or, of offers, seek) fits, best first. `because` is my own word. */
export type FittingAsks = { asks: { ask: AskView; because: string }[] };
/** GET /api/events/:eventId/asks/:askId. Threads: all who can help for its author, my own for a helper. */
export type AskDetail = { ask: AskView; threads: AskThread[] };

export const askParam = z.strictObject({ eventId: id, askId: id });
/** POST …/asks/:askId/withdraw · reopen · answered (by whom, and a line that the helper keeps), by its author. */
export const AnsweredInput = z.strictObject({
  threadId: id.nullable().default(null),
  thanks: optionalLine(LIMITS.line).default(''),
});
export type AnsweredInput = z.input<typeof AnsweredInput>;

/** POST …/asks/:askId/help { line } → AskThread: "I can help". Once per person; DELETE takes it back while nobody answered. */
export const HelpInput = z.strictObject({ line: optionalLine(LIMITS.line).default('') });
export type HelpInput = z.input<typeof HelpInput>;

/**
 * One helper with one ask. Before the author agrees, the helper's name and line are the author's to read and nobody else's; from then on
 * both see each other, contacts as each allows (I5), and may write.
 */
export type AskThread = {
  id: string;
  askId: string;
  kind: AskKind;
  text: string;
  askState: AskState;
  part: 'author' | 'helper';
  state: HelpState;
  /** null: the author whom the helper may not know yet. */
  other: AskPerson | null;
  line: string;
  /** The author said that this one helped, and the line of thanks. */
  helped: { thanks: string } | null;
  unread: number;
  last: { text: string; mine: boolean } | null;
  at: string;
};
/** GET /api/events/:eventId/ask-threads: mine on both sides, the latest first. */
export type AskThreadList = { threads: AskThread[] };
/** GET /api/events/:eventId/ask-threads/:threadId */
export type AskThreadView = { thread: AskThread; contacts: ContactView[] };
/** POST …/ask-threads/:threadId/accept · decline, by the author of the ask. */
export const askThreadParam = z.strictObject({ eventId: id, threadId: id });
/** PUT …/ask-threads/:threadId/read: up to which message I have read. */
export const ReadInput = z.strictObject({ seq: z.int().min(0) });
/** GET …/ask-threads/:threadId/messages (MessageQuery), POST the same (MessageInput); numbers without gaps. */
export type AskMessage = { seq: number; clientId: string; text: string; at: string; mine: boolean };
export type AskMessages = { messages: AskMessage[]; older: boolean };

/** POST …/asks/:askId/report (I6): for those who run the event; the author learns nothing. Once per person. */
/** POST …/asks/:askId/hide · remove { reason }, unhide: by those who run the event. The author reads the reason. */
export const HideInput = z.strictObject({ reason: line(LIMITS.line) });
export type HideInput = z.input<typeof HideInput>;
/** GET /api/events/:eventId/asks/desk, for those who run the event: reported ones first, then the newest; at most 200. */
export type DeskAsk = {
  id: string;
  kind: AskKind;
  text: string;
  tags: string[];
  state: AskState;
  postedAt: string;
  author: { registrationId: string; name: string };
  hidden: { reason: string; removed: boolean } | null;
  reports: { reason: string; at: string }[];
};
export type AskDesk = { asks: DeskAsk[] };

/** What the projector shows (B4). */
export type ScreenAsk = { id: string; kind: AskKind; text: string; tags: string[]; name: string };

/** A2. Of what was posted and not hidden. Times to the first "I can help"; the median only where at least five were answered. */
export type AskNumbers = {
  posted: number;
  answered: number;
  introduced: number;
  helped: number;
  medianSecondsToFirst: number | null;
};
