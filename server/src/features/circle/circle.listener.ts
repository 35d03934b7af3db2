import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';

@Injectable()
export class CircleListener implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
  ) {}

  onModuleInit(): void {
    this.events.on('acquaintance:changed', ({ eventId, accountIds }) =>
      this.publisher.publish(accountIds.map(rooms.account), 'acquaintance:changed', { eventId }),
    );
    // To each by name: the desk's room may hold the one it is about.
    this.events.on('report:made', ({ eventId, accountIds }) =>
      this.publisher.publish(accountIds.map(rooms.account), 'reports:changed', { eventId }),
    );
  }
}
