import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { JoinAnswer, JoinInput, RegistrationStatus, StatusInput } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { BoardLog } from '../../common/board-log.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { inTransaction } from '../../database/transaction.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { type OpenSession, SessionsService } from '../accounts/sessions/sessions.service.js';
import { EventAccess } from '../events/event-access.service.js';
import { ContactsRepository } from './contacts/contacts.repository.js';
import { normalisedContact } from './contacts/normalised-contact.js';
import { MAY_MANAGE_GUESTS, mayBeCancelled } from './registrations.policy.js';
import { RegistrationsRepository, type RequestRow } from './registrations.repository.js';
import type { Promoted, SeatedEvent } from './seats.repository.js';
import { SeatsService } from './seats.service.js';

type Join = z.output<typeof JoinInput>;
export interface Joined {
  answer: JoinAnswer;
  accountId: string;
  /** For the phone's cookie; null where it is signed in already. */
  session: OpenSession | null;
}

/** How long a phone whose answer got lost may ask again and still be signed in. */
const RETRY_WINDOW_MS = 3_600_000;

@Injectable()
export class RegistrationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registrations: RegistrationsRepository,
    private readonly seats: SeatsService,
    private readonly contacts: ContactsRepository,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly access: EventAccess,
    private readonly board: BoardLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** E2, E3. @throws DomainError `consent_needed`, `event_over`, `already_registered`, `not_found` */
  async join(actor: Actor | null, slug: string, input: Join, device: string): Promise<Joined> {
    if (!input.consents.takePart) throw new DomainError('consent_needed', { field: 'consents.takePart' });
    const contact = { kind: input.contact.kind, value: normalisedContact(input.contact, 'contact.value') };
    const hash = createHash('sha256').update(JSON.stringify(input)).digest();
    const { joined, isNew } = await inTransaction(this.dataSource, async (manager) => {
      const event = found(await this.seats.lockBySlug(manager, slug));
      const known = await this.registrations.byRequest(manager, event.id, input.requestId);
      if (known) return { joined: await this.again(manager, actor, event, known, hash, device), isNew: false };
      return { joined: await this.joinAnew(manager, actor, event, { ...input, contact }, hash, device), isNew: true };
    });
    if (!isNew) return joined;
    const { eventId, registrationId } = joined.answer;
    this.announce(eventId, [{ id: registrationId, accountId: joined.accountId }]);
    this.events.emit('goal:changed', { eventId, registrationId });
    return joined;
  }

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

  private async joinAnew(
    manager: EntityManager,
    actor: Actor | null,
    event: SeatedEvent,
    input: Join,
    hash: Buffer,
    device: string,
  ): Promise<Joined> {
    const now = this.clock.now();
    if (event.endsAt <= now) throw new DomainError('event_over');
    const own = actor && (await this.registrations.ofAccount(event.id, actor.accountId, manager));
    if (own && own.status !== 'cancelled') throw new DomainError('already_registered');
    const { name, headline, locale, contact, consents } = input;
    const accountId = actor?.accountId ?? (await this.accounts.create(manager, { name, locale })).id;
    const status = await this.seats.place(manager, event);
    const registrationId = await this.registrations.putJoined(manager, {
      eventId: event.id,
      accountId,
      requestId: input.requestId,
      // Only an account that this request made may be handed out again to who repeats it.
      requestHash: actor === null ? hash : null,
      status,
      name,
      headline,
      email: contact.kind === 'email' ? contact.value : null,
      phone: contact.kind === 'phone' ? contact.value : null,
      consents,
      now,
    });
    await this.contacts.add(manager, accountId, [contact]);
    await this.registrations.putGoal(manager, event.id, registrationId, input.goal);
    await this.registrations.logConsents(manager, registrationId, consents);
    const session = actor === null ? await this.sessions.open(manager, accountId, device) : null;
    return { answer: { registrationId, status, eventId: event.id, slug: event.slug }, session, accountId };
  }

  /**
   * The same request came before. The signed-in phone of that registration simply hears the answer again. A phone without a
   * session is signed in once more only if it repeats everything it said (the request's id is a secret of that phone, and
   * the hash covers name, contact and goal) and soon, since it may have missed the first answer. To everybody else the id
   * is taken: no session of another person is ever handed out for a guessed or overheard id.
   */
  private async again(
    manager: EntityManager,
    actor: Actor | null,
    event: SeatedEvent,
    known: RequestRow,
    hash: Buffer,
    device: string,
  ): Promise<Joined> {
    const { id: registrationId, status, accountId } = known;
    const answer = { registrationId, status, eventId: event.id, slug: event.slug };
    if (accountId !== null && actor?.accountId === accountId) return { answer, session: null, accountId };
    const recent = this.clock.now().getTime() - known.createdAt.getTime() < RETRY_WINDOW_MS;
    const same = known.requestHash !== null && timingSafeEqual(known.requestHash, hash);
    if (actor !== null || accountId === null || !recent || !same) throw new DomainError('already_registered');
    return { answer, session: await this.sessions.open(manager, accountId, device), accountId };
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
