import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { violatedConstraint } from '../../database/database-failure.js';
import { inTransaction } from '../../database/transaction.js';
import { EventAccess } from '../events/event-access.service.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { PresenceService } from '../registrations/presence/presence.service.js';
import { toldOf } from './introduction-audience.js';
import { type Act, actsOf, alreadyDone, endSilently, type Part, visibleState } from './introduction-state.js';
import { mayStandIn, partOf } from './introductions.policy.js';
import { type IntroductionRow, IntroductionsRepository } from './introductions.repository.js';

export interface Change {
  before: IntroductionRow;
  after: IntroductionRow;
}
export interface Tap {
  actor: Actor;
  part: Part;
  now: Date;
}
type Work = (manager: EntityManager, before: IntroductionRow, tap: Tap) => Promise<Change[]>;

/** What cannot go on once there is an obstacle: it ends instead, and looks as it would have. */
const NEEDS_GOODWILL: readonly (Act | 'take')[] = ['pass-on', 'agree', 'change', 'ping'];

/** The one way in which an introduction changes: permission → lock → is it their turn → one conditional update → who may know. */
@Injectable()
export class IntroductionChanges {
  constructor(
    private readonly repository: IntroductionsRepository,
    private readonly access: EventAccess,
    private readonly attendees: AttendeeAccess,
    private readonly presence: PresenceService,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Whether the actor may stand in as introducer. Everybody else must take part in the event. */
  async requireHostOrAttendee(actor: Actor, eventId: string): Promise<boolean> {
    if (mayStandIn(await this.access.roleOf(actor, eventId))) return true;
    await this.attendees.require(actor, eventId);
    return false;
  }

  /**
   * One tap of one of them. Repeating it is harmless.
   * @throws DomainError `not_found` for everybody else and for whoever must not know of it yet, `introduction_closed`
   */
  async apply(actor: Actor, eventId: string, id: string, what: Act | 'take', work: Work): Promise<void> {
    const standsIn = await this.requireHostOrAttendee(actor, eventId);
    const now = this.clock.now();
    const changes = await this.writing(() =>
      inTransaction(this.dataSource, async (manager) => {
        const before = await this.repository.locked(manager, eventId, id);
        const part = before && partOf(before, actor.accountId, standsIn);
        if (!before || !part || !visibleState(before, part, now)) throw new DomainError('not_found');
        if (what !== 'take' && alreadyDone(before, part, what, now)) return [];
        const mayTake = standsIn && part === 'introducer' && before.byHosts;
        if (what === 'take' ? !mayTake : !actsOf(before, part, now).includes(what))
          throw new DomainError('introduction_closed');
        if (before.obstacle && NEEDS_GOODWILL.includes(what) && before.state !== 'not-this-time')
          return [await this.save(manager, before, { ...before, ...endSilently(before, before.obstacle, now) }, now)];
        return work(manager, before, { actor, part, now });
      }),
    );
    await this.tell(changes, now);
  }

  /** Without a tap: `work` answers null where nothing is to change any more. */
  async revise(
    eventId: string,
    id: string,
    work: (manager: EntityManager, before: IntroductionRow, now: Date) => Promise<Change | null>,
  ): Promise<void> {
    const now = this.clock.now();
    const change = await inTransaction(this.dataSource, async (manager) => {
      const before = await this.repository.locked(manager, eventId, id);
      return before && work(manager, before, now);
    });
    if (change) await this.tell([change], now);
  }

  /** Ends what a block, or somebody's leaving, makes impossible; those who must not notice notice nothing (I6). */
  async endObstructed(accountIds: readonly string[]): Promise<void> {
    for (const { id, eventId } of await this.repository.openOf(accountIds))
      await this.revise(eventId, id, async (manager, before, now) => {
        const { obstacle, introducerMissing } = before;
        if (obstacle) return this.save(manager, before, { ...before, ...endSilently(before, obstacle, now) }, now);
        return introducerMissing ? this.save(manager, before, { ...before, introducerJoins: false }, now) : null;
      });
  }

  async save(manager: EntityManager, before: IntroductionRow, after: IntroductionRow, now: Date): Promise<Change> {
    if (!(await this.repository.save(manager, before, after, now))) throw new DomainError('introduction_closed');
    if (after.state === 'missed' || (before.introducerJoins && !after.introducerJoins))
      await this.repository.freeSeats(manager, after);
    return { before, after };
  }

  private async tell(changes: readonly Change[], now: Date): Promise<void> {
    for (const { before, after } of changes) {
      const { id, eventId, encounterId } = after;
      const hosts = after.byHosts ? await this.repository.hostAccounts(eventId) : [];
      const accountIds = toldOf(before, after, hosts, now);
      if (accountIds.length > 0) this.events.emit('introduction:changed', { eventId, introductionId: id, accountIds });
      if (before.state === after.state || ![before.state, after.state].includes('met')) continue;
      const both = [after.requesterAccountId, after.targetAccountId];
      this.events.emit('acquaintance:changed', { eventId, accountIds: both });
      if (encounterId === null) continue;
      this.events.emit('encounter:recorded', { eventId, encounterId });
      if (after.state === 'met')
        await this.presence.foundEachOther(eventId, [after.requester.registrationId, after.target.registrationId]);
    }
  }

  private async writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      switch (violatedConstraint(error)) {
        // Somebody else's introduction of the same two has got ahead.
        case 'introductions_one_known_per_pair':
          throw new DomainError('introduction_closed');
        case 'introduction_seats_one_at_a_time':
          throw new DomainError('meeting_taken');
        default:
          throw error;
      }
    }
  }
}
