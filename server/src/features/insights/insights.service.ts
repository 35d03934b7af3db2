import { Injectable } from '@nestjs/common';
import type { EventNow } from '@teabreak/shared';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { EventAccess } from '../events/event-access.service.js';
import { InsightsRepository } from './insights.repository.js';
import { funnelOf } from './introduction-funnel.js';

@Injectable()
export class InsightsService {
  constructor(
    private readonly insights: InsightsRepository,
    private readonly access: EventAccess,
    private readonly clock: Clock,
  ) {}

  /** The event as it is at this moment (O1), for those who look after its people. */
  async now(actor: Actor, eventId: string): Promise<EventNow> {
    await this.access.require(actor, eventId, 'owner', 'organizer', 'host');
    const now = this.clock.now();
    const [counts, cohorts, waitingForHost, isolates, connectors, asks] = await Promise.all([
      this.insights.counts(eventId),
      this.insights.introductions(eventId, now),
      this.insights.waitingForHost(eventId, actor.accountId, now),
      this.insights.isolates(eventId),
      this.insights.connectors(eventId),
      this.insights.asks(eventId),
    ]);
    return { ...counts, introductions: funnelOf(cohorts), isolates, waitingForHost, connectors, asks };
  }
}
