import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../common/domain-events.js';
import { RealtimePublisher } from '../../../realtime/realtime.publisher.js';
import { rooms } from '../../../realtime/rooms.js';

@Injectable()
export class RoomListener implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
  ) {}

  onModuleInit(): void {
    this.events.on('room:message-posted', (message) =>
      this.publisher.publish(rooms.groupRoom(message.eventId), 'room:message-posted', message),
    );
  }
}
