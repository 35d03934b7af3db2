import { Injectable } from '@nestjs/common';
import type { Commonality, CommonalityKind, Goal, Visibility } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';

@Injectable()
export class GoalsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async putGoal(manager: EntityManager, eventId: string, registrationId: string, goal: Goal, at: Date): Promise<void> {
    await manager.query(
      `INSERT INTO goals (registration_id, event_id, kind, seeks, offers, sentence, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (registration_id) DO UPDATE SET kind = excluded.kind, seeks = excluded.seeks, offers = excluded.offers,
         sentence = excluded.sentence, updated_at = excluded.updated_at`,
      [registrationId, eventId, goal.kind, goal.seeks, goal.offers, goal.sentence, at],
    );
  }

  async commonalitiesOf(accountId: string): Promise<Commonality[]> {
    return this.dataSource.query<{ kind: CommonalityKind; value: string; visibility: Visibility }[]>(
      'SELECT kind, value, visibility FROM commonalities WHERE account_id = $1 ORDER BY position, id',
      [accountId],
    );
  }

  /** Replaces all of a person's commonalities; a value given twice for one kind counts once, with its first visibility. */
  async putCommonalities(manager: EntityManager, accountId: string, items: readonly Commonality[]): Promise<void> {
    await manager.query('DELETE FROM commonalities WHERE account_id = $1', [accountId]);
    await manager.query(
      `INSERT INTO commonalities (account_id, kind, value, visibility, position)
       SELECT $1, item.kind, item.value, item.visibility, item.position
       FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS item (kind, value, visibility, position)
       ON CONFLICT ON CONSTRAINT commonalities_once DO NOTHING`,
      [accountId, items.map((i) => i.kind), items.map((i) => i.value), items.map((i) => i.visibility)],
    );
  }

  /** Registrations of one person whose suggestions and board row depend on what the person tells about themselves. */
  async activeRegistrations(accountId: string, now: Date): Promise<{ eventId: string; registrationId: string }[]> {
    return this.dataSource.query(
      `SELECT r.event_id AS "eventId", r.id AS "registrationId" FROM registrations r JOIN events e ON e.id = r.event_id
       WHERE r.account_id = $1 AND r.status = 'confirmed' AND e.ends_at > $2`,
      [accountId, now],
    );
  }
}
