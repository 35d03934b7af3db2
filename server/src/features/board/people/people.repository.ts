import { Injectable } from '@nestjs/common';
import type { PersonView } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Trait } from '../../../common/common-ground.js';
import type { RegistrationEntity } from '../../registrations/registration.entity.js';

export interface Between {
  acquaintance: PersonView['acquaintance'];
  introductionId: string | null;
  encounterId: string | null;
}
export interface Bond extends Between {
  /** An introduction both agreed to, or an exchange of cards, not taken back (I5). */
  introduced: boolean;
}

@Injectable()
export class PeopleRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The newest introduction between the two that the reader knows of: as requester always, as target once it was passed on (I2).
   * What only the other one calls a conversation is not the reader's to know, and opens nothing.
   */
  async between(reader: RegistrationEntity, other: RegistrationEntity): Promise<Bond> {
    const rows: Bond[] = await this.dataSource.query(
      `SELECT COALESCE((
         SELECT CASE WHEN a.confirmed_at IS NOT NULL THEN 'known' WHEN a.asked_by = $4 THEN 'asked-by-me'
           WHEN a.asked_by = $5 AND a.declined_by IS NULL THEN 'asked-by-them' END
         FROM acquaintances a WHERE a.one_id = least($4::uuid, $5::uuid) AND a.other_id = greatest($4::uuid, $5::uuid)
       ), 'none') AS acquaintance, (
         SELECT i.id FROM introductions i WHERE i.event_id = $1 AND ((i.requester_id = $2 AND i.target_id = $3)
           OR (i.requester_id = $3 AND i.target_id = $2 AND i.passed_on_at IS NOT NULL))
         ORDER BY i.created_at DESC, i.id LIMIT 1
       ) AS "introductionId", (
         SELECT m.id FROM encounters m WHERE m.event_id = $1 AND m.one_id = least($2::uuid, $3::uuid) AND m.other_id = greatest($2::uuid, $3::uuid)
           AND (m.said_by IS NULL OR m.said_by = $2)
       ) AS "encounterId", EXISTS (
         SELECT FROM contact_grants g WHERE g.owner_account_id = $5 AND g.viewer_account_id = $4 AND g.event_id = $1 AND g.revoked_at IS NULL
       ) AS introduced`,
      [reader.eventId, reader.id, other.id, reader.accountId, other.accountId],
    );
    return rows[0] as Bond;
  }

  /** G3: what the account shows to people of these kinds of closeness. */
  traits(accountId: string, visibilities: readonly string[]): Promise<Trait[]> {
    return this.dataSource.query(
      'SELECT kind, value FROM commonalities WHERE account_id = $1 AND visibility = ANY($2) ORDER BY position, id',
      [accountId, visibilities],
    );
  }
}
