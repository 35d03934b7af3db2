import { Injectable } from '@nestjs/common';
import type { ScreenView } from '@teabreak/shared';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { Config } from '../../../config/config.js';
import { ScreenLookup } from '../../../realtime/screen-lookup.js';
import { EventsService } from '../../events/events.service.js';
import { RoundsService } from '../../rounds/rounds.service.js';
import { presentBreaks, presentScreenEvent } from './screen.presenter.js';
import { ScreenRepository } from './screen.repository.js';

/** What a projector shows (B4). Its link is the permission: it opens this view of one event and nothing else. */
@Injectable()
export class ScreenService extends ScreenLookup {
  constructor(
    private readonly events: EventsService,
    private readonly screen: ScreenRepository,
    private readonly rounds: RoundsService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(token: string): Promise<{ eventId: string } | null> {
    const event = await this.events.findByScreenToken(token);
    return event && { eventId: event.id };
  }

  /** @throws DomainError `not_found` for a link that was taken away */
  async view(token: string): Promise<ScreenView> {
    const event = await this.events.findByScreenToken(token);
    if (event === null) throw new DomainError('not_found');
    const now = this.clock.now();
    const [agenda, counts, people, rounds] = await Promise.all([
      this.events.agendaOf(event.id),
      this.screen.counts(event.id),
      this.screen.people(event.id),
      this.rounds.forScreen(event.id),
    ]);
    return {
      event: presentScreenEvent(event),
      now: now.toISOString(),
      ...presentBreaks(agenda, now),
      ...counts,
      people,
      joinUrl: `${this.config.publicUrl}/e/${event.slug}`,
      groupUrl: `${this.config.publicUrl}/g/${event.groupCode}`,
      rounds,
    };
  }
}
