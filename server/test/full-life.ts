import { randomUUID } from 'node:crypto';
import {
  acquaint,
  block,
  createAgendaItem,
  createAttendee,
  createCommonality,
  createContact,
  createEvent,
  createPlace,
  createRegistration,
  type Database,
  grantRole,
  type TestAttendee,
} from './factories.js';

/** Every word of hers is in her export, and in no row once she has gone. */
export const MINE = 'qadamine';
/** What she may not know. */
export const THEIRS = 'theirssecret';
const QR = `https://u.wechat.com/${MINE}0987654321`;

export interface FullLife {
  me: TestAttendee;
  bob: TestAttendee;
  carl: TestAttendee;
  ivy: TestAttendee;
  eventId: string;
  ownerId: string;
  /** Bob's note about her. */
  encounterId: string;
}

/** Somebody who has done everything that leaves a row, among people with secrets of their own. */
export async function createFullLife(
  db: Database,
  { startsAt, endsAt }: { startsAt?: Date; endsAt?: Date } = {},
): Promise<FullLife> {
  const email = `${MINE}.${randomUUID()}@example.org`;
  const { eventId, ownerId } = await createEvent(db, { ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) });
  const here = { checkedIn: true, goal: { seeks: ['tea'] } };
  const person = (name: string) => createAttendee(db, eventId, { ...here, name });
  const me = await createAttendee(db, eventId, {
    ...{
      checkedIn: true,
      name: `Ada ${MINE}`,
      headline: `${MINE}-headline`,
      company: `${MINE}-company`,
      recognise: `${MINE}-scarf`,
    },
    ...{ email, goal: { seeks: [`${MINE}-seeks`], offers: [`${MINE}-offers`], sentence: `${MINE}-sentence` } },
  });
  const [bob, carl, ivy] = [await person('Bob'), await person('Carl'), await person('Ivy')];
  const life = { me, bob, carl, ivy, eventId, ownerId };
  await ofAccount(db, me, email);
  const encounterId = await ofTalks(db, life);
  await ofCircle(db, life);
  await ofIntroductions(db, life);
  await ofRounds(db, life);
  await ofAsks(db, life);
  await db.query(
    `INSERT INTO room_messages (event_id, seq, author_account_id, author_name, client_id, text)
     VALUES ($1, 1, $2, $3, gen_random_uuid(), $4), ($1, 2, $5, 'Bob', gen_random_uuid(), $6)`,
    [eventId, me.accountId, me.name, `${MINE}-message`, bob.accountId, `${THEIRS}-message`],
  );
  await db.query('UPDATE events SET room_seq = 2, board_version = 1 WHERE id = $1', [eventId]);
  await db.query('INSERT INTO board_changes (event_id, version, registration_id, person) VALUES ($1, 1, $2, $3)', [
    eventId,
    me.registrationId,
    { name: me.name },
  ]);
  return { ...life, encounterId };
}

