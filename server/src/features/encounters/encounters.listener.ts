import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';

@Injectable()
export class EncountersListener implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
  ) {}

  onModuleInit(): void {
    this.events.on('card:exchanged', ({ eventId, exchangeId, accountIds }) =>
      this.publisher.publish(accountIds.map(rooms.account), 'card:exchanged', { eventId, exchangeId }),
    );
    this.events.on('note:changed', ({ eventId, encounterId, accountId }) =>
      this.publisher.publish(rooms.account(accountId), 'note:changed', { eventId, encounterId }),
    );
  }
}
