import { Injectable } from '@nestjs/common';
import type { EncounterView } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

export type EncounterVia = EncounterView['via'];
/** An encounter as one of its two people sees it; `accountId` is the other's. */
export interface EncounterRow {
  id: string;
  via: EncounterVia;
  at: Date;
  registrationId: string;
  accountId: string | null;
  name: string;
  headline: string;
}
export interface Recorded {
  encounterId: string;
  /** Both have said or shown it. */
  mutual: boolean;
}

/** What only the other one calls a conversation is not this one's to know. */
const SELECT = `SELECT e.id, e.via, e.at, r.id AS "registrationId", r.account_id AS "accountId", r.name, r.headline
  FROM encounters e JOIN registrations r ON r.id IN (e.one_id, e.other_id) AND r.id <> $2
  WHERE e.event_id = $1 AND $2 IN (e.one_id, e.other_id) AND (e.said_by IS NULL OR e.said_by = $2)`;

@Injectable()
export class EncountersRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One row per pair. `saidBy` null: both have shown that they talked. */
  async record(
    manager: EntityManager,
    eventId: string,
    pair: readonly [string, string],
    via: EncounterVia,
    saidBy: string | null,
    at: Date,
  ): Promise<Recorded> {
    const rows = await manager.query<Recorded[]>(
      `INSERT INTO encounters AS e (event_id, one_id, other_id, via, said_by, at)
       VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5::uuid, $6)
       ON CONFLICT (event_id, one_id, other_id) DO UPDATE
         SET said_by = CASE WHEN e.said_by = excluded.said_by THEN e.said_by ELSE NULL END
       RETURNING id AS "encounterId", said_by IS NULL AS mutual`,
      [eventId, ...pair, via, saidBy, at],
    );
    return rows[0] as Recorded;
  }

  /** Only what an introduction made: cards swapped or a round sat through have shown themselves that they met. */
  async contest(
    manager: EntityManager,
    eventId: string,
    pair: readonly [string, string],
    saidBy: string,
  ): Promise<void> {
    await manager.query(
      `UPDATE encounters SET said_by = $4 WHERE event_id = $1 AND one_id = least($2::uuid, $3::uuid)
         AND other_id = greatest($2::uuid, $3::uuid) AND via = 'introduction' AND said_by IS NULL`,
      [eventId, ...pair, saidBy],
    );
  }

  /** Pairs that both of them have shown, the smaller id first. Returns the encounters' ids. */
  async recordAll(
    manager: EntityManager,
    eventId: string,
    pairs: readonly (readonly [string, string])[],
    via: EncounterVia,
    at: Date,
  ): Promise<string[]> {
    if (pairs.length === 0) return [];
    const rows = await manager.query<{ id: string }[]>(
      `INSERT INTO encounters (event_id, one_id, other_id, via, said_by, at)
       SELECT $1, one, other, $4, NULL, $5 FROM unnest($2::uuid[], $3::uuid[]) AS pair (one, other)
       ON CONFLICT (event_id, one_id, other_id) DO UPDATE SET said_by = NULL RETURNING id`,
      [eventId, pairs.map(([one]) => one), pairs.map(([, other]) => other), via, at],
    );
    return rows.map(({ id }) => id);
  }

  list(eventId: string, registrationId: string): Promise<EncounterRow[]> {
    return this.dataSource.query(`${SELECT} ORDER BY e.at DESC, e.id`, [eventId, registrationId]);
  }

  async find(eventId: string, registrationId: string, encounterId: string): Promise<EncounterRow | null> {
    const rows = await this.dataSource.query<EncounterRow[]>(`${SELECT} AND e.id = $3`, [
      eventId,
      registrationId,
      encounterId,
    ]);
    return rows[0] ?? null;
  }

  /** Also of somebody who has left the event: what they wrote down stays theirs. */
  async isOwn(eventId: string, accountId: string, encounterId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT FROM encounters e JOIN registrations own ON own.id IN (e.one_id, e.other_id) AND own.account_id = $2
       WHERE e.event_id = $1 AND e.id = $3 AND (e.said_by IS NULL OR e.said_by = own.id)`,
      [eventId, accountId, encounterId],
    );
    return rows.length > 0;
  }
}
