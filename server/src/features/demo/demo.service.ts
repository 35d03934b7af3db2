import { Injectable } from '@nestjs/common';
import type { DemoEntered, DemoState, Locale } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { Config } from '../../config/config.js';
import { inTransaction } from '../../database/transaction.js';
import { type OpenSession, SessionsService } from '../accounts/sessions/sessions.service.js';
import { mayEndDemo } from './demo.policy.js';
import { type DemoEvent, DemoRepository } from './demo.repository.js';
import { DemoSeed } from './demo-seed.service.js';
import { DemoSimulation } from './demo-simulation.service.js';

export interface Entered {
  entered: DemoEntered;
  /** For the phone's cookie; null where it is signed in already. */
  session: OpenSession | null;
}

/** An evening with invented guests, to try everything out. */
@Injectable()
export class DemoService {
  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly repository: DemoRepository,
    private readonly seed: DemoSeed,
    private readonly simulation: DemoSimulation,
    private readonly sessions: SessionsService,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async state(actor: Actor | null): Promise<DemoState> {
    const demo = this.config.demo ? await this.repository.find() : null;
    if (demo === null || this.isOver(demo)) return { state: 'none', slug: null, eventId: null, mayEnd: false };
    return { state: 'running', slug: demo.slug, eventId: demo.id, mayEnd: mayEndDemo(actor, demo) };
  }

  /** Seeds when there is none, and makes the caller one of the guests. @throws DomainError `not_found` where it is turned off */
  async enter(actor: Actor | null, locale: Locale, device: string): Promise<Entered> {
    if (!this.config.demo) throw new DomainError('not_found');
    const old = await this.repository.find();
    if (old && this.isOver(old)) await this.remove(old);
    const { demo, made, accountId, registrationId, session } = await inTransaction(this.dataSource, async (manager) => {
      const isNew = await this.seed.event(manager);
      const event = await this.repository.find(manager);
      // Ended between the two statements.
      if (event === null) throw new DomainError('unavailable');
      const own = await this.seed.stepIn(manager, event, actor, locale);
      if (isNew) await this.repository.setStarter(manager, event.id, own.accountId);
      const opened = actor === null ? await this.sessions.open(manager, own.accountId, device) : null;
      return { demo: event, made: isNew, ...own, session: opened };
    });
    const eventId = demo.id;
    this.events.emit('registration:changed', { eventId, registrationId, accountId });
    this.events.emit('guests:changed', { eventId });
    this.events.emit('board:changed', { eventId });
    if (made) void this.simulation.tend();
    return { entered: { slug: demo.slug, eventId, registrationId }, session };
  }

  /**
   * Ends the evening and removes everybody whom it brought along. @returns whether the actor's own account was one of them
   * @throws DomainError `not_found` when there is none, `not_allowed`
   */
  async end(actor: Actor): Promise<{ actorRemoved: boolean }> {
    const demo = await this.repository.find();
    if (demo === null) throw new DomainError('not_found');
    if (!mayEndDemo(actor, demo)) throw new DomainError('not_allowed');
    const removed = await this.remove(demo);
    return { actorRemoved: removed.some(({ accountId }) => accountId === actor.accountId) };
  }

  private async remove(demo: DemoEvent) {
    await this.simulation.stop();
    const removed = await inTransaction(this.dataSource, async (manager) => {
      await this.repository.remove(manager, demo.id);
      return this.repository.removeLeftovers(manager);
    });
    this.events.emit('event:deleted', { eventId: demo.id });
    for (const { id, accountId } of removed) this.sessions.announceEnd(accountId, [id]);
    return removed;
  }

  private isOver({ endsAt }: DemoEvent): boolean {
    return endsAt <= this.clock.now();
  }
}
