import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EncounterRow } from '../encounters.repository.js';

/** An encounter of one person's, of any event. */
export interface ConversationRow extends EncounterRow {
  /** What the other's name is found by: pinyin, initials. */
  searchKeys: string;
  eventId: string;
  slug: string;
  title: string;
  timeZone: string;
}

@Injectable()
export class ConversationsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Newest first. What only the other one calls a conversation is not this one's to know. */
  of(accountId: string): Promise<ConversationRow[]> {
    return this.dataSource.query(
      `SELECT e.id, e.via, e.at, r.id AS "registrationId", r.account_id AS "accountId", r.name, r.headline,
         r.search_keys AS "searchKeys", ev.id AS "eventId", ev.slug, ev.title, ev.time_zone AS "timeZone"
       FROM registrations own
       JOIN encounters e ON e.event_id = own.event_id AND (e.one_id = own.id OR e.other_id = own.id)
         AND (e.said_by IS NULL OR e.said_by = own.id)
       JOIN registrations r ON r.id = CASE WHEN e.one_id = own.id THEN e.other_id ELSE e.one_id END
       JOIN events ev ON ev.id = e.event_id
       WHERE own.account_id = $1 ORDER BY e.at DESC, e.id`,
      [accountId],
    );
  }
}
