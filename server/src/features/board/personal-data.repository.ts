import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';

@Injectable()
export class BoardPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    board_changes: {
      exported: { not: 'copies of what stands under registrations and goals' },
      afterwards: {
        kept: 'a phone that was asleep must not miss a number; every line about the person says "not here"',
      },
    },
  };

  constructor(parts: PersonalDataParts) {
    super(parts);
  }

  sections(): Section[] {
    return [];
  }

  override async forget(manager: EntityManager, { accountId }: Leaver): Promise<() => void> {
    await manager.query(
      `UPDATE board_changes c SET person = NULL FROM registrations r
       WHERE r.account_id = $1 AND c.event_id = r.event_id AND c.registration_id = r.id AND c.person IS NOT NULL`,
      [accountId],
    );
    return () => undefined;
  }
}
