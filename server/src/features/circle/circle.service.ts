import { Injectable } from '@nestjs/common';
import type { AcquaintanceAnswer, Circle } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { inTransaction } from '../../database/transaction.js';
import {
  type AcquaintanceOrigin,
  type CirclePerson,
  CircleRepository,
  type SharedAcquaintance,
} from './circle.repository.js';

/** Who knows whom (K1), and who wants nothing to do with whom (I6). */
@Injectable()
export class CircleService {
  constructor(
    private readonly repository: CircleRepository,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, eventId: string): Promise<Circle> {
    await this.requireSelf(actor, eventId);
    const [known, asking] = await Promise.all([
      this.repository.known(actor.accountId, eventId),
      this.repository.asking(actor.accountId, eventId),
    ]);
    return { known, asking };
  }

  /** "We know each other." Saying it twice changes nothing; the other one is told the first time. */
  async confirm(actor: Actor, eventId: string, registrationId: string): Promise<AcquaintanceAnswer> {
    const other = await this.requireVisible(actor, eventId, registrationId);
    const { known, changed } = await inTransaction(this.dataSource, (manager) =>
      this.repository.confirm(manager, actor.accountId, other.accountId, eventId, this.clock.now()),
    );
    if (changed) this.tellBoth(eventId, actor, other);
    return { state: known ? 'known' : 'asked-by-me' };
  }

  async withdraw(actor: Actor, eventId: string, registrationId: string): Promise<void> {
    const other = await this.requireVisible(actor, eventId, registrationId);
    if (await this.repository.withdraw(actor.accountId, other.accountId)) this.tellBoth(eventId, actor, other);
  }

  async block(actor: Actor, eventId: string, registrationId: string): Promise<void> {
    const other = await this.requireAnybody(actor, eventId, registrationId);
    if (await this.repository.block(actor.accountId, other.accountId, this.clock.now()))
      this.blocksChanged(eventId, actor, other);
  }

  async unblock(actor: Actor, eventId: string, registrationId: string): Promise<void> {
    const other = await this.requireAnybody(actor, eventId, registrationId);
    if (await this.repository.unblock(actor.accountId, other.accountId)) this.blocksChanged(eventId, actor, other);
  }

  async report(actor: Actor, eventId: string, registrationId: string, reason: string): Promise<void> {
    const other = await this.requireAnybody(actor, eventId, registrationId);
    await this.repository.report(eventId, actor.accountId, other.registrationId, reason, this.clock.now());
  }

  /** Account ids of everybody the account knows, in whatever event; nobody who is blocked either way. */
  acquaintancesOf(accountId: string): Promise<string[]> {
    return this.repository.acquaintancesOf(accountId);
  }

  /** People both know who take part in the event, those present first: whoever could introduce the two. */
  shared(accountA: string, accountB: string, eventId: string): Promise<SharedAcquaintance[]> {
    return this.repository.shared(accountA, accountB, eventId);
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

  private async requireSelf(actor: Actor, eventId: string): Promise<void> {
    if (!(await this.repository.self(actor.accountId, eventId))) throw new DomainError('not_found');
  }

  private async requireVisible(actor: Actor, eventId: string, registrationId: string): Promise<CirclePerson> {
    await this.requireSelf(actor, eventId);
    return found(await this.repository.visible(actor.accountId, eventId, registrationId));
  }

  /** Blocking must work also against whoever has hidden, left, or blocked me first: a refusal would tell. */
  private async requireAnybody(actor: Actor, eventId: string, registrationId: string): Promise<CirclePerson> {
    await this.requireSelf(actor, eventId);
    return found(await this.repository.anybody(actor.accountId, eventId, registrationId));
  }

  private tellBoth(eventId: string, actor: Actor, other: CirclePerson): void {
    this.events.emit('acquaintance:changed', { eventId, accountIds: [actor.accountId, other.accountId] });
  }

  private blocksChanged(eventId: string, actor: Actor, other: CirclePerson): void {
    this.events.emit('block:changed', { eventId, accountIds: [actor.accountId, other.accountId] });
  }
}

function found(person: CirclePerson | null): CirclePerson {
  if (!person) throw new DomainError('not_found');
  return person;
}
