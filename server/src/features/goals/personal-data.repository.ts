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
export class GoalsPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    goals: { exported: 'goals', afterwards: 'deleted' },
    commonalities: { exported: 'commonalities', afterwards: 'deleted' },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
  ) {
    super(parts);
  }

  sections({ accountId }: Actor): Section[] {
    const goals = inPages(
      this.dataSource,
      `SELECT ${eventOf('e')}, g.kind, g.seeks, g.offers, g.sentence, g.updated_at AS "updatedAt", ${keyOf('e.starts_at', 'e.id')}
       FROM goals g JOIN registrations r ON r.id = g.registration_id JOIN events e ON e.id = g.event_id WHERE r.account_id = $1`,
      [accountId],
    );
    const commonalities = inPages(
      this.dataSource,
      `SELECT kind, value, visibility, kind || lpad(position::text, 5, '0') || id::text AS key
       FROM commonalities WHERE account_id = $1`,
      [accountId],
    );
    return [
      { name: 'goals', rows: goals },
      { name: 'commonalities', rows: commonalities },
    ];
  }

  override async forget(manager: EntityManager, { accountId }: Leaver): Promise<() => void> {
    const [rows]: [{ eventId: string; registrationId: string }[], number] = await manager.query(
      `DELETE FROM goals g USING registrations r WHERE r.id = g.registration_id AND r.account_id = $1
       RETURNING g.event_id AS "eventId", g.registration_id AS "registrationId"`,
      [accountId],
    );
    return () => {
      for (const row of rows) this.events.emit('goal:changed', row);
    };
  }
}
