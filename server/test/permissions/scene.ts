import { randomBytes, randomUUID } from 'node:crypto';
import { DigestService } from '../../src/features/follow-ups/digest/digest.service.js';
import { PersonalLinks } from '../../src/features/registrations/claims/personal-links.js';
import {
  acquaint,
  block,
  createAccount,
  createAgendaItem,
  createAttendee,
  createCommonality,
  createContact,
  createEvent,
  createHelper,
  createPlace,
  createRegistration,
  createScreenLink,
  type Database,
  type TestAccount,
  type TestAttendee,
} from '../factories.js';
import type { TestApp } from '../test-app.js';

/** The columns of the table. */
export const ACTORS = [
  'anonymous',
  'attendee',
  'outsider',
  'introducer',
  'door',
  'organizer',
  'foreignOrganizer',
  'first',
] as const;
export type ActorName = (typeof ACTORS)[number];

/** What must never be in anybody's answer but its owner's. */
export const CANARY = {
  note: 'canary note of somebody else',
  voice: 'canary voice of somebody else',
  askMessage: 'canary message between two others',
  contact: 'canary_contact_without_grant',
  trait: 'canary trait that nobody may see',
  report: 'canary reason of a report',
} as const;

/** One event with everything in it, another one beside it, and somebody for each column. */
export interface Scene {
  actors: Record<ActorName, TestAccount | null>;
  attendee: TestAttendee;
  introducer: TestAttendee;
  target: TestAttendee;
  eventId: string;
  slug: string;
  groupCode: string;
  screenToken: string;
  linkId: string;
  claimToken: string;
  /** The attendee's own, and the target's. */
  cardTokens: Record<'own' | 'target', string>;
  /** Somebody with whom the attendee has exchanged cards. */
  exchanged: { registrationId: string; exchangeId: string };
  /** A confirmed guest whom nobody has claimed. */
  guestId: string;
  itemId: string;
  placeId: string;
  encounterId: string;
  /** The attendee's own. */
  voiceId: string;
  /** The attendee keeps in touch with the round's partner. */
  followUpId: string;
  /** Ends the attendee's digest. */
  digestStop: string;
  exchangeId: string;
  messageId: string;
  /** The attendee sits in it, with this partner. */
  roundId: string;
  roundPartnerId: string;
  introductions: Record<'asked' | 'passedOn' | 'agreed' | 'forHosts', string>;
  /** About the attendee. */
  reportId: string;
  /** Account of somebody whom the attendee has blocked. */
  blockedId: string;
  /** By somebody else; and the attendee's own, with which one can help, and another has been introduced. */
  asks: Record<'theirs' | 'own', string>;
  askThreads: Record<'waiting' | 'introduced', string>;
  /** The same things in the other event. */
  other: {
    eventId: string;
    registrationId: string;
    guestId: string;
    itemId: string;
    placeId: string;
    encounterId: string;
    exchangeId: string;
    messageId: string;
    roundId: string;
    linkId: string;
    introductionId: string;
    reportId: string;
    followUpId: string;
    accountId: string;
    askId: string;
    askThreadId: string;
  };
}

