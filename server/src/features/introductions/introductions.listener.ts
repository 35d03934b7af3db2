import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { IntroductionsService } from './introductions.service.js';

@Injectable()
export class IntroductionsListener implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly introductions: IntroductionsService,
  ) {}

  onModuleInit(): void {
    this.events.on('introduction:changed', ({ eventId, introductionId, accountIds }) =>
      this.publisher.publish(accountIds.map(rooms.account), 'introduction:changed', { eventId, introductionId }),
    );
    this.events.on('block:changed', ({ accountIds }) => this.introductions.endObstructed(accountIds));
    this.events.on('registration:changed', ({ accountId }) => this.introductions.endObstructed([accountId]));
  }
}
