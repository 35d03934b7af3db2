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

@Injectable()
export class MatchmakingPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    match_wishes: { exported: 'suggestionFeedback', afterwards: 'deleted' },
    match_settings: {
      exported: { not: 'of the event: whoever runs it sees it there' },
      afterwards: { kept: 'names nobody; who set it is forgotten with the account' },
    },
    text_embeddings: {
      exported: { not: 'numbers under the hash of a text, nobody’s' },
      afterwards: { kept: 'holds neither texts nor people' },
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
    const rows = inPages(
      this.dataSource,
      `SELECT ${eventOf('e')}, r.name AS about, w.kind, w.until, w.created_at AS at, ${keyOf('w.created_at', 'w.other_id')}
       FROM match_wishes w JOIN registrations own ON own.id = w.registration_id JOIN registrations r ON r.id = w.other_id
       JOIN events e ON e.id = w.event_id WHERE own.account_id = $1`,
      [accountId],
    );
    return [{ name: 'suggestionFeedback', rows }];
  }

  /** Also what others said of them: nobody needs it any more. */
  override async forget(manager: EntityManager, { accountId }: Leaver): Promise<() => void> {
    const [rows]: [{ eventId: string; registrationId: string }[], number] = await manager.query(
      `DELETE FROM match_wishes w USING registrations r WHERE r.account_id = $1 AND r.id IN (w.registration_id, w.other_id)
       RETURNING w.event_id AS "eventId", w.registration_id AS "registrationId"`,
      [accountId],
    );
    return () => {
      for (const row of rows) this.events.emit('match-wishes:changed', row);
    };
  }
}
