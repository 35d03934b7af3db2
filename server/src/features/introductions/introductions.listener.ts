import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { IntroductionChanges } from './introduction-changes.service.js';
import { IntroductionExpiry } from './introduction-expiry.service.js';
import { MeetingsService } from './meetings/meetings.service.js';

@Injectable()
export class IntroductionsListener implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly changes: IntroductionChanges,
    private readonly expiry: IntroductionExpiry,
    private readonly meetings: MeetingsService,
  ) {}

  onModuleInit(): void {
    this.events.on('introduction:changed', ({ eventId, introductionId, accountIds }) =>
      this.publisher.publish(accountIds.map(rooms.account), 'introduction:changed', { eventId, introductionId }),
    );
    this.events.on('block:changed', ({ accountIds }) => this.changes.endObstructed(accountIds));
    this.events.on('registration:changed', ({ accountId }) => this.changes.endObstructed([accountId]));
    this.events.on('break:closed', ({ eventId }) => this.agendaChanged(eventId));
    this.events.on('event:changed', async ({ eventId }) => {
      await this.agendaChanged(eventId);
      await this.meetings.announce(eventId);
    });
  }

  private async agendaChanged(eventId: string): Promise<void> {
    await this.expiry.reschedule(eventId);
    await this.meetings.rearrange(eventId);
  }
}
