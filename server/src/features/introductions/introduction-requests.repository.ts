import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface NewIntroduction {
  eventId: string;
  requestId: string;
  requesterId: string;
  targetId: string;
  throughAccountId: string | null;
  introducerAccountId: string | null;
  hostAccountId: string | null;
  introducerJoins: boolean;
  startedBy: 'requester' | 'introducer';
  requesterLine: string;
  introducerLine: string;
  expiresAt: Date;
  expiryBreakId: string | null;
}

/**
 * Open as those see it who asked: a "no" keeps its place until its time is up, or the count would tell of it (I2).
 * $now stands for the parameter with the present time.
 */
const pending = (now: string) => `i.expires_at > ${now}
  AND (i.state IN ('asked', 'passed-on') OR (i.state = 'not-this-time' AND i.end_reason <> 'withdrawn'))`;

@Injectable()
export class IntroductionRequestsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What concerns these people is asked one after the other from here on. Always in the same order, against deadlocks. */
  async lockPeople(
    manager: EntityManager,
    {
      eventId,
      requesterId,
      targetId,
      throughAccountId,
      introducerAccountId,
    }: Pick<NewIntroduction, 'eventId' | 'requesterId' | 'targetId' | 'throughAccountId' | 'introducerAccountId'>,
  ): Promise<void> {
    await manager.query(
      `SELECT 1 FROM registrations WHERE event_id = $1 AND (id = ANY($2::uuid[]) OR account_id = ANY($3::uuid[]))
       ORDER BY id FOR NO KEY UPDATE`,
      [eventId, [requesterId, targetId], [throughAccountId, introducerAccountId].filter((one) => one !== null)],
    );
  }

  async byRequestId(
    eventId: string,
    requestId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<{ id: string; ofAccountId: string } | null> {
    const rows = await manager.query<{ id: string; ofAccountId: string }[]>(
      `SELECT i.id, CASE i.started_by WHEN 'requester' THEN r.account_id ELSE i.introducer_account_id END AS "ofAccountId"
       FROM introductions i JOIN registrations r ON r.id = i.requester_id
       WHERE i.event_id = $1 AND i.request_id = $2`,
      [eventId, requestId],
    );
    return rows[0] ?? null;
  }

  async pendingOfRequester(manager: EntityManager, requesterId: string, now: Date): Promise<number> {
    return count(
      await manager.query(
        `SELECT count(*)::int AS n FROM introductions i
         WHERE i.requester_id = $1 AND i.started_by = 'requester' AND ${pending('$2')}`,
        [requesterId, now],
      ),
    );
  }

  /** Requests and offers that wait for this person, those they do not know of included. */
  async incoming(manager: EntityManager, registrationId: string, now: Date): Promise<number> {
    return count(
      await manager.query(
        `SELECT count(*)::int AS n FROM introductions i
         WHERE (i.target_id = $1 OR (i.requester_id = $1 AND i.started_by = 'introducer')) AND ${pending('$2')}`,
        [registrationId, now],
      ),
    );
  }

  /**
   * Those of the accounts who have been asked often enough in this break (I3), whatever they answered: a "no" must not free them.
   * Hosts are asked as often as need be.
   */
  async busy(
    manager: EntityManager,
    eventId: string,
    accountIds: readonly string[],
    limit: number,
    now: Date,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT one.id FROM unnest($2::uuid[]) AS one (id) WHERE $3 <= (SELECT count(*) FROM introductions i
         WHERE i.event_id = $1 AND one.id IN (i.through_account_id, i.introducer_account_id) AND i.started_by = 'requester'
           AND NOT i.by_hosts AND i.expires_at > $4 AND i.end_reason IS DISTINCT FROM 'withdrawn')`,
      [eventId, accountIds, limit, now],
    );
    return rows.map(({ id }) => id);
  }

  /** "You two should meet" of this account, not agreed to yet. */
  async pendingOffers(manager: EntityManager, eventId: string, accountId: string, now: Date): Promise<number> {
    return count(
      await manager.query(
        `SELECT count(*)::int AS n FROM introductions i
         WHERE i.event_id = $1 AND i.introducer_account_id = $2 AND i.started_by = 'introducer' AND ${pending('$3')}`,
        [eventId, accountId, now],
      ),
    );
  }

  /** Whether the first one knows of an open introduction between the two, or must believe that there is one. */
  async knownBetween(manager: EntityManager, ownId: string, otherId: string, now: Date): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM introductions i WHERE (
         (i.requester_id = $1 AND i.target_id = $2
           AND (i.state = 'agreed' OR (${pending('$3')} AND i.end_reason IS DISTINCT FROM 'requester-declined'
             AND i.end_reason IS DISTINCT FROM 'both-declined')))
         OR (i.requester_id = $2 AND i.target_id = $1 AND i.passed_on_at IS NOT NULL
           AND (i.state = 'agreed' OR (i.expires_at > $3
             AND (i.state = 'passed-on' OR (i.state = 'not-this-time' AND i.end_reason = 'requester-declined'))))))`,
      [ownId, otherId, now],
    );
    return rows.length > 0;
  }

  /**
   * Whether both are to meet already, or are being asked. A "no" stands in the way until its time is up: an offer that is suddenly
   * possible would tell the introducer, and a second one to the two would tell them (I2).
   */
  async underWay(manager: EntityManager, oneId: string, otherId: string, now: Date): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM introductions i WHERE i.requester_id IN ($1, $2) AND i.target_id IN ($1, $2)
         AND (i.state = 'agreed' OR (i.passed_on_at IS NOT NULL AND ${pending('$3')}))`,
      [oneId, otherId, now],
    );
    return rows.length > 0;
  }

  /** What ran out between the two and nobody has marked yet would stand in the way of a new request. */
  async endExpired(manager: EntityManager, oneId: string, otherId: string, now: Date): Promise<void> {
    await manager.query(
      `UPDATE introductions SET state = 'not-this-time', end_reason = 'expired', ended_at = expires_at, updated_at = $3
       WHERE requester_id IN ($1, $2) AND target_id IN ($1, $2) AND state IN ('asked', 'passed-on') AND expires_at <= $3`,
      [oneId, otherId, now],
    );
  }

  /** A request starts as asked with its requester's yes; an offer is before both at once and has nobody's. */
  async insert(manager: EntityManager, introduction: NewIntroduction, now: Date): Promise<string> {
    const offer = introduction.startedBy === 'introducer';
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO introductions (event_id, request_id, requester_id, target_id, introducer_account_id, by_hosts, started_by,
         requester_line, introducer_line, expires_at, state, requester_accepted_at, passed_on_at, created_at, updated_at,
         through_account_id, host_account_id, introducer_joins, expiry_break_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $16, $17, $18) RETURNING id`,
      [
        introduction.eventId,
        introduction.requestId,
        introduction.requesterId,
        introduction.targetId,
        introduction.introducerAccountId,
        !offer && introduction.introducerAccountId === null,
        introduction.startedBy,
        introduction.requesterLine,
        introduction.introducerLine,
        introduction.expiresAt,
        offer ? 'passed-on' : 'asked',
        offer ? null : now,
        offer ? now : null,
        now,
        introduction.throughAccountId,
        introduction.hostAccountId,
        introduction.introducerJoins,
        introduction.expiryBreakId,
      ],
    );
    return rows[0]?.id ?? '';
  }

  async nameOf(manager: EntityManager, eventId: string, accountId: string): Promise<string> {
    const rows = await manager.query<{ name: string }[]>(
      'SELECT name FROM registrations WHERE event_id = $1 AND account_id = $2',
      [eventId, accountId],
    );
    return rows[0]?.name ?? '';
  }

  /** Somebody who takes part, for a host who is not registered and sees everybody. */
  async person(eventId: string, registrationId: string): Promise<{ id: string; accountId: string } | null> {
    const rows = await this.dataSource.query<{ id: string; accountId: string }[]>(
      `SELECT id, account_id AS "accountId" FROM registrations
       WHERE event_id = $1 AND id = $2 AND account_id IS NOT NULL AND status = 'confirmed' AND consent_take_part`,
      [eventId, registrationId],
    );
    return rows[0] ?? null;
  }
}

function count(rows: { n: number }[]): number {
  return rows[0]?.n ?? 0;
}