export async function createScene({ app, dataSource: db }: TestApp, first: TestAccount): Promise<Scene> {
  const event = await createEvent(db, { capacity: 500 });
  const guest = { checkedIn: true, goal: { seeks: ['tea'], offers: ['coffee'] } };
  const attendee = await createAttendee(db, event.eventId, guest);
  const introducer = await createAttendee(db, event.eventId, guest);
  const target = await createAttendee(db, event.eventId, guest);
  await acquaint(db, introducer, attendee);
  await acquaint(db, introducer, target);
  await createContact(db, target.accountId, 'wechat', CANARY.contact);
  await createContact(db, target.accountId, 'wechat-qr', `https://u.wechat.com/${CANARY.contact}`);
  await createContact(db, attendee.accountId, 'wechat-qr', 'https://u.wechat.com/MAbcDEF0123456789');
  await createCommonality(db, target.accountId, 'interest', CANARY.trait, 'nobody');
  const unclaimed = await createRegistration(db, event.eventId, null, { email: `${randomUUID()}@guests.test` });
  const keys: { groupCode: string }[] = await db.query(
    `SELECT left(group_code, 16) AS "groupCode" FROM events WHERE id = $1`,
    [event.eventId],
  );
  const { groupCode } = keys[0]!;
  const { token: screenToken, linkId } = await createScreenLink(db, event.eventId);
  await db.query(
    `INSERT INTO group_links (event_id, platform, url) VALUES ($1, 'telegram', 'https://t.me/+abcdefgh')`,
    [event.eventId],
  );
  const link = app.get(PersonalLinks).linkFor({ id: unclaimed.registrationId, claimVersion: 0 });
  const partner = await createAttendee(db, event.eventId, guest);
  const parts = await createParts(db, event.eventId, attendee, partner);
  const reportId = await createReport(db, target, attendee);
  const blocked = await createAttendee(db, event.eventId, guest);
  await block(db, attendee, blocked);
  const foreign = await createAccount(db, { siteRole: 'organizer' });
  const otherEvent = await createEvent(db, { ownerId: foreign.accountId });
  const outsider = await createAttendee(db, otherEvent.eventId, guest);
  const peer = await createAttendee(db, otherEvent.eventId, guest);
  const otherGuest = await createRegistration(db, otherEvent.eventId, null);
  const otherParts = await createParts(db, otherEvent.eventId, outsider, peer);
  const own = await createAsk(db, attendee);
  const theirs = await createAsk(db, target);
  await createAskThread(db, theirs, target, partner, CANARY.askMessage);
  await createAskThread(db, theirs, target, attendee);
  const outsiders = await createAsk(db, outsider);
  return {
    actors: {
      anonymous: null,
      attendee,
      outsider,
      introducer,
      door: await createHelper(db, event.eventId, 'door'),
      organizer: await createHelper(db, event.eventId, 'organizer', { siteRole: 'organizer' }),
      foreignOrganizer: foreign,
      first,
    },
    attendee,
    introducer,
    target,
    eventId: event.eventId,
    slug: event.slug,
    groupCode,
    screenToken,
    linkId,
    claimToken: link.slice(link.lastIndexOf('/') + 1),
    cardTokens: {
      own: await createCardToken(db, attendee),
      target: await createCardToken(db, target),
    },
    followUpId: await createFollowUp(db, attendee, partner, parts.encounterId),
    digestStop: app.get(DigestService).stopToken(attendee.accountId),
    exchanged: await createExchanged(db, attendee, await createAttendee(db, event.eventId, guest)),
    guestId: unclaimed.registrationId,
    ...parts,
    reportId,
    blockedId: blocked.accountId,
    introductions: {
      asked: await createIntroduction(db, attendee, partner, introducer, 'asked'),
      passedOn: await createIntroduction(db, introducer, attendee, target, 'passed-on'),
      agreed: await createIntroduction(
        db,
        attendee,
        await createAttendee(db, event.eventId, guest),
        introducer,
        'agreed',
      ),
      forHosts: await createIntroduction(db, target, partner, null, 'asked'),
    },
    asks: { theirs, own },
    askThreads: {
      waiting: await createAskThread(db, own, attendee, await createAttendee(db, event.eventId, guest)),
      introduced: await createAskThread(db, own, attendee, partner, 'hello'),
    },
    other: {
      eventId: otherEvent.eventId,
      registrationId: peer.registrationId,
      guestId: otherGuest.registrationId,
      ...otherParts,
      linkId: (await createScreenLink(db, otherEvent.eventId)).linkId,
      reportId: await createReport(db, outsider, peer),
      followUpId: await createFollowUp(db, outsider, peer, otherParts.encounterId),
      introductionId: await createIntroduction(db, outsider, peer, foreign, 'asked'),
      accountId: foreign.accountId,
      askId: outsiders,
      askThreadId: await createAskThread(db, outsiders, outsider, peer, 'hello'),
    },
  };
}

