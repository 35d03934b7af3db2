import { Injectable } from '@nestjs/common';
import type { Consents, GoalInput, RegistrationStatus } from '@teabreak/shared';
import { CONSENT_VERSION } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { RegistrationEntity } from './registration.entity.js';

export interface RequestRow {
  id: string;
  accountId: string | null;
  status: RegistrationStatus;
  requestHash: Buffer | null;
  createdAt: Date;
}

const CONSENT_KINDS = { takePart: 'take-part', board: 'board', screen: 'screen', suggestions: 'suggestions' } as const;

@Injectable()
export class RegistrationsRepository {
  constructor(private readonly dataSource: DataSource) {}

  find(eventId: string, id: string, manager = this.dataSource.manager): Promise<RegistrationEntity | null> {
    return manager.findOneBy(RegistrationEntity, { eventId, id });
  }

  ofAccount(eventId: string, accountId: string, manager = this.dataSource.manager): Promise<RegistrationEntity | null> {
    return manager.findOneBy(RegistrationEntity, { eventId, accountId });
  }

  /** The row as it is after everyone who was changing it has committed; locked until the end of the transaction. */
  lock(manager: EntityManager, eventId: string, id: string): Promise<RegistrationEntity | null> {
    return manager.findOne(RegistrationEntity, { where: { eventId, id }, lock: { mode: 'for_no_key_update' } });
  }

  async byRequest(manager: EntityManager, eventId: string, requestId: string): Promise<RequestRow | null> {
    const rows: RequestRow[] = await manager.query(
      `SELECT id, account_id AS "accountId", status, request_hash AS "requestHash", created_at AS "createdAt"
       FROM registrations WHERE event_id = $1 AND request_id = $2`,
      [eventId, requestId],
    );
    return rows[0] ?? null;
  }

  /** Leaves the room as well: who is not confirmed is not checked in. */
  async setStatus(manager: EntityManager, id: string, status: RegistrationStatus): Promise<void> {
    await manager.query(
      `UPDATE registrations SET status = $2::text, waiting_since = NULL, updated_at = now(),
         checked_in_at = CASE WHEN $2::text = 'confirmed' THEN checked_in_at END,
         place_id = CASE WHEN $2::text = 'confirmed' THEN place_id END
       WHERE id = $1`,
      [id, status],
    );
  }

  async putGoal(manager: EntityManager, eventId: string, id: string, goal: z.output<typeof GoalInput>): Promise<void> {
    await manager.query(
      `INSERT INTO goals (registration_id, event_id, kind, seeks, offers, sentence) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (registration_id) DO UPDATE SET kind = excluded.kind, seeks = excluded.seeks, offers = excluded.offers,
         sentence = excluded.sentence, updated_at = now()`,
      [id, eventId, goal.kind, goal.seeks, goal.offers, goal.sentence],
    );
  }

  /** P1: what was agreed to or taken back, when, and in which wording. Only what differs from `before` is a statement. */
  async logConsents(manager: EntityManager, id: string, now: Consents, before?: Consents): Promise<void> {
    const said = (Object.keys(CONSENT_KINDS) as (keyof Consents)[]).filter((kind) => before?.[kind] !== now[kind]);
    await manager.query(
      `INSERT INTO consents (registration_id, kind, granted, version)
       SELECT $1, kind, granted, $4 FROM unnest($2::text[], $3::boolean[]) AS said (kind, granted)`,
      [id, said.map((kind) => CONSENT_KINDS[kind]), said.map((kind) => now[kind]), CONSENT_VERSION],
    );
  }
}
