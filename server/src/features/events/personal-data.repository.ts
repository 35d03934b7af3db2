import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { eventOf, inPages, keyOf } from '../../common/personal-data/in-pages.js';
import {
  type Leaver,
  PersonalData,
  PersonalDataParts,
  type PersonalTable,
  type Section,
} from '../../common/personal-data/personal-data.js';
import { EventHandover } from './team/event-handover.service.js';

const OF_THE_EVENT = { not: 'of the event: whoever runs it sees it there' } as const;
const NAMES_NOBODY = { kept: 'names nobody; who made it is forgotten with the account' } as const;

@Injectable()
export class EventsPersonalData extends PersonalData {
  readonly tables: Record<string, PersonalTable> = {
    events: { exported: OF_THE_EVENT, afterwards: NAMES_NOBODY },
    event_roles: { exported: 'runs', afterwards: 'deleted' },
    agenda_items: { exported: OF_THE_EVENT, afterwards: NAMES_NOBODY },
    places: { exported: OF_THE_EVENT, afterwards: NAMES_NOBODY },
  };

  constructor(
    parts: PersonalDataParts,
    private readonly dataSource: DataSource,
    private readonly handover: EventHandover,
    private readonly events: DomainEvents,
  ) {
    super(parts);
  }

  sections({ accountId }: Actor): Section[] {
    const rows = inPages(
      this.dataSource,
      `SELECT ${eventOf('e')}, r.role, r.created_at AS since, ${keyOf('r.created_at', 'r.event_id')}
       FROM event_roles r JOIN events e ON e.id = r.event_id WHERE r.account_id = $1`,
      [accountId],
    );
    return [{ name: 'runs', rows }];
  }

  /** @throws DomainError `hand_over_first` for who alone runs an event that is not over */
  override async forget(manager: EntityManager, { accountId, at }: Leaver): Promise<() => void> {
    await this.handover.lock(manager, accountId);
    const [only] = await this.handover.onlyRunBy(manager, accountId, at);
    if (only) throw new DomainError('hand_over_first', { params: { event: only.title } });
    const heirs = await this.handover.passOn(manager, accountId);
    return () => {
      for (const heir of heirs) this.events.emit('team:changed', heir);
    };
  }
}
