import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What somebody came for at an event that I took part in as well. */
export interface SharedGoal {
  accountId: string;
  registrationId: string;
  name: string;
  eventId: string;
  slug: string;
  /** Both of us take part, and it is not over. */
  running: boolean;
  seeks: string[];
  offers: string[];
}

const MOST_FRIENDS = 500;

@Injectable()
export class GiveFirstRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Goals of `otherId` and of the people I know who do not know them yet, at events I took part in, newest event first. Only of those
   * whom everybody there may see: what was meant for some is not passed on.
   */
  goals(accountId: string, otherId: string, now: Date): Promise<SharedGoal[]> {
    return this.dataSource.query(
      `WITH friends AS (
         SELECT known_id AS id FROM open_ties t WHERE t.account_id = $1 AND t.known_id <> $2
           AND NOT EXISTS (SELECT FROM open_ties known WHERE known.account_id = $2 AND known.known_id = t.known_id)
           AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN ((t.known_id, $2), ($2, t.known_id)))
         ORDER BY t.last_at DESC LIMIT ${MOST_FRIENDS}
       )
       SELECT r.account_id AS "accountId", r.id AS "registrationId", r.name, v.id AS "eventId", v.slug, v.ends_at > $3 AS running,
         g.seeks, g.offers
       FROM registrations mine
         JOIN registrations r ON r.event_id = mine.event_id AND r.account_id IN (SELECT id FROM friends UNION ALL SELECT $2)
         JOIN goals g ON g.registration_id = r.id
         JOIN events v ON v.id = r.event_id
       WHERE mine.account_id = $1 AND mine.status = 'confirmed' AND mine.consent_take_part
         AND r.status = 'confirmed' AND r.consent_take_part AND r.board_level = 'everyone'
       ORDER BY v.starts_at DESC, r.sort_key, r.id`,
      [accountId, otherId, now],
    );
  }
}
