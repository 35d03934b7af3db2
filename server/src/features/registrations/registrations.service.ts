import { Injectable } from '@nestjs/common';
import type { RegistrationStatus, StatusInput } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { BoardLog } from '../../common/board-log.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { inTransaction } from '../../database/transaction.js';
import { EventAccess } from '../events/event-access.service.js';
import { MAY_MANAGE_GUESTS, mayBeCancelled } from './registrations.policy.js';
import { RegistrationsRepository } from './registrations.repository.js';
import type { Promoted } from './seats.repository.js';
import { SeatsService } from './seats.service.js';

@Injectable()
export class RegistrationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registrations: RegistrationsRepository,
    private readonly seats: SeatsService,
    private readonly access: EventAccess,
    private readonly board: BoardLog,
    private readonly events: DomainEvents,
  ) {}

  /** One tap frees the seat (E3). Cancelling twice is as good as once. */
  async cancel(actor: Actor, eventId: string): Promise<void> {
    await this.changeTo('cancelled', eventId, async (manager) => {
      const own = found(await this.registrations.ofAccount(eventId, actor.accountId, manager));
      return mayBeCancelled(own.status) ? own.id : null;
    });
  }

  /** Organizers decide. @throws DomainError `event_full` when confirming without a free seat */
  async changeStatus(
    actor: Actor,
    eventId: string,
    registrationId: string,
    { status }: z.output<typeof StatusInput>,
  ): Promise<void> {
    await this.access.require(actor, eventId, ...MAY_MANAGE_GUESTS);
    await this.changeTo(status, eventId, async () => registrationId);
  }

  private async changeTo(
    status: RegistrationStatus,
    eventId: string,
    choose: (manager: EntityManager) => Promise<string | null>,
  ): Promise<void> {
    const changed = await inTransaction(this.dataSource, async (manager) => {
      found(await this.seats.lock(manager, eventId));
      const id = await choose(manager);
      if (id === null) return [];
      const before = found(await this.registrations.lock(manager, eventId, id));
      if (before.status === status) return [];
      if (status === 'confirmed' && !(await this.seats.take(manager, eventId))) throw new DomainError('event_full');
      await this.registrations.setStatus(manager, id, status);
      const promoted = before.status === 'confirmed' ? await this.seats.passOn(manager, eventId, id) : [];
      await this.board.personChanged(manager, eventId, id);
      return [{ id, accountId: before.accountId }, ...promoted];
    });
    if (changed.length > 0) this.announce(eventId, changed);
  }

  private announce(eventId: string, changed: readonly Promoted[]): void {
    for (const { id, accountId } of changed) {
      if (accountId !== null) this.events.emit('registration:changed', { eventId, registrationId: id, accountId });
    }
    this.events.emit('guests:changed', { eventId });
    this.events.emit('board:changed', { eventId });
  }
}

function found<T>(row: T | null): T {
  if (row === null) throw new DomainError('not_found');
  return row;
}
