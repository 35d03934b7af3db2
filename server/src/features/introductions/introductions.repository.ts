import { Injectable } from '@nestjs/common';
import type { Goal } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Introduction, Part, Side } from './introduction-state.js';
import type { Involved } from './introductions.policy.js';

export interface IntroducedPerson {
  registrationId: string;
  name: string;
  headline: string;
  recognise: string;
  goal: Goal | null;
}
export interface IntroductionRow extends Introduction, Involved {
  id: string;
  eventId: string;
  requester: IntroducedPerson;
  target: IntroducedPerson;
  throughName: string | null;
  introducerName: string | null;
  hostAccountId: string | null;
  hostName: string | null;
  requesterLine: string;
  throughLine: string;
  introducerLine: string;
  placeId: string | null;
  placeName: string | null;
  placeHint: string | null;
  breakId: string | null;
  breakTitle: string | null;
  breakStartsAt: Date | null;
  breakEndsAt: Date | null;
  slot: number | null;
  movedBy: Side | null;
  moves: number;
  pingBy: Exclude<Part, 'through'> | null;
  pingAt: Date | null;
  venue: string;
  encounterId: string | null;
  /** Why it cannot go on, whatever its state says: a block among those concerned, or one of the two no longer takes part. */
  obstacle: 'blocked' | 'left' | null;
  /** The introducer wanted to sit with the two, and has left or is on bad terms with one of them. */
  introducerMissing: boolean;
}

const person = (alias: string) => `json_build_object('registrationId', ${alias}.id, 'name', ${alias}.name,
  'headline', ${alias}.headline, 'recognise', ${alias}.recognise, 'goal', (
    SELECT json_build_object('kind', g.kind, 'seeks', g.seeks, 'offers', g.offers, 'sentence', g.sentence)
    FROM goals g WHERE g.registration_id = ${alias}.id))`;
const blocked = (one: string, other: string) => `EXISTS (SELECT FROM blocks k
  WHERE (k.blocker_id, k.blocked_id) IN ((${one}, ${other}), (${other}, ${one})))`;
const nameOf = (account: string) => `(SELECT coalesce(r.name, c.name) FROM accounts c
  LEFT JOIN registrations r ON r.account_id = c.id AND r.event_id = i.event_id WHERE c.id = ${account})`;

/** What decides who sees what. */
export const STATE = `i.id, i.event_id AS "eventId", i.state, i.end_reason AS "endReason", i.started_by AS "startedBy",
    i.through_account_id IS NOT NULL AS "hasThrough", i.through_passed_at AS "throughPassedAt",
    i.introducer_joins AS "introducerJoins", i.requester_word AS "requesterWord", i.target_word AS "targetWord",
    i.requester_accepted_at AS "requesterAcceptedAt", i.target_accepted_at AS "targetAcceptedAt", i.created_at AS "createdAt",
    i.passed_on_at AS "passedOnAt", i.agreed_at AS "agreedAt", i.ended_at AS "endedAt", i.expires_at AS "expiresAt",
    e.ends_at AS "eventEndsAt", a.account_id AS "requesterAccountId", b.account_id AS "targetAccountId",
    i.through_account_id AS "throughAccountId", i.introducer_account_id AS "introducerAccountId", i.by_hosts AS "byHosts"`;
export const JOINED = `JOIN events e ON e.id = i.event_id
  JOIN registrations a ON a.id = i.requester_id
  JOIN registrations b ON b.id = i.target_id`;

/** What is in the way of it is looked up after a "no" as well: reading one must not be quicker than reading what still waits (I2). */
const SELECT = `SELECT ${STATE}, ${person('a')} AS requester, ${person('b')} AS target,
    ${nameOf('i.through_account_id')} AS "throughName", ${nameOf('i.introducer_account_id')} AS "introducerName",
    i.host_account_id AS "hostAccountId", ${nameOf('i.host_account_id')} AS "hostName",
    i.requester_line AS "requesterLine", i.through_line AS "throughLine", i.introducer_line AS "introducerLine",
    p.id AS "placeId", p.name AS "placeName", p.hint AS "placeHint",
    t.id AS "breakId", t.title AS "breakTitle", t.starts_at AS "breakStartsAt", t.ends_at AS "breakEndsAt",
    i.slot, i.moved_by AS "movedBy", i.moves, i.ping_by AS "pingBy", i.ping_at AS "pingAt", e.venue,
    (SELECT m.id FROM encounters m WHERE m.event_id = i.event_id
      AND m.one_id = least(i.requester_id, i.target_id) AND m.other_id = greatest(i.requester_id, i.target_id)
      AND m.said_by IS NULL) AS "encounterId",
    CASE
      WHEN ${blocked('a.account_id', 'b.account_id')} THEN 'blocked'
      WHEN i.state IN ('asked', 'passed-on', 'not-this-time') AND i.introducer_account_id IS NOT NULL
        AND (${blocked('a.account_id', 'i.introducer_account_id')} OR ${blocked('b.account_id', 'i.introducer_account_id')})
        THEN 'blocked'
      WHEN i.state IN ('asked', 'not-this-time') AND i.through_account_id IS NOT NULL
        AND (${blocked('a.account_id', 'i.through_account_id')} OR ${blocked('i.introducer_account_id', 'i.through_account_id')})
        THEN 'blocked'
      WHEN NOT (a.status = 'confirmed' AND a.consent_take_part AND b.status = 'confirmed' AND b.consent_take_part) THEN 'left'
    END AS obstacle,
    i.introducer_joins AND i.state IN ('passed-on', 'agreed') AND (${blocked('a.account_id', 'i.introducer_account_id')}
      OR ${blocked('b.account_id', 'i.introducer_account_id')} OR NOT (
        EXISTS (SELECT FROM event_roles s WHERE s.event_id = i.event_id AND s.account_id = i.introducer_account_id AND s.role <> 'door')
        OR EXISTS (SELECT FROM registrations s WHERE s.event_id = i.event_id AND s.account_id = i.introducer_account_id
          AND s.status = 'confirmed' AND s.consent_take_part))) AS "introducerMissing"
  FROM introductions i ${JOINED}
  LEFT JOIN places p ON p.id = i.place_id
  LEFT JOIN agenda_items t ON t.id = i.break_id`;

