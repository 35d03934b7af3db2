import { Injectable } from '@nestjs/common';
import type { MyRegistration, PresenceInput, RegistrationUpdate } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { BoardLog } from '../../../common/board-log.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { violatedConstraint } from '../../../database/database-failure.js';
import { inTransaction } from '../../../database/transaction.js';
import { qrPng } from '../../../qr/qr.js';
import { AttendeeAccess } from '../attendee-access.service.js';
import { ContactsRepository } from '../contacts/contacts.repository.js';
import { PresenceService } from '../presence/presence.service.js';
import type { RegistrationEntity } from '../registration.entity.js';
import { presentConsents, presentMine } from '../registrations.presenter.js';
import { RegistrationsRepository } from '../registrations.repository.js';
import { Tickets } from '../tickets.js';
import { MeRepository } from './me.repository.js';

/** What a person does with their own registration, whatever its status: who waits or took a consent back is still in control. */
@Injectable()
export class MeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registrations: RegistrationsRepository,
    private readonly repository: MeRepository,
    private readonly contacts: ContactsRepository,
    private readonly attendees: AttendeeAccess,
    private readonly tickets: Tickets,
    private readonly presence: PresenceService,
    private readonly board: BoardLog,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
  ) {}

  async get(actor: Actor, eventId: string): Promise<MyRegistration> {
    const own = await this.own(actor, eventId);
    const [goal, contacts, waitlistPosition] = await Promise.all([
      this.repository.goal(own.id),
      this.contacts.list(actor.accountId),
      own.status === 'waitlisted' ? this.repository.waitlistPosition(own.id) : null,
    ]);
    return presentMine(own, { goal, contacts, waitlistPosition, ticket: this.tickets.textOf(own) });
  }

  /** Consents and the board level take effect at once: the board hears of it in the same transaction. */
  async update(actor: Actor, eventId: string, input: z.output<typeof RegistrationUpdate>): Promise<MyRegistration> {
    const { id } = await this.own(actor, eventId);
    await inTransaction(this.dataSource, async (manager) => {
      const before = await this.registrations.lock(manager, eventId, id);
      if (before === null) throw new DomainError('not_found');
      const consents = input.consents ?? presentConsents(before);
      await this.repository.update(manager, id, {
        name: input.name ?? before.name,
        headline: input.headline ?? before.headline,
        recognise: input.recognise ?? before.recognise,
        boardLevel: input.boardLevel ?? before.boardLevel,
        consentTakePart: consents.takePart,
        consentBoard: consents.board,
        consentScreen: consents.screen,
        consentSuggestions: consents.suggestions,
      });
      await this.registrations.logConsents(manager, id, consents, presentConsents(before));
      await this.board.personChanged(manager, eventId, id);
    });
    this.events.emit('registration:changed', { eventId, registrationId: id, accountId: actor.accountId });
    this.events.emit('guests:changed', { eventId });
    this.events.emit('board:changed', { eventId });
    return this.get(actor, eventId);
  }

  /** Answers what holds now: what was said late changes nothing. @throws DomainError `not_checked_in`, `not_found` for a foreign place */
  async setPresence(actor: Actor, eventId: string, input: z.output<typeof PresenceInput>): Promise<MyRegistration> {
    const { id } = await this.attendees.requirePresent(actor, eventId);
    const placeId = input.presence === 'at-place' ? input.placeId : null;
    try {
      await this.presence.say(eventId, id, {
        presence: input.presence,
        placeId,
        at: input.saidAt ? new Date(input.saidAt) : this.clock.now(),
      });
    } catch (error) {
      if (violatedConstraint(error) === 'registrations_place_of_event')
        throw new DomainError('not_found', { field: 'placeId' });
      throw error;
    }
    return this.get(actor, eventId);
  }

  async ticketPng(actor: Actor, eventId: string): Promise<Buffer> {
    return qrPng(this.tickets.textOf(await this.own(actor, eventId)));
  }

  private async own(actor: Actor, eventId: string): Promise<RegistrationEntity> {
    const own = await this.registrations.ofAccount(eventId, actor.accountId);
    if (own === null) throw new DomainError('not_found');
    return own;
  }
}