async function createReport(db: Database, by: TestAttendee, about: TestAttendee): Promise<string> {
  const rows: { id: string }[] = await db.query(
    'INSERT INTO reports (event_id, reporter_id, reported_registration_id, reason) VALUES ($1, $2, $3, $4) RETURNING id',
    [by.eventId, by.accountId, about.registrationId, CANARY.report],
  );
  return rows[0]!.id;
}

/** What two people of one event share. */
async function createParts(db: Database, eventId: string, one: TestAttendee, other: TestAttendee) {
  const id = async (sql: string, parameters: unknown[]): Promise<string> =>
    (await db.query(`${sql} RETURNING id`, parameters))[0].id;
  const encounterId = await id(
    `INSERT INTO encounters (event_id, one_id, other_id, via) VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'card')`,
    [eventId, one.registrationId, other.registrationId],
  );
  await db.query('INSERT INTO notes (encounter_id, author_account_id, text) VALUES ($1, $2, $3)', [
    encounterId,
    other.accountId,
    CANARY.note,
  ]);
  const voiceId = randomUUID();
  await db.query(`INSERT INTO notes (encounter_id, author_account_id, version) VALUES ($1, $2, 0)`, [
    encounterId,
    one.accountId,
  ]);
  await db.query(
    `INSERT INTO voice_notes (encounter_id, author_account_id, id, type, milliseconds, bytes, created_at)
     VALUES ($1, $2, $4, 'audio/webm', 1000, 'own voice', now()), ($1, $3, gen_random_uuid(), 'audio/webm', 1000, convert_to($5, 'UTF8'), now())`,
    [encounterId, one.accountId, other.accountId, voiceId, CANARY.voice],
  );
  await db.query('UPDATE events SET room_seq = 1 WHERE id = $1', [eventId]);
  const itemId = await createAgendaItem(db, eventId, { openedAt: new Date() });
  return {
    encounterId,
    voiceId,
    itemId,
    roundId: await createRound(db, itemId, one, other),
    roundPartnerId: other.registrationId,
    exchangeId: await id('INSERT INTO card_exchanges (event_id, scanner_id, owner_id) VALUES ($1, $2, $3)', [
      eventId,
      other.registrationId,
      one.registrationId,
    ]),
    messageId: await id(
      `INSERT INTO room_messages (event_id, seq, author_account_id, author_name, client_id, text) VALUES ($1, 1, $2, 'A', $3, 'hello')`,
      [eventId, one.accountId, randomUUID()],
    ),
    placeId: await createPlace(db, eventId),
  };
}

/** Two people at the first table of a round that runs for the next hour. */
async function createRound(db: Database, breakId: string, one: TestAttendee, other: TestAttendee): Promise<string> {
  const rows: { id: string }[] = await db.query(
    `WITH series AS (
       INSERT INTO round_series (event_id, break_id, minutes, changeover_seconds, rounds, odd_one_out, next_step_at, created_at)
       VALUES ($1, $2, 8, 60, 3, 'trio', now() + interval '1 hour', now()) RETURNING id
     ) INSERT INTO rounds (event_id, series_id, number, phase, starts_at, ends_at)
       SELECT $1, id, 1, 'running', now(), now() + interval '1 hour' FROM series RETURNING id`,
    [one.eventId, breakId],
  );
  const roundId = rows[0]!.id;
  await db.query(
    `INSERT INTO round_seats (event_id, round_id, registration_id, table_no, seat_no) VALUES ($1, $2, $3, 1, 1), ($1, $2, $4, 1, 2)`,
    [one.eventId, roundId, one.registrationId, other.registrationId],
  );
  return roundId;
}