async function ofAccount(
  db: Database,
  { accountId, registrationId, eventId }: TestAttendee,
  email: string,
): Promise<void> {
  await db.query('UPDATE accounts SET email = $2, email_verified_at = now() WHERE id = $1', [accountId, email]);
  await db.query(
    `UPDATE registrations SET latin_name = $2, phone = $3, imported = $4, external_id = $5, search_keys = $2 WHERE id = $1`,
    [
      registrationId,
      `${MINE}-latin`,
      `+86 139 ${MINE}`,
      { contacts: [{ kind: 'link', value: `${MINE}.org` }] },
      `luma-${MINE}`,
    ],
  );
  await createContact(db, accountId, 'wechat', `${MINE}_wechat`);
  await createContact(db, accountId, 'wechat-qr', QR);
  await createContact(db, accountId, 'email', `other.${email}`);
  await createCommonality(db, accountId, 'hometown', `${MINE}-town`, 'nobody');
  await grantRole(db, eventId, accountId, 'host');
  await db.query('INSERT INTO guest_imports (event_id, report) VALUES ($1, $2)', [
    eventId,
    {
      remarks: [
        { line: 2, column: null, code: 'x', value: `${email},Ada`, params: {} },
        { line: 3, value: 'others' },
      ],
    },
  ]);
  await createRegistration(db, eventId, null, { name: `Ada ${MINE} by hand`, email: email });
  await db.query(
    `INSERT INTO consents (registration_id, kind, version, granted) VALUES ($1, 'board', '2026-11', true)`,
    [registrationId],
  );
  await db.query(
    `INSERT INTO check_in_scans (scan_id, event_id, registration_id, gate, result) VALUES ($1, $2, $3, 'East', 'checked-in')`,
    [randomUUID(), eventId, registrationId],
  );
  await db.query(
    `INSERT INTO card_tokens (token, short_code, event_id, registration_id, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 hour')`,
    [randomUUID(), randomUUID().slice(0, 8), eventId, registrationId],
  );
  await db.query(
    `INSERT INTO digests (account_id, rhythm, weekday, hour, time_zone) VALUES ($1, 'daily', 1, 9, 'Asia/Shanghai')`,
    [accountId],
  );
  await db.query(
    `INSERT INTO mails (recipient, subject, body, state) VALUES ($1, $2, '123456', 'sent'), ($3, $2, '', 'sent'), ('bob@example.org', $4, $4, 'kept')`,
    [email, `Hello ${MINE}`, `other.${email}`, `Keep in touch: Ada ${MINE} (${THEIRS})`],
  );
  await db.query(
    `INSERT INTO sign_in_codes (email, code_hash, expires_at) VALUES ($1, 'x', now() + interval '10 minutes')`,
    [email],
  );
}

async function ofTalks(db: Database, { me, bob, ivy, carl, eventId }: Omit<FullLife, 'encounterId'>): Promise<string> {
  const id = async (sql: string, parameters: unknown[]): Promise<string> =>
    (await db.query(`${sql} RETURNING id`, parameters))[0].id;
  const encounterId = await id(
    `INSERT INTO encounters (event_id, one_id, other_id, via) VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), 'card')`,
    [eventId, me.registrationId, bob.registrationId],
  );
  const note = `INSERT INTO notes (encounter_id, author_account_id, text, fit, i_promised, they_promised, remind_on)
    VALUES ($1, $2, $3, 3, $4, $5, '2027-01-31')`;
  await db.query(note, [encounterId, me.accountId, `${MINE}-note`, `${MINE}-promise`, `${MINE}-they`]);
  await db.query(note, [
    encounterId,
    bob.accountId,
    `${THEIRS}-note, reach her at ${MINE}_wechat`,
    `${THEIRS}-p`,
    `${THEIRS}-t`,
  ]);
  await db.query(
    `INSERT INTO voice_notes (encounter_id, author_account_id, id, type, milliseconds, bytes, created_at)
     VALUES ($1, $2, gen_random_uuid(), 'audio/webm', 1000, convert_to($4, 'UTF8'), now()),
       ($1, $3, gen_random_uuid(), 'audio/mp4', 1000, convert_to($5, 'UTF8'), now())`,
    [encounterId, me.accountId, bob.accountId, `${MINE}-voice`, `${THEIRS}-voice`],
  );
  await db.query(
    `INSERT INTO card_exchanges (event_id, scanner_id, owner_id, state, answered_at) VALUES ($1, $2, $3, 'exchanged', now()), ($1, $4, $2, 'waiting', NULL)`,
    [eventId, me.registrationId, bob.registrationId, carl.registrationId],
  );
  await db.query(
    `INSERT INTO contact_grants (owner_account_id, viewer_account_id, event_id, origin) VALUES ($1, $2, $3, 'card'), ($2, $1, $3, 'card')`,
    [me.accountId, bob.accountId, eventId],
  );
  await createContact(db, bob.accountId, 'wechat', 'bob_shown_to_me');
  await createContact(db, bob.accountId, 'phone', `${THEIRS}-nobody`, 'nobody');
  await createContact(db, ivy.accountId, 'wechat', `${THEIRS}-ungranted`, 'everyone');
  await createCommonality(db, bob.accountId, 'hometown', `${THEIRS}-town`, 'nobody');
  for (const [one, other, line] of [
    [me, bob, MINE],
    [bob, me, THEIRS],
  ] as const) {
    const followUpId = await id(
      `INSERT INTO follow_ups (account_id, other_account_id, encounter_id, met_on, due_on) VALUES ($1, $2, $3, current_date, current_date + 1)`,
      [one.accountId, other.accountId, encounterId],
    );
    await db.query(
      `INSERT INTO touches (follow_up_id, request_id, kind, line, at) VALUES ($1, gen_random_uuid(), 'call', $2, now())`,
      [followUpId, `${line}-touch`],
    );
  }
  return encounterId;
}

