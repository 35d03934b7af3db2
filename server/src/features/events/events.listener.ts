import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { type RoomName, rooms } from '../../realtime/rooms.js';
import { EventsRepository } from './events.repository.js';

/** Tells phones and desks what happened to an event. */
@Injectable()
export class EventsListener implements OnModuleInit {
  constructor(
    private readonly domainEvents: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly events: EventsRepository,
  ) {}

  onModuleInit(): void {
    for (const name of ['break:opened', 'break:closed'] as const)
      this.domainEvents.on(name, async (event) =>
        this.publisher.publish(await this.everybody(event.eventId), name, event),
      );
    this.domainEvents.on('event:changed', async ({ eventId }) =>
      this.publisher.publish(await this.everybody(eventId), 'event:changed', { eventId }),
    );
    this.domainEvents.on('event:deleted', ({ eventId }) =>
      this.publisher.publish(watchersOf(eventId), 'event:changed', { eventId }),
    );
    // The desk's room shows guests by name; whoever still may comes back with the next desk:watch.
    this.domainEvents.on('team:changed', ({ eventId, accountId }) => {
      this.publisher.leave(accountId, rooms.desk(eventId));
      this.publisher.publish(rooms.account(accountId), 'event:changed', { eventId });
    });
  }

  /** A phone whose page shows neither board nor desk still learns that the break began. A socket in two rooms gets one message. */
  private async everybody(eventId: string): Promise<RoomName[]> {
    const accounts = await this.events.attendingAccounts(eventId);
    return [...watchersOf(eventId), ...accounts.map(rooms.account)];
  }
}

function watchersOf(eventId: string): RoomName[] {
  return [rooms.board(eventId), rooms.desk(eventId)];
}
