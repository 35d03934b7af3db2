import { z } from 'zod';
import { LIMITS } from './limits.js';
import { id, line } from './primitives.js';

/** Raised when a reader of older files would misread a newer one. */
export const MY_DATA_VERSION = 1;

/** ISO 8601 with a zone. */
const moment = z.iso.datetime({ offset: true });
const day = z.iso.date();
const text = z.string();
const event = z.strictObject({ title: text, slug: text });
const contact = z.strictObject({ kind: text, value: text });
const goal = z.strictObject({ kind: text, seeks: z.array(text), offers: z.array(text), sentence: text });

/**
 * `teabreak.json` in the archive of GET /api/my-data/export (P2): everything Teabreak keeps about one person. Of others it names whom
 * the pages show to this person, and nothing more.
 */
export const MyData = z.strictObject({
  format: z.literal('teabreak-my-data'),
  version: z.literal(MY_DATA_VERSION),
  exportedAt: moment,
  account: z.strictObject({
    name: text,
    email: text.nullable(),
    emailProvenAt: moment.nullable(),
    language: text,
    siteRole: text,
    createdAt: moment,
  }),
  sessions: z.array(
    z.strictObject({
      device: text,
      createdAt: moment,
      lastSeenAt: moment,
      expiresAt: moment,
      endedAt: moment.nullable(),
    }),
  ),
  mails: z.array(z.strictObject({ subject: text, state: text, createdAt: moment, sentAt: moment.nullable() })),
  runs: z.array(z.strictObject({ event, role: text, since: moment })),
  contacts: z.array(
    z.strictObject({
      kind: text,
      value: text,
      visibility: text,
      /** The WeChat code, drawn anew. */
      file: text.nullable(),
    }),
  ),
  commonalities: z.array(z.strictObject({ kind: text, value: text, visibility: text })),
  registrations: z.array(
    z.strictObject({
      event,
      startsAt: moment,
      endsAt: moment,
      status: text,
      source: text,
      name: text,
      latinName: text,
      headline: text,
      company: text,
      recognise: text,
      email: text.nullable(),
      phone: text.nullable(),
      languages: z.array(text),
      /** What the organizer's guest list said. */
      imported: z.unknown(),
      invitedAt: moment.nullable(),
      claimedAt: moment.nullable(),
      checkedInAt: moment.nullable(),
      presence: text,
      boardLevel: text,
      hiddenByHosts: z.boolean(),
      createdAt: moment,
      updatedAt: moment,
      /** Every yes and no, in the order they were said, and to which wording. */
      consents: z.array(z.strictObject({ kind: text, version: text, granted: z.boolean(), at: moment })),
      scans: z.array(z.strictObject({ gate: text, result: text, at: moment })),
    }),
  ),
  goals: z.array(goal.extend({ event, updatedAt: moment })),
  conversations: z.array(
    z.strictObject({
      event,
      with: text,
      via: text,
      at: moment,
      note: z
        .strictObject({
          text,
          fit: z.int().nullable(),
          iPromised: text,
          iPromisedDone: z.boolean(),
          theyPromised: text,
          theyPromisedDone: z.boolean(),
          remindOn: day.nullable(),
          updatedAt: moment,
          voice: z.strictObject({ file: text, milliseconds: z.int(), recordedAt: moment }).nullable(),
        })
        .nullable(),
    }),
  ),
  cards: z.array(
    z.strictObject({
      event,
      with: text,
      state: text,
      at: moment,
      /** What they show me. */
      contacts: z.array(contact),
    }),
  ),
  /** Who was given my contacts, and whether I took them back. */
  contactsGiven: z.array(
    z.strictObject({ event, to: text, origin: text, grantedAt: moment, revokedAt: moment.nullable() }),
  ),
  followUps: z.array(
    z.strictObject({
      person: text,
      event,
      metOn: day,
      dueOn: day,
      stoppedAt: moment.nullable(),
      createdAt: moment,
      touches: z.array(z.strictObject({ kind: text, line: text, at: moment })),
    }),
  ),
  digest: z
    .strictObject({
      rhythm: text,
      weekday: z.int(),
      hour: z.int(),
      timeZone: text,
      answers: z.boolean(),
      updatedAt: moment,
    })
    .nullable(),
  circleSettings: z
    .strictObject({ introduces: z.boolean(), reachable: z.boolean(), showsConnecting: z.boolean(), updatedAt: moment })
    .nullable(),
  circle: z.array(
    z.strictObject({
      name: text,
      origin: text,
      state: z.enum(['known', 'asked-by-me', 'asks-me']),
      timesMet: z.int(),
      since: moment,
    }),
  ),
  blocks: z.array(z.strictObject({ name: text, since: moment })),
  reports: z.array(z.strictObject({ event, about: text, reason: text, at: moment })),
  introductions: z.array(
    z.strictObject({
      event,
      myPart: z.enum(['requester', 'introducer', 'target']),
      state: text,
      requester: text,
      target: text,
      introducer: text.nullable(),
      startedBy: text,
      requesterLine: text,
      throughLine: text,
      introducerLine: text,
      meeting: z
        .strictObject({ place: text, break: text, startsAt: moment, endsAt: moment, iSaid: text.nullable() })
        .nullable(),
      contacts: z.array(contact),
      createdAt: moment,
      updatedAt: moment,
    }),
  ),
  suggestionFeedback: z.array(z.strictObject({ event, about: text, kind: text, until: moment.nullable(), at: moment })),
  rounds: z.array(
    z.strictObject({
      event,
      round: z.int(),
      startsAt: moment,
      /** null: sat this round out. */
      table: z.int().nullable(),
      attendance: text,
      with: z.array(text),
    }),
  ),
  roundsLeft: z.array(z.strictObject({ event, why: text, at: moment })),
  asks: z.array(
    z.strictObject({
      event,
      kind: text,
      text,
      tags: z.array(text),
      onScreen: z.boolean(),
      state: text,
      thanks: text,
      postedAt: moment,
      editedAt: moment.nullable(),
      closedAt: moment.nullable(),
      hiddenReason: text,
    }),
  ),
  /** Helping with asks, mine and others': whom I wrote to and what was written. */
  askThreads: z.array(
    z.strictObject({
      event,
      ask: text,
      part: z.enum(['author', 'helper']),
      /** null: not told, or gone. */
      with: text.nullable(),
      line: text,
      state: text,
      offeredAt: moment,
    }),
  ),
  askMessages: z.array(z.strictObject({ event, ask: text, mine: z.boolean(), text, at: moment })),
  messages: z.array(z.strictObject({ event, text, at: moment, removedAt: moment.nullable() })),
});
export type MyData = z.output<typeof MyData>;

/** The parts of the file that are filled by the nouns whose they are. */
export type MyDataSection = Exclude<keyof MyData, 'format' | 'version' | 'exportedAt'>;

/** GET /api/my-data: what stands between a person and the deletion of their account. */
export type MyDataOverview = {
  /** To be typed, so that nobody does it by a slip. */
  name: string;
  /** Where a code goes that has to be typed; null where being signed in is enough. */
  codeTo: string | null;
  /** Events to come, or running, that nobody else could go on with. */
  handOver: { eventId: string; title: string }[];
};

/** POST /api/my-data/deletion → 204, signed out everywhere. `code`: of POST /api/sign-in/codes, where the overview says so. */
export const DeletionInput = z.strictObject({
  name: line(LIMITS.name),
  code: z
    .strictObject({
      requestId: id,
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/u),
    })
    .nullable(),
});
export type DeletionInput = z.input<typeof DeletionInput>;
