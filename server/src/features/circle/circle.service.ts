import { Injectable } from '@nestjs/common';
import type { AcquaintanceAnswer, Circle, CirclePerson, Introducer } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { inTransaction } from '../../database/transaction.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { type AcquaintanceOrigin, CircleRepository, type Party } from './circle.repository.js';
import { IntroductionPaths } from './paths/introduction-paths.service.js';
import { CircleSettingsService } from './settings/circle-settings.service.js';

/** Who knows whom (K1). It grows from use and travels from event to event. */
@Injectable()
export class CircleService {
  constructor(
    private readonly repository: CircleRepository,
    private readonly paths: IntroductionPaths,
    private readonly settings: CircleSettingsService,
    private readonly attendees: AttendeeAccess,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, eventId: string): Promise<Circle> {
    await this.attendees.require(actor, eventId);
    const [known, asking, asked, connectors, thanks, settings] = await Promise.all([
      this.repository.known(actor.accountId, eventId),
      this.repository.asking(actor.accountId, eventId),
      this.repository.asked(actor.accountId, eventId),
      this.repository.connectors(actor.accountId, eventId),
      this.repository.thanks(actor.accountId),
      this.settings.get(actor, eventId),
    ]);
    return { known, asking, asked, connectors, thanks, settings };
  }

  /** Who says that they know the actor, and waits for an answer. */
  async asking(actor: Actor, eventId: string): Promise<CirclePerson[]> {
    await this.attendees.require(actor, eventId);
    return this.repository.asking(actor.accountId, eventId);
  }

  /** "We know each other." Saying it twice changes nothing; the other one is told the first time. */
  async confirm(actor: Actor, eventId: string, registrationId: string): Promise<AcquaintanceAnswer> {
    const other = await this.requireVisible(actor, eventId, registrationId);
    const { known, changed, told } = await inTransaction(this.dataSource, (manager) =>
      this.repository.confirm(manager, actor.accountId, other.accountId, eventId, this.clock.now()),
    );
    if (changed) this.tell(eventId, told ? [actor.accountId, other.accountId] : [actor.accountId]);
    return { state: known ? 'known' : 'asked-by-me' };
  }

  /** The other one hears nothing of it: neither that I took it back, nor that I do not think that we know each other. */
  async withdraw(actor: Actor, eventId: string, registrationId: string): Promise<void> {
    const other = await this.requireVisible(actor, eventId, registrationId);
    const changed = await inTransaction(this.dataSource, (manager) =>
      this.repository.withdraw(manager, actor.accountId, other.accountId),
    );
    if (changed) this.tell(eventId, [actor.accountId]);
  }

  /** Account ids of everybody the account knows, in whatever event; nobody who is blocked either way. */
  acquaintancesOf(accountId: string): Promise<string[]> {
    return this.repository.acquaintancesOf(accountId);
  }

  /** People both know who could introduce the first to the second, best first. */
  shared(accountA: string, accountB: string, eventId: string): Promise<Introducer[]> {
    return this.paths.direct(accountA, accountB, eventId);
  }

  /** True when either of the two has blocked the other. */
  isBlocked(accountA: string, accountB: string, manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    return this.repository.isBlocked(manager, accountA, accountB);
  }

  /** After both have shown it: they met, or scanned each other. The caller emits `acquaintance:changed` once committed. */
  async addMet(
    manager: EntityManager,
    accountA: string,
    accountB: string,
    origin: Exclude<AcquaintanceOrigin, 'confirmed'>,
    eventId: string,
  ): Promise<void> {
    await this.repository.addMet(manager, [accountA, accountB], origin, eventId, this.clock.now());
  }

  /** One of the two says that they did not meet. The caller emits `acquaintance:changed` once committed. */
  async unmeet(manager: EntityManager, accountA: string, accountB: string, eventId: string): Promise<void> {
    await this.repository.unmeet(manager, [accountA, accountB], eventId);
  }

  private async requireVisible(actor: Actor, eventId: string, registrationId: string): Promise<Party> {
    await this.attendees.require(actor, eventId);
    const person = await this.repository.visible(actor.accountId, eventId, registrationId);
    if (!person) throw new DomainError('not_found');
    return person;
  }

  private tell(eventId: string, accountIds: string[]): void {
    this.events.emit('acquaintance:changed', { eventId, accountIds });
  }
}
