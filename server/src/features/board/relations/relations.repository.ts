import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Trait } from '../../../common/common-ground.js';

export interface Reader {
  eventId: string;
  registrationId: string;
  accountId: string;
  /** Registrations that are not for the reader's eyes (I6). */
  gone: readonly string[];
}
export interface Tie {
  id: string;
  accountId: string;
  met: boolean;
  sharedAcquaintances: number;
}

/** Everything for a whole board in a few statements, whatever its size. */
@Injectable()
export class RelationsRepository {
  constructor(private readonly dataSource: DataSource) {}

  traitsOf(accountId: string): Promise<Trait[]> {
    return this.dataSource.query('SELECT kind, value FROM commonalities WHERE account_id = $1 ORDER BY position, id', [
      accountId,
    ]);
  }

  async peopleOnBoard(eventId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT id FROM registrations WHERE event_id = $1 AND on_board',
      [eventId],
    );
    return rows.map(({ id }) => id);
  }

  /** Which different things people on the board tell everybody about themselves; `ids` of who does, spaces between them. */
  toldToEverybody(eventId: string): Promise<(Trait & { ids: string })[]> {
    return this.dataSource.query(
      `SELECT c.kind, c.value, string_agg(r.id::text, ' ' ORDER BY r.id) AS ids
       FROM registrations r JOIN commonalities c ON c.account_id = r.account_id AND c.visibility = 'everyone'
       WHERE r.event_id = $1 AND r.on_board GROUP BY c.kind, c.value ORDER BY c.kind, c.value`,
      [eventId],
    );
  }

  /** What people on the board tell only those suggested to them (G3), of whom the reader is one. */
  toldToSuggested({ eventId, gone }: Reader, suggested: readonly string[]): Promise<(Trait & { id: string })[]> {
    return this.dataSource.query(
      `SELECT r.id, c.kind, c.value FROM registrations r
       JOIN commonalities c ON c.account_id = r.account_id AND c.visibility = 'suggested'
       WHERE r.event_id = $1 AND r.on_board AND r.id = ANY($2) AND r.id <> ALL($3) ORDER BY r.id, c.position, c.id`,
      [eventId, suggested, gone],
    );
  }

  /**
   * People on the board who are something to the reader. `acquaintances`: accounts the reader knows. Only those count who could be
   * named as a way to the person (M5): a number tells as much as a name.
   */
  ties(reader: Reader, suggested: readonly string[], acquaintances: readonly string[]): Promise<Tie[]> {
    return this.dataSource.query(
      `WITH counted AS (
         SELECT n.known_id AS id, count(*)::integer AS friends
         FROM event_introducers i JOIN named_ties n ON n.introducer_id = i.account_id
         WHERE i.event_id = $1 AND i.account_id = ANY($4) GROUP BY n.known_id
       ), met AS (
         SELECT CASE m.one_id WHEN $2 THEN m.other_id ELSE m.one_id END AS id FROM encounters m
         WHERE m.event_id = $1 AND $2 IN (m.one_id, m.other_id) AND (m.said_by IS NULL OR m.said_by = $2)
       ), tied AS (
         SELECT r.id FROM registrations r WHERE r.event_id = $1 AND r.account_id IN (SELECT counted.id FROM counted UNION ALL SELECT unnest($4::uuid[]))
         UNION SELECT met.id FROM met
         UNION SELECT unnest($5::uuid[])
       )
       SELECT r.id, r.account_id AS "accountId", COALESCE(counted.friends, 0) AS "sharedAcquaintances",
         r.id IN (SELECT met.id FROM met) AS met
       FROM tied JOIN registrations r ON r.id = tied.id AND r.event_id = $1 LEFT JOIN counted ON counted.id = r.account_id
       WHERE r.on_board AND r.id <> $2 AND r.account_id <> $3 AND r.id <> ALL($6)`,
      [reader.eventId, reader.registrationId, reader.accountId, acquaintances, suggested, reader.gone],
    );
  }
}