@Injectable()
export class IntroductionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(
    eventId: string,
    id: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<IntroductionRow | null> {
    const rows = await manager.query<IntroductionRow[]>(`${SELECT} WHERE i.event_id = $1 AND i.id = $2`, [eventId, id]);
    return rows[0] ?? null;
  }

  /** The same, and nobody else changes it until the transaction ends. */
  async locked(manager: EntityManager, eventId: string, id: string): Promise<IntroductionRow | null> {
    await manager.query('SELECT 1 FROM introductions WHERE event_id = $1 AND id = $2 FOR UPDATE', [eventId, id]);
    return this.find(eventId, id, manager);
  }

  /**
   * What concerns an account, newest first; with `standsIn`, also what waits for any host. The target's only once passed on, the
   * second introducer's only once the first one has.
   */
  list(eventId: string, accountId: string, standsIn: boolean): Promise<IntroductionRow[]> {
    return this.dataSource.query(
      `${SELECT} WHERE i.event_id = $1 AND (a.account_id = $2 OR (b.account_id = $2 AND i.passed_on_at IS NOT NULL)
         OR i.through_account_id = $2
         OR (i.introducer_account_id = $2 AND (i.through_account_id IS NULL OR i.through_passed_at IS NOT NULL))
         OR ($3 AND i.by_hosts AND i.introducer_account_id IS NULL AND i.state = 'asked' AND b.account_id <> $2))
       ORDER BY i.created_at DESC, i.id`,
      [eventId, accountId, standsIn],
    );
  }

  /** Ids of what is under way and concerns any of the accounts. */
  openOf(accountIds: readonly string[]): Promise<{ id: string; eventId: string }[]> {
    return this.dataSource.query(
      `SELECT i.id, i.event_id AS "eventId" FROM introductions i
       JOIN registrations a ON a.id = i.requester_id JOIN registrations b ON b.id = i.target_id
       WHERE i.state IN ('asked', 'passed-on', 'agreed')
         AND (a.account_id = ANY($1::uuid[]) OR b.account_id = ANY($1::uuid[]) OR i.introducer_account_id = ANY($1::uuid[])
           OR i.through_account_id = ANY($1::uuid[]))
       ORDER BY i.id`,
      [accountIds],
    );
  }

  /**
   * What is said once stays as it was written, to the microsecond.
   * @returns false when it is no longer in the state that `before` says: somebody else was quicker
   */
  async save(manager: EntityManager, before: IntroductionRow, row: IntroductionRow, now: Date): Promise<boolean> {
    const [, changed] = await manager.query<[unknown, number]>(
      `UPDATE introductions SET state = $3, end_reason = $4, requester_accepted_at = $5, target_accepted_at = $6,
         passed_on_at = coalesce(passed_on_at, $7), agreed_at = coalesce(agreed_at, $8), ended_at = $9, introducer_account_id = $10, introducer_line = $11,
         place_id = $12, break_id = $13, told_at = CASE WHEN $4 = 'withdrawn' THEN $14::timestamptz ELSE told_at END,
         updated_at = $14, through_passed_at = $15, through_line = $16, introducer_joins = $17, slot = $18, requester_word = $19,
         target_word = $20, moved_by = $21, moves = $22, ping_by = $23, ping_at = $24, host_account_id = $25
       WHERE id = $1 AND state = $2`,
      [
        row.id,
        before.state,
        row.state,
        row.endReason,
        row.requesterAcceptedAt,
        row.targetAcceptedAt,
        row.passedOnAt,
        row.agreedAt,
        row.endedAt,
        row.introducerAccountId,
        row.introducerLine,
        row.placeId,
        row.breakId,
        now,
        row.throughPassedAt,
        row.throughLine,
        row.introducerJoins,
        row.slot,
        row.requesterWord,
        row.targetWord,
        row.movedBy,
        row.moves,
        row.pingBy,
        row.pingAt,
        row.hostAccountId,
      ],
    );
    return changed > 0;
  }

  /**
   * What else is open between the two, as one of them sees it: a "no" to it is as open as no answer, and has to end together with
   * that (I2).
   */
  async pendingBetween(manager: EntityManager, row: IntroductionRow, now: Date): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM introductions WHERE event_id = $1 AND id <> $2 AND requester_id IN ($3, $4) AND target_id IN ($3, $4)
         AND (state = 'asked' OR (state = 'not-this-time' AND end_reason <> 'withdrawn' AND expires_at > $5)) ORDER BY id`,
      [row.eventId, row.id, row.requester.registrationId, row.target.registrationId, now],
    );
    return rows.map(({ id }) => id);
  }

  /** Nobody comes to what does not take place, and an introducer who no longer joins has that time free. */
  async freeSeats(manager: EntityManager, { id, state, introducerAccountId }: IntroductionRow): Promise<void> {
    await manager.query(
      `DELETE FROM introduction_seats WHERE introduction_id = $1 AND ($2 = 'missed' OR account_id = $3)`,
      [id, state, introducerAccountId],
    );
  }

  async hostAccounts(eventId: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT account_id AS id FROM event_roles WHERE event_id = $1 AND role IN ('owner', 'organizer', 'host')`,
      [eventId],
    );
    return rows.map(({ id }) => id);
  }
}
