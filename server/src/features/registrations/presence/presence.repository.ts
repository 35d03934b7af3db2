import { Injectable } from '@nestjs/common';
import type { Presence } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

export interface Said {
  presence: Presence;
  placeId: string | null;
  at: Date;
}
export interface Moved {
  eventId: string;
  id: string;
  accountId: string;
}
/** `heard`: whose session was seen since is not silent. `up`: people are on their feet since before that. */
export interface Silence {
  now: Date;
  heard: Date;
  up: Date;
}

/** An evening runs late; hours after it nobody looks at its board any more. */
const AFTERWARDS = `interval '3 hours'`;
/** How long before the check-in a session may have been seen last: that is noted every ten minutes only. */
const ON_THE_WAY_IN = `interval '10 minutes'`;

/**
 * Whose phone was heard of in this room, but not for a while ($2). Not counted: talks, where phones belong into pockets, until the next break
 * is open or the talk is over ($3); rounds, whose hosts and partners say who is missing; who came without a phone.
 */
const SILENT = `person.status = 'confirmed' AND person.presence <> 'away' AND person.checked_in_at <= $3
  AND (person.presence_said_at IS NULL OR person.presence_said_at <= $3)
  AND EXISTS (SELECT FROM sessions s WHERE s.account_id = person.account_id AND s.revoked_at IS NULL
    AND s.last_seen_at > person.checked_in_at - ${ON_THE_WAY_IN})
  AND NOT EXISTS (SELECT FROM sessions s WHERE s.account_id = person.account_id AND s.revoked_at IS NULL AND s.last_seen_at > $2)
  AND event.starts_at <= $1 AND event.ends_at > $1::timestamptz - ${AFTERWARDS}
  AND NOT EXISTS (SELECT FROM round_series series WHERE series.event_id = event.id AND series.state = 'running')
  AND coalesce(
    (SELECT item.opened_at FROM agenda_items item WHERE item.event_id = event.id AND item.opened_at IS NOT NULL AND item.closed_at IS NULL),
    (SELECT max(least(item.ends_at, $1::timestamptz)) FROM agenda_items item
     WHERE item.event_id = event.id AND item.kind = 'session' AND item.starts_at <= $1),
    event.starts_at) <= $3`;
const TALKED = `person.presence = 'talking' AND person.talking_until <= $1
  AND NOT EXISTS (SELECT FROM round_series series WHERE series.event_id = person.event_id AND series.state = 'running')`;
const BACK = `person.presence = 'away' AND person.silent_since IS NOT NULL AND person.status = 'confirmed' AND person.checked_in_at IS NOT NULL`;

/** Each change states its condition again: of several servers one finds it true, and a person's own tap is never overruled. */
@Injectable()
export class PresenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns whether it is what holds now: not where something was said later already */
  async say(manager: EntityManager, id: string, { presence, placeId, at }: Said): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      `WITH said AS (
         UPDATE registrations SET presence = $2, place_id = $3, presence_said_at = $4, silent_since = NULL, talking_until = NULL,
           updated_at = now()
         WHERE id = $1 AND (presence_said_at IS NULL OR presence_said_at <= $4) RETURNING id
       ) SELECT id FROM said`,
      [id, presence, placeId, at],
    );
    return rows.length > 0;
  }

  /** Who is here and free, or waits at a place, talks from now on. */
  talk(manager: EntityManager, eventId: string, ids: readonly string[], until: Date): Promise<Moved[]> {
    return manager.query(
      `WITH talking AS (
         UPDATE registrations SET presence = 'talking', place_id = NULL, talking_until = $3, updated_at = now()
         WHERE event_id = $1 AND id = ANY($2) AND checked_in_at IS NOT NULL AND presence IN ('free', 'at-place') RETURNING event_id, id, account_id
       ) SELECT event_id AS "eventId", id, account_id AS "accountId" FROM talking`,
      [eventId, ids, until],
    );
  }

  /** Events in which somebody's status no longer holds. */
  async outdated({ now, heard, up }: Silence): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT DISTINCT event.id FROM events event JOIN registrations person ON person.event_id = event.id WHERE ${SILENT}
       UNION SELECT person.event_id FROM registrations person WHERE ${TALKED}
       UNION SELECT person.event_id FROM registrations person WHERE ${BACK}
         AND EXISTS (SELECT FROM sessions s WHERE s.account_id = person.account_id AND s.revoked_at IS NULL AND s.last_seen_at > $2)`,
      [now, heard, up],
    );
    return rows.map(({ id }) => id);
  }

  /** Who was not heard of is away, who ended an agreed talk is free, who was heard of again is here. @returns whose status changed */
  async renew(manager: EntityManager, eventId: string, { now, heard, up }: Silence): Promise<Moved[]> {
    return manager.query(
      `WITH silent AS (
         UPDATE registrations person SET presence = 'away', place_id = NULL, silent_since = $1, talking_until = NULL, updated_at = now()
         FROM events event WHERE event.id = $4 AND person.event_id = event.id AND ${SILENT} RETURNING person.id, person.account_id
       ), talked AS (
         UPDATE registrations person SET presence = 'free', talking_until = NULL, updated_at = now()
         WHERE person.event_id = $4 AND ${TALKED} AND NOT EXISTS (SELECT FROM silent WHERE silent.id = person.id)
         RETURNING person.id, person.account_id
       ), back AS (
         UPDATE registrations person SET presence = 'free', silent_since = NULL, updated_at = now()
         WHERE person.event_id = $4 AND ${BACK}
           AND EXISTS (SELECT FROM sessions s WHERE s.account_id = person.account_id AND s.revoked_at IS NULL AND s.last_seen_at > $2)
         RETURNING person.id, person.account_id
       ) SELECT $4::uuid AS "eventId", id, account_id AS "accountId" FROM (TABLE silent UNION ALL TABLE talked UNION ALL TABLE back) AS moved`,
      [now, heard, up, eventId],
    );
  }

  /** In all events at once: one of their phones was heard of. */
  back(manager: EntityManager, accountId: string): Promise<Moved[]> {
    return manager.query(
      `WITH back AS (
         UPDATE registrations person SET presence = 'free', silent_since = NULL, updated_at = now()
         WHERE person.account_id = $1 AND ${BACK} RETURNING person.event_id, person.id, person.account_id
       ) SELECT event_id AS "eventId", id, account_id AS "accountId" FROM back ORDER BY event_id`,
      [accountId],
    );
  }
}