async function ofCircle(db: Database, { me, bob, carl, ivy, eventId }: Omit<FullLife, 'encounterId'>): Promise<void> {
  await acquaint(db, ivy, me);
  await block(db, me, carl);
  await db.query(
    'INSERT INTO circle_settings (account_id, introduces, reachable, shows_connecting, updated_at) VALUES ($1, true, true, false, now())',
    [me.accountId],
  );
  await db.query(
    `INSERT INTO reports (event_id, reporter_id, reported_registration_id, reason, quote) VALUES ($1, $2, $3, $4, ''), ($1, $5, $6, $7, $8)`,
    [
      eventId,
      me.accountId,
      carl.registrationId,
      `${MINE}-reason`,
      carl.accountId,
      me.registrationId,
      `${THEIRS}-reason`,
      `${MINE}-quote`,
    ],
  );
  await db.query(
    `INSERT INTO match_wishes (registration_id, other_id, event_id, kind, created_at) VALUES ($1, $2, $3, 'never', now()), ($4, $1, $3, 'never', now())`,
    [me.registrationId, carl.registrationId, eventId, bob.registrationId],
  );
}

/** Ivy has said no to her in secret; she has passed one on; and one is agreed. */
async function ofIntroductions(
  db: Database,
  { me, bob, carl, ivy, eventId }: Omit<FullLife, 'encounterId'>,
): Promise<void> {
  const insert = `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, state, end_reason, requester_line,
      introducer_line, requester_accepted_at, target_accepted_at, passed_on_at, agreed_at, ended_at, expires_at)
    VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, now(), CASE WHEN $5 = 'agreed' THEN now() END,
      CASE WHEN $5 <> 'not-this-time' THEN now() END, CASE WHEN $5 = 'agreed' THEN now() END, CASE WHEN $5 = 'not-this-time' THEN now() END,
      now() + interval '1 hour') RETURNING id`;
  await db.query(insert, [
    eventId,
    me.registrationId,
    carl.registrationId,
    ivy.accountId,
    'not-this-time',
    'introducer-declined',
    `${MINE}-asks`,
    '',
  ]);
  await db.query(insert, [
    eventId,
    bob.registrationId,
    carl.registrationId,
    me.accountId,
    'passed-on',
    null,
    'bob asks',
    `${MINE}-passes`,
  ]);
  await db.query(insert, [
    eventId,
    ivy.registrationId,
    me.registrationId,
    bob.accountId,
    'not-this-time',
    'introducer-declined',
    `${THEIRS}-not-passed-on`,
    '',
  ]);
  await db.query(`UPDATE introductions SET passed_on_at = NULL WHERE target_id = $1`, [me.registrationId]);
  const agreed: { id: string }[] = await db.query(insert, [
    eventId,
    me.registrationId,
    bob.registrationId,
    ivy.accountId,
    'agreed',
    null,
    `${MINE}-wishes`,
    'ivy writes',
  ]);
  const breakId = await createAgendaItem(db, eventId);
  await db.query(
    `INSERT INTO introduction_seats (introduction_id, event_id, account_id, break_id, slot) VALUES ($1, $2, $3, $4, 0)`,
    [agreed[0]!.id, eventId, me.accountId, breakId],
  );
  const placeId = await createPlace(db, eventId);
  await db.query('UPDATE registrations SET place_id = $2, presence = $3 WHERE id = $1', [
    me.registrationId,
    placeId,
    'at-place',
  ]);
}

