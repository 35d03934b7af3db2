import { Injectable } from '@nestjs/common';
import type { Goal } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { nameSearchKeys, nameSortKey } from '../../../common/name-search.js';
import type { RegistrationEntity } from '../registration.entity.js';

export type OwnFields = Pick<
  RegistrationEntity,
  | 'name'
  | 'headline'
  | 'recognise'
  | 'boardLevel'
  | 'consentTakePart'
  | 'consentBoard'
  | 'consentScreen'
  | 'consentSuggestions'
>;

@Injectable()
export class MeRepository {
  constructor(private readonly dataSource: DataSource) {}

  async goal(registrationId: string): Promise<Goal | null> {
    const rows: Goal[] = await this.dataSource.query(
      'SELECT kind, seeks, offers, sentence FROM goals WHERE registration_id = $1',
      [registrationId],
    );
    return rows[0] ?? null;
  }

  /** From 1, in the order in which seats that come free are given; null for who does not wait. */
  async waitlistPosition(registrationId: string): Promise<number | null> {
    const rows: { position: number }[] = await this.dataSource.query(
      `SELECT count(*)::int AS position
       FROM registrations mine JOIN registrations before ON before.event_id = mine.event_id AND before.status = 'waitlisted'
         AND (COALESCE(before.waiting_since, before.created_at), before.id) <= (COALESCE(mine.waiting_since, mine.created_at), mine.id)
       WHERE mine.id = $1 AND mine.status = 'waitlisted'`,
      [registrationId],
    );
    return rows[0]?.position || null;
  }

  async update(manager: EntityManager, id: string, own: OwnFields): Promise<void> {
    await manager.query(
      `UPDATE registrations SET name = $2, headline = $3, recognise = $4, search_keys = $5, sort_key = $6, board_level = $7,
         consent_take_part = $8, consent_board = $9, consent_screen = $10, consent_suggestions = $11, updated_at = now()
       WHERE id = $1`,
      [
        id,
        own.name,
        own.headline,
        own.recognise,
        nameSearchKeys(own.name),
        nameSortKey(own.name),
        own.boardLevel,
        own.consentTakePart,
        own.consentBoard,
        own.consentScreen,
        own.consentSuggestions,
      ],
    );
  }
}
