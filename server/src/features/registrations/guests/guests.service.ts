import { Injectable } from '@nestjs/common';
import type { GuestPage, GuestQuery, Locale, WalkInAnswer, WalkInInput } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { safeCsv } from '../../../common/safe-csv.js';
import { inTransaction } from '../../../database/transaction.js';
import { EventAccess } from '../../events/event-access.service.js';
import { PersonalLinks } from '../claims/personal-links.js';
import { normalisedContact } from '../contacts/normalised-contact.js';
import { MAY_CHECK_IN, MAY_MANAGE_GUESTS, MAY_SEE_GUESTS, managesGuests } from '../registrations.policy.js';
import { RegistrationsRepository } from '../registrations.repository.js';
import { SeatsService } from '../seats.service.js';
import { cursorAfter, positionOf } from './guest-cursor.js';
import { guestTable, presentGuest, presentGuestAtDoor } from './guests.presenter.js';
import { type GuestRecord, GuestsRepository } from './guests.repository.js';
import { namePatterns } from './name-patterns.js';

/** The guest list, for those who run the event. */
@Injectable()
export class GuestsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly guests: GuestsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly seats: SeatsService,
    private readonly links: PersonalLinks,
    private readonly access: EventAccess,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    eventId: string,
    { q, status, limit, after }: z.output<typeof GuestQuery>,
  ): Promise<GuestPage> {
    const role = await this.access.require(actor, eventId, ...MAY_SEE_GUESTS);
    const patterns = namePatterns(q);
    const position = after === undefined ? null : positionOf(after);
    const [rows, counts] = await Promise.all([
      // One more than asked for tells whether there is another page.
      patterns === 'none' ? [] : this.guests.page(eventId, { patterns, status, after: position, limit: limit + 1 }),
      this.guests.counts(eventId),
    ]);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const present = managesGuests(role)
      ? (row: GuestRecord) => presentGuest(row, this.linkOf(row))
      : presentGuestAtDoor;
    return { guests: shown.map(present), next: rows.length > limit && last ? cursorAfter(last) : null, counts };
  }

  /** E5: a file that no spreadsheet executes. */
  async csv(actor: Actor, eventId: string, locale: Locale): Promise<string> {
    await this.access.require(actor, eventId, ...MAY_MANAGE_GUESTS);
    return safeCsv(guestTable(await this.guests.all(eventId), locale));
  }

  /** E4: somebody at the door. They agree to things themselves, when they open the link. @throws DomainError `event_full` */
  async walkIn(actor: Actor, eventId: string, input: z.output<typeof WalkInInput>): Promise<WalkInAnswer> {
    await this.access.require(actor, eventId, ...MAY_CHECK_IN);
    const contact = input.contact && {
      kind: input.contact.kind,
      value: normalisedContact(input.contact, 'contact.value'),
    };
    const { id, isNew } = await inTransaction(this.dataSource, async (manager) => {
      const event = await this.seats.lock(manager, eventId);
      if (event === null) throw new DomainError('not_found');
      const known = await this.registrations.byRequest(manager, eventId, input.requestId);
      if (known) return { id: known.id, isNew: false };
      if (event.endsAt <= this.clock.now()) throw new DomainError('event_over');
      if (!(await this.seats.take(manager, eventId))) throw new DomainError('event_full');
      return { id: await this.insert(manager, eventId, input, contact), isNew: true };
    });
    if (isNew) this.events.emit('guests:changed', { eventId });
    const guest = await this.registrations.find(eventId, id);
    if (guest === null || guest.source !== 'walk-in') throw new DomainError('already_registered');
    return { registrationId: id, name: guest.name, personalLink: this.links.linkFor(guest) };
  }

  private insert(
    manager: EntityManager,
    eventId: string,
    { requestId, name, gate, goal }: z.output<typeof WalkInInput>,
    contact: { kind: 'wechat' | 'phone' | 'email' | 'link'; value: string } | undefined,
  ): Promise<string> {
    return this.guests.insertWalkIn(manager, {
      eventId,
      requestId,
      name,
      gate,
      email: contact?.kind === 'email' ? contact.value : null,
      phone: contact?.kind === 'phone' ? contact.value : null,
      imported: { contacts: contact ? [contact] : [], commonalities: [], goal: goal ?? null, status: null },
      at: this.clock.now(),
    });
  }

  private linkOf(row: GuestRecord): string | null {
    return row.accountId === null ? this.links.linkFor(row) : null;
  }
}
