import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { DomainEvents } from '../../common/domain-events.js';
import { eventOf, inPages, keyOf } from '../../common/personal-data/in-pages.js';
import {
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';

/** Named as they were where the two met, else as they call themselves; a block hides either, as it does everywhere (I6). */
const nameOf = (account: string, event: string) => `coalesce((SELECT r.name FROM registrations r
  WHERE r.event_id = ${event} AND r.account_id = ${account}), (SELECT name FROM accounts WHERE id = ${account}))`;

/** A "no" to "we know each other" looks like silence (K1). */
const CIRCLE = `SELECT ${nameOf('t.known_id', 't.event_id')} AS name, t.origin, t.times_met AS "timesMet", t.since,
    CASE WHEN t.confirmed_at IS NOT NULL THEN 'known' WHEN t.asked_by = $1 THEN 'asked-by-me' ELSE 'asks-me' END AS state,
    ${keyOf('t.since', 't.known_id')}
  FROM (SELECT a.*, CASE WHEN a.one_id = $1 THEN a.other_id ELSE a.one_id END AS known_id, coalesce(a.confirmed_at, a.created_at) AS since
    FROM acquaintances a WHERE $1 IN (a.one_id, a.other_id)) t
  WHERE (t.confirmed_at IS NOT NULL OR t.asked_by = $1 OR (t.asked_by = t.known_id AND t.declined_by IS NULL))
    AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN (($1, t.known_id), (t.known_id, $1)))`;

const SETTINGS = `SELECT introduces, reachable, shows_connecting AS "showsConnecting", updated_at AS "updatedAt", account_id::text AS key
  FROM circle_settings WHERE account_id = $1`;

const BLOCKS = `SELECT coalesce((SELECT r.name FROM registrations r JOIN registrations own ON own.event_id = r.event_id AND own.account_id = $1
      WHERE r.account_id = b.blocked_id ORDER BY r.created_at DESC, r.id LIMIT 1), a.name) AS name,
    b.created_at AS since, ${keyOf('b.created_at', 'b.blocked_id')}
  FROM blocks b JOIN accounts a ON a.id = b.blocked_id WHERE b.blocker_id = $1`;

const REPORTS = `SELECT ${eventOf('e')}, r.name AS about, x.reason, x.created_at AS at, ${keyOf('x.created_at', 'x.id')}
  FROM reports x JOIN events e ON e.id = x.event_id JOIN registrations r ON r.id = x.reported_registration_id WHERE x.reporter_id = $1`;

@Injectable()
export class CirclePersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    acquaintances: { exported: 'circle', afterwards: 'deleted' },
    circle_settings: { exported: 'circleSettings', afterwards: 'deleted' },
    blocks: { exported: 'blocks', afterwards: 'deleted' },
    reports: {
      exported: 'reports',
      afterwards: {
        kept: 'what was reported stays with those who run the event, without words of the person',
        ghost: ['reporter_id'],
      },
    },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
  ) {
    super(parts);
  }

  sections({ accountId }: Actor): Section[] {
    const rows = (statement: string) => inPages(this.dataSource, statement, [accountId]);
    return [
      { name: 'circle', rows: rows(CIRCLE) },
      { name: 'circleSettings', rows: rows(SETTINGS), one: true },
      { name: 'blocks', rows: rows(BLOCKS) },
      { name: 'reports', rows: rows(REPORTS) },
    ];
  }

  override async forget(manager: EntityManager, { accountId }: Leaver): Promise<() => void> {
    await manager.query(`UPDATE reports SET reason = '' WHERE reporter_id = $1`, [accountId]);
    await manager.query(
      `UPDATE reports SET quote = '' WHERE reported_registration_id IN (SELECT id FROM registrations WHERE account_id = $1)`,
      [accountId],
    );
    const told: { eventId: string; accountIds: string[] }[] = await manager.query(
      `SELECT r.event_id AS "eventId", array_agg(r.account_id) AS "accountIds" FROM registrations r
       JOIN registrations own ON own.event_id = r.event_id AND own.account_id = $1
       JOIN acquaintances a ON a.one_id = least(r.account_id, $1) AND a.other_id = greatest(r.account_id, $1)
       WHERE r.account_id <> $1 GROUP BY r.event_id`,
      [accountId],
    );
    return () => {
      for (const one of told) this.events.emit('acquaintance:changed', one);
    };
  }
}
