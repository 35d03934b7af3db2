import { Injectable } from '@nestjs/common';
import type { CheckInAnswer, CheckInInput } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { BoardLog } from '../../../common/board-log.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { violatedConstraint } from '../../../database/database-failure.js';
import { inTransaction } from '../../../database/transaction.js';
import { EventAccess } from '../../events/event-access.service.js';
import type { RegistrationEntity } from '../registration.entity.js';
import { MAY_CHECK_IN } from '../registrations.policy.js';
import { RegistrationsRepository } from '../registrations.repository.js';
import { Tickets } from '../tickets.js';
import { CheckInRepository } from './check-in.repository.js';

type Input = z.output<typeof CheckInInput>;
type Scanned = CheckInAnswer & { accountId: string | null; isNew: boolean };

/** The door (E4). A door phone may send the same scan many times, from a queue, late: the answer stays the same. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registrations: RegistrationsRepository,
    private readonly repository: CheckInRepository,
    private readonly tickets: Tickets,
    private readonly access: EventAccess,
    private readonly board: BoardLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `ticket_unknown` for any text that is no ticket of this event, `not_found` for an unknown id */
  async checkIn(actor: Actor, eventId: string, input: Input): Promise<CheckInAnswer> {
    await this.access.require(actor, eventId, ...MAY_CHECK_IN);
    const answer = await this.scan(actor, eventId, input).catch((error: unknown) => {
      throw violatedConstraint(error) === 'check_in_scans_pkey' ? scanIdOfAnother() : error;
    });
    const { accountId, isNew, ...shown } = answer;
    if (isNew) this.announce(eventId, shown.registrationId, accountId, true);
    return shown;
  }

  /** Somebody was let in by mistake. Undoing twice is as good as once. */
  async undo(actor: Actor, eventId: string, registrationId: string): Promise<void> {
    await this.access.require(actor, eventId, ...MAY_CHECK_IN);
    const guest = await inTransaction(this.dataSource, async (manager) => {
      const found = await this.registrations.lock(manager, eventId, registrationId);
      if (found === null) throw new DomainError('not_found');
      if (found.checkedInAt === null) return null;
      await this.repository.undo(manager, registrationId);
      await this.board.personChanged(manager, eventId, registrationId);
      return found;
    });
    if (guest) this.announce(eventId, registrationId, guest.accountId, false);
  }

  private scan(actor: Actor, eventId: string, input: Input): Promise<Scanned> {
    return inTransaction(this.dataSource, async (manager) => {
      const guest = await this.guest(manager, eventId, input);
      const replayed = await this.repository.findScan(manager, input.scanId);
      if (replayed) return this.replay(guest, replayed);
      const result = guest.status !== 'confirmed' ? 'not-confirmed' : guest.checkedInAt ? 'already' : 'checked-in';
      const at = this.clock.now();
      const { scanId, gate } = input;
      await this.repository.recordScan(manager, {
        scanId,
        eventId,
        registrationId: guest.id,
        byAccountId: actor.accountId,
        gate,
        result,
        at,
      });
      if (result !== 'checked-in') return { ...present(guest, result), accountId: guest.accountId, isNew: false };
      await this.repository.checkIn(manager, guest.id, gate, at);
      await this.board.personChanged(manager, eventId, guest.id);
      const first = { at: at.toISOString(), gate };
      return { ...present(guest, result), first, accountId: guest.accountId, isNew: true };
    });
  }

  private async guest(
    manager: EntityManager,
    eventId: string,
    { ticket, registrationId }: Input,
  ): Promise<RegistrationEntity> {
    if (ticket === undefined) {
      const guest = await this.registrations.lock(manager, eventId, registrationId ?? '');
      if (guest === null) throw new DomainError('not_found');
      return guest;
    }
    const named = this.tickets.registrationIdIn(ticket);
    const guest = named === null ? null : await this.registrations.lock(manager, eventId, named);
    if (guest === null || !this.tickets.isGenuine(ticket, guest))
      throw new DomainError('ticket_unknown', { field: 'ticket' });
    return guest;
  }

  /** The answer of the first time, whatever happened since. A scan id that came with somebody else's ticket is a mistake. */
  private replay(guest: RegistrationEntity, scan: { registrationId: string; result: CheckInAnswer['result'] }) {
    if (scan.registrationId !== guest.id) throw scanIdOfAnother();
    return { ...present(guest, scan.result), accountId: guest.accountId, isNew: false };
  }

  private announce(eventId: string, registrationId: string, accountId: string | null, checkedIn: boolean): void {
    if (accountId !== null) {
      const ids = { eventId, registrationId, accountId };
      if (checkedIn) this.events.emit('registration:checked-in', ids);
      this.events.emit('registration:changed', ids);
    }
    this.events.emit('guests:changed', { eventId });
    this.events.emit('board:changed', { eventId });
  }
}

function scanIdOfAnother(): DomainError {
  return new DomainError('invalid_input', { fields: [{ field: 'scanId', code: 'not_allowed' }] });
}

function present(guest: RegistrationEntity, result: CheckInAnswer['result']): CheckInAnswer {
  const { id, name, headline, status, checkedInAt, checkInGate } = guest;
  const first = checkedInAt && { at: checkedInAt.toISOString(), gate: checkInGate };
  return { result, registrationId: id, name, headline, status, first };
}
