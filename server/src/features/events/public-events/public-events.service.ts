import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PublicEvent } from '@teabreak/shared';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { Config } from '../../../config/config.js';
import { PageContentRegistry } from '../../../pages/page-content.registry.js';
import type { EventEntity } from '../event.entity.js';
import { presentCommon } from '../events.presenter.js';
import { EventsRepository } from '../events.repository.js';
import { descriptionHtml, descriptionText } from './description-html.js';
import { eventCalendar } from './event-calendar.js';
import { eventPage } from './event-page.js';

const PREVIEW_LENGTH = 160;
/** What a calendar shows when one taps the entry. */
const ABOUT_LENGTH = 600;

/** What everybody may know of an event: the invitation. */
@Injectable()
export class PublicEventsService implements OnModuleInit {
  constructor(
    private readonly events: EventsRepository,
    private readonly pages: PageContentRegistry,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.pages.register('/e/:slug', async ({ slug = '' }, { locale }) => {
      const event = await this.events.findBySlug(slug);
      return event && eventPage(await this.present(event), descriptionText(event.description, PREVIEW_LENGTH), locale);
    });
  }

  async get(slug: string): Promise<PublicEvent> {
    return this.present(await this.find(slug));
  }

  /** E5 */
  async calendar(slug: string): Promise<string> {
    const event = await this.find(slug);
    return eventCalendar(await this.present(event), {
      now: this.clock.now(),
      url: `${this.config.publicUrl}/e/${event.slug}`,
      about: descriptionText(event.description, ABOUT_LENGTH),
    });
  }

  private async find(slug: string): Promise<EventEntity> {
    const event = await this.events.findBySlug(slug);
    if (event === null) throw new DomainError('not_found');
    return event;
  }

  private async present(event: EventEntity): Promise<PublicEvent> {
    const [agenda, places, hosts] = await Promise.all([
      this.events.agendaOf(event.id),
      this.events.placesOf(event.id),
      this.events.hostNames(event.id),
    ]);
    return {
      ...presentCommon(event, { agenda, places }, this.clock.now()),
      descriptionHtml: descriptionHtml(event.description),
      hosts,
    };
  }
}
