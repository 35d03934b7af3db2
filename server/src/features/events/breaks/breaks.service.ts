import { Injectable } from '@nestjs/common';
import type { AgendaItem } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { violatedConstraint } from '../../../database/database-failure.js';
import { AgendaRepository } from '../agenda.repository.js';
import { EventAccess } from '../event-access.service.js';
import { MAY_RUN } from '../events.policy.js';
import { presentAgendaItem } from '../events.presenter.js';

/** Opening and closing work twice: a host whose Wi-Fi ate the answer taps again. */
@Injectable()
export class BreaksService {
  constructor(
    private readonly agenda: AgendaRepository,
    private readonly access: EventAccess,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
  ) {}

  /** A closed break may be opened again. @throws DomainError `break_open` while another one of the event is open */
  async open(actor: Actor, eventId: string, itemId: string): Promise<AgendaItem> {
    await this.access.require(actor, eventId, ...MAY_RUN);
    try {
      if (await this.agenda.open(eventId, itemId, this.clock.now()))
        this.events.emit('break:opened', { eventId, itemId });
    } catch (error) {
      if (violatedConstraint(error) === 'agenda_items_one_open') throw new DomainError('break_open');
      throw error;
    }
    return this.present(eventId, itemId);
  }

  async close(actor: Actor, eventId: string, itemId: string): Promise<AgendaItem> {
    await this.access.require(actor, eventId, ...MAY_RUN);
    if (await this.agenda.close(eventId, itemId, this.clock.now()))
      this.events.emit('break:closed', { eventId, itemId });
    return this.present(eventId, itemId);
  }

  private async present(eventId: string, itemId: string): Promise<AgendaItem> {
    const item = await this.agenda.findBreak(eventId, itemId);
    if (item === null) throw new DomainError('not_found');
    return presentAgendaItem(item);
  }
}
