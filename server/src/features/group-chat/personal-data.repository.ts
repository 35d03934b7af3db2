import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { DomainEvents } from '../../common/domain-events.js';
import { eventOf, inPages, keyOf } from '../../common/personal-data/in-pages.js';
import {
  LEFT_NAME,
  LEFT_TEXT,
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';

/** A phone that has the room open holds about so many; it is told of each. */
const TOLD = 50;

@Injectable()
export class GroupChatPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    group_links: {
      exported: { not: 'of the event: everybody there sees it' },
      afterwards: { kept: 'names nobody; who set it is forgotten with the account' },
    },
    room_messages: { exported: 'messages', afterwards: { kept: 'the room’s numbers have no gaps; no word is left' } },
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
      `SELECT ${eventOf('e')}, m.text, m.created_at AS at, m.removed_at AS "removedAt", ${keyOf('m.created_at', 'm.id')}
       FROM room_messages m JOIN events e ON e.id = m.event_id WHERE m.author_account_id = $1`,
      [accountId],
    );
    return [{ name: 'messages', rows }];
  }

  override async forget(manager: EntityManager, { accountId, at }: Leaver): Promise<() => void> {
    const [rows]: [{ eventId: string; seq: number }[], number] = await manager.query(
      `UPDATE room_messages SET text = $2, author_name = $3, removed_at = coalesce(removed_at, $4) WHERE author_account_id = $1
       RETURNING event_id AS "eventId", seq::integer AS seq`,
      [accountId, LEFT_TEXT, LEFT_NAME, at],
    );
    const newest = rows.sort((one, other) => other.seq - one.seq).slice(0, TOLD);
    return () => {
      for (const row of newest) this.events.emit('room:message-posted', row);
    };
  }
}
