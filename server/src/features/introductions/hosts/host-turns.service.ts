import { Injectable } from '@nestjs/common';
import type { HostShares, IntroductionView } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { EventAccess } from '../../events/event-access.service.js';
import { IntroductionChanges } from '../introduction-changes.service.js';
import { IntroductionsService } from '../introductions.service.js';
import { HostTurnsRepository } from './host-turns.repository.js';

/** Several hosts share the work: each has a turn, all see everything, and anybody may go on for another (I1). */
@Injectable()
export class HostTurns {
  constructor(
    private readonly repository: HostTurnsRepository,
    private readonly introductions: IntroductionsService,
    private readonly changes: IntroductionChanges,
    private readonly access: EventAccess,
    private readonly clock: Clock,
  ) {}

  async shares(actor: Actor, eventId: string): Promise<HostShares> {
    await this.access.require(actor, eventId, 'owner', 'organizer', 'host');
    return { hosts: await this.repository.shares(eventId, actor.accountId, this.clock.now()) };
  }

  /** @throws DomainError `introduction_closed` where it waits no more */
  async take(actor: Actor, eventId: string, id: string): Promise<IntroductionView> {
    await this.changes.apply(actor, eventId, id, 'take', async (manager, before, { now }) => {
      if (before.introducerAccountId !== null || before.state !== 'asked') throw new DomainError('introduction_closed');
      if (before.hostAccountId === actor.accountId) return [];
      const taken = { ...before, hostAccountId: actor.accountId };
      return [await this.changes.save(manager, before, taken, now)];
    });
    return this.introductions.get(actor, eventId, id);
  }
}
