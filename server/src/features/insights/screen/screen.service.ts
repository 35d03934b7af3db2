import { Injectable } from '@nestjs/common';
import type { ScreenView } from '@teabreak/shared';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { Config } from '../../../config/config.js';
import { AsksService } from '../../asks/asks.service.js';
import { EventsService } from '../../events/events.service.js';
import { RoundsService } from '../../rounds/rounds.service.js';
import { ScreenLinksService } from '../screen-links/screen-links.service.js';
import { presentAgenda, presentScreenEvent } from './screen.presenter.js';
import { ScreenRepository } from './screen.repository.js';

/** Who came within this time has just arrived. */
const JUST_MS = 10 * 60_000;

/** What a projector shows (B4). Its link is the permission: it opens this view of one event and nothing else. */
@Injectable()
export class ScreenService {
  constructor(
    private readonly links: ScreenLinksService,
    private readonly events: EventsService,
    private readonly screen: ScreenRepository,
    private readonly asks: AsksService,
    private readonly rounds: RoundsService,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found` for a link that has ended or was taken away */
  async view(token: string): Promise<ScreenView> {
    const { eventId, expiresAt } = await this.links.open(token);
    const event = await this.events.find(eventId);
    if (event === null) throw new DomainError('not_found');
    const now = this.clock.now();
    const [agenda, counts, people, arrivals, asks, rounds] = await Promise.all([
      this.events.agendaOf(eventId),
      this.screen.counts(eventId),
      this.screen.people(eventId),
      this.screen.arrivals(eventId, new Date(now.getTime() - JUST_MS)),
      this.asks.forScreen(eventId),
      this.rounds.forScreen(eventId),
    ]);
    return {
      event: presentScreenEvent(event),
      now: now.toISOString(),
      ...presentAgenda(agenda, now),
      ...counts,
      people,
      arrivals,
      asks,
      joinUrl: `${this.config.publicUrl}/e/${event.slug}`,
      groupUrl: `${this.config.publicUrl}/g/${event.groupCode}`,
      rounds,
      expiresAt: expiresAt.toISOString(),
    };
  }
}
