import { Injectable } from '@nestjs/common';
import type { CardExchange, CardExchangeList } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { inTransaction } from '../../../database/transaction.js';
import { CircleService } from '../../circle/circle.service.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import type { RegistrationEntity } from '../../registrations/registration.entity.js';
import { ContactGrants } from '../contact-grants/contact-grants.service.js';
import { EncountersService } from '../encounters.service.js';
import { CardCodes } from './card-codes.service.js';
import { presentExchange } from './card-exchanges.presenter.js';
import { CardExchangesRepository, type ExchangeOfOne, type ExchangeRow } from './card-exchanges.repository.js';
import { CardsRepository } from './cards.repository.js';

/** The two taps of an exchange: the scanner's, then the card owner's (C2, I5). */
@Injectable()
export class CardExchangesService {
  constructor(
    private readonly repository: CardExchangesRepository,
    private readonly cards: CardsRepository,
    private readonly codes: CardCodes,
    private readonly grants: ContactGrants,
    private readonly encounters: EncountersService,
    private readonly circle: CircleService,
    private readonly attendees: AttendeeAccess,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** My tap after scanning. Where the other one has tapped on my card before, the two are exchanged now. */
  async exchange(actor: Actor, token: string): Promise<CardExchange> {
    const owner = await this.codes.resolve(actor, token);
    const self = await this.attendees.require(actor, owner.eventId);
    if (owner.registrationId === self.id) throw new DomainError('own_card');
    const exchangeId = await inTransaction(this.dataSource, async (manager) => {
      const now = this.clock.now();
      const row = await this.repository.ofPair(manager, owner.eventId, self.id, owner.registrationId, now);
      if (row.state === 'waiting' && row.ownerId === self.id) await this.complete(manager, row, self, owner.accountId);
      // Also where it waits: a time that moved only after a "no" would tell of it.
      else if (row.state !== 'exchanged')
        await this.repository.restart(manager, row.id, self.id, owner.registrationId, now);
      return row.id;
    });
    return this.tell(self, exchangeId);
  }

  async list(actor: Actor, eventId: string): Promise<CardExchangeList> {
    const self = await this.attendees.require(actor, eventId);
    const rows = await this.repository.list(eventId, self.id, actor.accountId);
    return { exchanges: await this.present(self, rows) };
  }

  /** The owner's tap. Doing it twice changes nothing. */
  async accept(actor: Actor, eventId: string, exchangeId: string): Promise<CardExchange> {
    const { self, other } = await this.requireParty(actor, eventId, exchangeId);
    if (await this.circle.isBlocked(actor.accountId, other.accountId)) throw new DomainError('not_found');
    await inTransaction(this.dataSource, async (manager) => {
      const row = await this.locked(manager, eventId, exchangeId);
      if (row.state === 'exchanged') return;
      if (row.state !== 'waiting' || row.ownerId !== self.id) throw new DomainError('not_found');
      await this.complete(manager, row, self, other.accountId);
    });
    return this.tell(self, exchangeId);
  }

  /** The owner's silent no: the one who scanned sees no difference to no answer. */
  async decline(actor: Actor, eventId: string, exchangeId: string): Promise<void> {
    const { self } = await this.requireParty(actor, eventId, exchangeId);
    await inTransaction(this.dataSource, async (manager) => {
      const row = await this.locked(manager, eventId, exchangeId);
      if (row.ownerId !== self.id || row.state === 'exchanged') throw new DomainError('not_found');
      if (row.state === 'waiting') await this.repository.answer(manager, row.id, 'declined', this.clock.now());
    });
    this.events.emit('card:exchanged', { eventId, exchangeId, accountIds: [actor.accountId] });
  }

  /** Either side takes the exchange back; the contacts of both are hidden from each other at once. */
  async revoke(actor: Actor, eventId: string, exchangeId: string): Promise<CardExchange> {
    const { self, other } = await this.requireParty(actor, eventId, exchangeId);
    await inTransaction(this.dataSource, async (manager) => {
      const row = await this.locked(manager, eventId, exchangeId);
      if (row.state === 'revoked') return;
      if (row.state !== 'exchanged') throw new DomainError('not_found');
      await this.repository.answer(manager, row.id, 'revoked', this.clock.now());
      await this.grants.revoke(manager, eventId, actor.accountId, other.accountId);
      await this.grants.revoke(manager, eventId, other.accountId, actor.accountId);
    });
    return this.tell(self, exchangeId);
  }

  /** Hides my own contacts from one person again, however they were shared; theirs stay with me until they do the same. */
  async revokeContacts(actor: Actor, eventId: string, registrationId: string): Promise<void> {
    await this.attendees.require(actor, eventId);
    const viewer = await this.cards.person(eventId, registrationId);
    const { manager } = this.dataSource;
    if (!viewer || !(await this.grants.revoke(manager, eventId, actor.accountId, viewer.accountId)))
      throw new DomainError('not_found');
  }

  private async complete(
    manager: EntityManager,
    row: ExchangeRow,
    self: RegistrationEntity,
    otherAccountId: string,
  ): Promise<void> {
    const { eventId, accountId } = self;
    if (accountId === null) throw new DomainError('not_found');
    await this.repository.answer(manager, row.id, 'exchanged', this.clock.now());
    await this.grants.grantBoth(manager, eventId, accountId, otherAccountId, 'card');
    await this.encounters.record(manager, eventId, row.scannerId, row.ownerId, 'card');
    await this.circle.addMet(manager, accountId, otherAccountId, 'scanned', eventId);
  }

  private async requireParty(actor: Actor, eventId: string, exchangeId: string) {
    const self = await this.attendees.require(actor, eventId);
    const row = await this.repository.find(eventId, self.id, exchangeId);
    if (!row || row.otherAccountId === null) throw new DomainError('not_found');
    return { self, other: { accountId: row.otherAccountId } };
  }

  private async locked(manager: EntityManager, eventId: string, exchangeId: string): Promise<ExchangeRow> {
    const row = await this.repository.locked(manager, eventId, exchangeId);
    if (!row) throw new DomainError('not_found');
    return row;
  }

  private async tell(self: RegistrationEntity, exchangeId: string): Promise<CardExchange> {
    const row = await this.repository.find(self.eventId, self.id, exchangeId);
    const [view] = row ? await this.present(self, [row]) : [];
    if (!row || !view) throw new DomainError('not_found');
    const accountIds = [self.accountId, row.otherAccountId].filter((id) => id !== null);
    this.events.emit('card:exchanged', { eventId: self.eventId, exchangeId, accountIds });
    if (row.state === 'exchanged') this.events.emit('acquaintance:changed', { eventId: self.eventId, accountIds });
    return view;
  }

  private async present(self: RegistrationEntity, rows: ExchangeOfOne[]): Promise<CardExchange[]> {
    const owners = rows.flatMap(({ otherAccountId }) => otherAccountId ?? []);
    const contacts = await this.grants.visibleContactsOf(self.accountId ?? '', owners, self.eventId);
    const now = this.clock.now();
    return rows.flatMap(
      (row) => presentExchange(row, self.id, contacts.get(row.otherAccountId ?? '') ?? [], now) ?? [],
    );
  }
}