async function ofRounds(db: Database, { me, bob, eventId }: Omit<FullLife, 'encounterId'>): Promise<void> {
  const rows: { id: string; series: string }[] = await db.query(
    `WITH series AS (INSERT INTO round_series (event_id, minutes, changeover_seconds, rounds, odd_one_out, state, created_at, ended_at)
       VALUES ($1, 8, 60, 3, 'trio', 'ended', now(), now()) RETURNING id)
     INSERT INTO rounds (event_id, series_id, number, phase, starts_at, ends_at)
       SELECT $1, id, 1, 'over', now(), now() FROM series RETURNING id, series_id AS series`,
    [eventId],
  );
  const { id, series } = rows[0]!;
  await db.query(
    `INSERT INTO round_seats (event_id, round_id, registration_id, table_no, seat_no) VALUES ($1, $2, $3, 4, 1), ($1, $2, $4, 4, 2)`,
    [eventId, id, me.registrationId, bob.registrationId],
  );
  await db.query(
    'INSERT INTO round_meetings (event_id, round_id, one_id, other_id) VALUES ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid))',
    [eventId, id, me.registrationId, bob.registrationId],
  );
  await db.query(
    `INSERT INTO round_outs (series_id, event_id, registration_id, why, at) VALUES ($1, $2, $3, 'left', now())`,
    [series, eventId, me.registrationId],
  );
}

async function ofAsks(db: Database, { me, bob, carl, ivy, eventId }: Omit<FullLife, 'encounterId'>): Promise<void> {
  const ask = async (author: TestAttendee, text: string): Promise<string> =>
    (
      await db.query(
        `INSERT INTO asks (event_id, author_id, request_id, kind, text, tags, topic_keys, search_keys, posted_at)
         VALUES ($1, $2, gen_random_uuid(), 'ask', $3, $4, $4, $3, now()) RETURNING id`,
        [eventId, author.registrationId, text, [text]],
      )
    )[0].id;
  const help = async (
    askId: string,
    author: TestAttendee,
    helper: TestAttendee,
    line: string,
    accepted: boolean,
  ): Promise<string> =>
    (
      await db.query(
        `INSERT INTO ask_helps (event_id, ask_id, author_id, helper_id, line, state, offered_at, accepted_at, last_at, message_seq)
         VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN 'accepted' ELSE 'declined' END, now(), CASE WHEN $6 THEN now() END, now(), 2) RETURNING id`,
        [eventId, askId, author.registrationId, helper.registrationId, line, accepted],
      )
    )[0].id;
  const say = (threadId: string, seq: number, author: TestAttendee, text: string) =>
    db.query(
      'INSERT INTO ask_messages (help_id, seq, author_id, client_id, text, written_at) VALUES ($1, $2, $3, gen_random_uuid(), $4, now())',
      [threadId, seq, author.registrationId, text],
    );
  const mine = await ask(me, `${MINE}-ask`);
  const threadId = await help(mine, me, bob, 'bob can help', true);
  await say(threadId, 1, me, `${MINE}-thread`);
  await say(threadId, 2, bob, 'bob answers me');
  const theirs = await ask(bob, 'bob asks for tea');
  await help(theirs, bob, me, `${MINE}-helps`, false);
  const between = await help(theirs, bob, ivy, `${THEIRS}-helps`, true);
  await say(between, 1, ivy, `${THEIRS}-thread`);
  await help(mine, me, carl, `${THEIRS}-blocked`, false);
}
