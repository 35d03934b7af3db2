import { Injectable } from '@nestjs/common';
import type { CirclePerson } from '@teabreak/shared';
import { DataSource } from 'typeorm';

export interface Opening {
  introducerId: string;
  worthMeeting: CirclePerson[];
  others: number;
}

/** How many of somebody's strongest acquaintances are looked at: nobody reads a longer list. */
const LOOKED_AT = 60;

@Injectable()
export class CircleOpeningsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Whom each of the account's acquaintances here could introduce it to: people it does not know, suggested to it (`suggested`:
   * registrations), or on the board. What may be told of whom is the rule of IntroductionPathsRepository.
   */
  openings(accountId: string, eventId: string, suggested: readonly string[], at: Date): Promise<Opening[]> {
    return this.dataSource.query(
      `WITH mine AS MATERIALIZED (
         SELECT known_id, tie_strength(origin, times_met, last_at, $4) AS strength FROM open_ties WHERE account_id = $1
       ), friend AS (
         SELECT i.registration_id, i.account_id FROM mine JOIN event_introducers i ON i.event_id = $2 AND i.account_id = mine.known_id
         ORDER BY i.present DESC, mine.strength DESC, i.registration_id LIMIT ${LOOKED_AT}
       ), reached AS (
         SELECT friend.registration_id AS via, r.id, r.name, r.headline, r.id = ANY($3) AS suggested,
           tie_strength(t.origin, t.times_met, t.last_at, $4) AS strength
         FROM friend JOIN named_ties t ON t.introducer_id = friend.account_id
         JOIN registrations r ON r.event_id = $2 AND r.account_id = t.known_id
         WHERE r.account_id <> $1 AND r.status = 'confirmed' AND r.consent_take_part AND r.board_level <> 'hidden'
           AND (r.on_board OR r.id = ANY($3))
           AND NOT EXISTS (SELECT FROM mine WHERE mine.known_id = r.account_id)
           AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN (($1::uuid, r.account_id), (r.account_id, $1::uuid)))
       )
       SELECT via AS "introducerId", count(*) FILTER (WHERE NOT suggested)::int AS others,
         COALESCE(json_agg(json_build_object('registrationId', id, 'name', name, 'headline', headline) ORDER BY strength DESC, id)
           FILTER (WHERE suggested), '[]') AS "worthMeeting"
       FROM reached GROUP BY via`,
      [accountId, eventId, suggested, at],
    );
  }
}
