import { Injectable } from '@nestjs/common';
import type { Goal } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Introduction } from './introduction-state.js';
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
  introducerName: string | null;
  requesterLine: string;
  introducerLine: string;
  placeId: string | null;
  placeName: string | null;
  placeHint: string | null;
  breakId: string | null;
  breakTitle: string | null;
  breakStartsAt: Date | null;
  breakEndsAt: Date | null;
  venue: string;
  eventEndsAt: Date;
  encounterId: string | null;
  /** Why it cannot go on, whatever its state says: a block among those concerned, or one of the two no longer takes part. */
  obstacle: 'blocked' | 'left' | null;
}

const person = (alias: string) => `json_build_object('registrationId', ${alias}.id, 'name', ${alias}.name,
  'headline', ${alias}.headline, 'recognise', ${alias}.recognise, 'goal', (
    SELECT json_build_object('kind', g.kind, 'seeks', g.seeks, 'offers', g.offers, 'sentence', g.sentence)
    FROM goals g WHERE g.registration_id = ${alias}.id))`;
const blocked = (one: string, other: string) => `EXISTS (SELECT FROM blocks k
  WHERE (k.blocker_id, k.blocked_id) IN ((${one}, ${other}), (${other}, ${one})))`;

const SELECT = `SELECT i.id, i.event_id AS "eventId", i.state, i.end_reason AS "endReason", i.started_by AS "startedBy",
    i.requester_accepted_at AS "requesterAcceptedAt", i.target_accepted_at AS "targetAcceptedAt", i.created_at AS "createdAt",
    i.passed_on_at AS "passedOnAt", i.agreed_at AS "agreedAt", i.ended_at AS "endedAt", i.expires_at AS "expiresAt",
    a.account_id AS "requesterAccountId", b.account_id AS "targetAccountId",
    i.introducer_account_id AS "introducerAccountId", i.by_hosts AS "byHosts",
    ${person('a')} AS requester, ${person('b')} AS target,
    (SELECT coalesce(r.name, c.name) FROM accounts c
      LEFT JOIN registrations r ON r.account_id = c.id AND r.event_id = i.event_id
      WHERE c.id = i.introducer_account_id) AS "introducerName",
    i.requester_line AS "requesterLine", i.introducer_line AS "introducerLine",
    p.id AS "placeId", p.name AS "placeName", p.hint AS "placeHint",
    t.id AS "breakId", t.title AS "breakTitle", t.starts_at AS "breakStartsAt", t.ends_at AS "breakEndsAt",
    e.venue, e.ends_at AS "eventEndsAt",
    (SELECT m.id FROM encounters m WHERE m.event_id = i.event_id
      AND m.one_id = least(i.requester_id, i.target_id) AND m.other_id = greatest(i.requester_id, i.target_id)
      AND m.said_by IS NULL) AS "encounterId",
    CASE
      WHEN ${blocked('a.account_id', 'b.account_id')} THEN 'blocked'
      WHEN i.state IN ('asked', 'passed-on') AND i.introducer_account_id IS NOT NULL
        AND (${blocked('a.account_id', 'i.introducer_account_id')} OR ${blocked('b.account_id', 'i.introducer_account_id')})
        THEN 'blocked'
      WHEN NOT (a.status = 'confirmed' AND a.consent_take_part AND b.status = 'confirmed' AND b.consent_take_part) THEN 'left'
    END AS obstacle
  FROM introductions i
  JOIN events e ON e.id = i.event_id
  JOIN registrations a ON a.id = i.requester_id
  JOIN registrations b ON b.id = i.target_id
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

  /** What concerns an account, newest first; with `standsIn`, also what waits for any host. The target's only once passed on. */
  list(eventId: string, accountId: string, standsIn: boolean): Promise<IntroductionRow[]> {
    return this.dataSource.query(
      `${SELECT} WHERE i.event_id = $1 AND (a.account_id = $2 OR (b.account_id = $2 AND i.passed_on_at IS NOT NULL)
         OR i.introducer_account_id = $2
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
         AND (a.account_id = ANY($1::uuid[]) OR b.account_id = ANY($1::uuid[]) OR i.introducer_account_id = ANY($1::uuid[]))`,
      [accountIds],
    );
  }

  async save(manager: EntityManager, row: IntroductionRow, now: Date): Promise<void> {
    await manager.query(
      `UPDATE introductions SET state = $2, end_reason = $3, requester_accepted_at = $4, target_accepted_at = $5,
         passed_on_at = $6, agreed_at = $7, ended_at = $8, introducer_account_id = $9, introducer_line = $10,
         place_id = $11, break_id = $12, told_at = CASE WHEN $3 = 'withdrawn' THEN $13::timestamptz ELSE told_at END,
         updated_at = $13 WHERE id = $1`,
      [
        row.id,
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
      ],
    );
  }

  /** Requests between the two that only their requester and an introducer know of. */
  async askedBetween(manager: EntityManager, row: IntroductionRow): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM introductions WHERE event_id = $1 AND state = 'asked' AND id <> $2
         AND requester_id IN ($3, $4) AND target_id IN ($3, $4)`,
      [row.eventId, row.id, row.requester.registrationId, row.target.registrationId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Marks what has run out, and what ended in secret before, so that all who waited are told in the same moment. Several
   * servers may do it at once: each takes rows that the others do not hold. At most 200 at a time.
   */
  async expire(manager: EntityManager, now: Date): Promise<{ id: string; eventId: string }[]> {
    const [rows] = await manager.query<[{ id: string; eventId: string }[], number]>(
      `UPDATE introductions SET told_at = $1, updated_at = $1, state = 'not-this-time',
         end_reason = coalesce(end_reason, 'expired'), ended_at = coalesce(ended_at, expires_at)
       WHERE id IN (SELECT id FROM introductions
         WHERE told_at IS NULL AND state IN ('asked', 'passed-on', 'not-this-time') AND expires_at <= $1
         ORDER BY expires_at LIMIT 200 FOR UPDATE SKIP LOCKED)
       RETURNING id, event_id AS "eventId"`,
      [now],
    );
    return rows;
  }

  async hostAccounts(eventId: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT account_id AS id FROM event_roles WHERE event_id = $1 AND role IN ('owner', 'organizer', 'host')`,
      [eventId],
    );
    return rows.map(({ id }) => id);
  }
}