async function createFollowUp(db: Database, one: TestAttendee, other: TestAttendee, talk: string): Promise<string> {
  const rows: { id: string }[] = await db.query(
    `INSERT INTO follow_ups (account_id, other_account_id, encounter_id, met_on, due_on)
     VALUES ($1, $2, $3, current_date, current_date + 1) RETURNING id`,
    [one.accountId, other.accountId, talk],
  );
  return rows[0]!.id;
}

async function createAsk(db: Database, { eventId, registrationId }: TestAttendee): Promise<string> {
  const rows: { id: string }[] = await db.query(
    `INSERT INTO asks (event_id, author_id, request_id, kind, text, posted_at)
     VALUES ($1, $2, gen_random_uuid(), 'ask', 'Who knows tea?', now()) RETURNING id`,
    [eventId, registrationId],
  );
  return rows[0]!.id;
}

/** Somebody who can help with an ask; with a message, the two have been introduced and the helper has written it. */
async function createAskThread(
  db: Database,
  askId: string,
  author: TestAttendee,
  helper: TestAttendee,
  message: string | null = null,
): Promise<string> {
  const rows: { id: string }[] = await db.query(
    `INSERT INTO ask_helps (event_id, ask_id, author_id, helper_id, state, offered_at, accepted_at, last_at, message_seq)
     VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN 'accepted' ELSE 'waiting' END, now(), CASE WHEN $5 THEN now() END, now(), $5::int)
     RETURNING id`,
    [author.eventId, askId, author.registrationId, helper.registrationId, message !== null],
  );
  const threadId = rows[0]!.id;
  if (message !== null)
    await db.query(
      `INSERT INTO ask_messages (help_id, seq, author_id, client_id, text, written_at)
       VALUES ($1, 1, $2, gen_random_uuid(), $3, now())`,
      [threadId, helper.registrationId, message],
    );
  return threadId;
}

async function createCardToken(db: Database, { eventId, registrationId }: TestAttendee): Promise<string> {
  const token = randomBytes(16).toString('base64url');
  await db.query(
    `INSERT INTO card_tokens (token, short_code, event_id, registration_id, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 hour')`,
    [token, randomBytes(4).toString('hex'), eventId, registrationId],
  );
  return token;
}

async function createExchanged(db: Database, one: TestAttendee, other: TestAttendee): Promise<Scene['exchanged']> {
  const rows: { id: string }[] = await db.query(
    `INSERT INTO card_exchanges (event_id, scanner_id, owner_id, state, answered_at) VALUES ($1, $2, $3, 'exchanged', now()) RETURNING id`,
    [one.eventId, one.registrationId, other.registrationId],
  );
  await db.query(
    `INSERT INTO contact_grants (owner_account_id, viewer_account_id, event_id, origin) VALUES ($1, $2, $3, 'card'), ($2, $1, $3, 'card')`,
    [one.accountId, other.accountId, one.eventId],
  );
  await createContact(db, other.accountId, 'wechat-qr', 'https://u.wechat.com/MAbcDEF9876543210');
  return { registrationId: other.registrationId, exchangeId: rows[0]!.id };
}

async function createIntroduction(
  db: Database,
  requester: TestAttendee,
  target: TestAttendee,
  /** null: a host. */
  introducer: TestAccount | null,
  state: 'asked' | 'passed-on' | 'agreed',
): Promise<string> {
  const rows: { id: string }[] = await db.query(
    `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, by_hosts, state, requester_accepted_at,
       target_accepted_at, passed_on_at, agreed_at, expires_at)
     VALUES ($1, gen_random_uuid(), $2, $3, $4, $4::uuid IS NULL, $5, now(), CASE WHEN $5 = 'agreed' THEN now() END,
       CASE WHEN $5 <> 'asked' THEN now() END, CASE WHEN $5 = 'agreed' THEN now() END, now() + interval '1 hour') RETURNING id`,
    [requester.eventId, requester.registrationId, target.registrationId, introducer?.accountId ?? null, state],
  );
  return rows[0]!.id;
}
