import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainEvents } from '../../common/domain-events.js';
import { inTransaction } from '../../database/transaction.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { SeatsService } from './seats.service.js';

@Injectable()
export class RegistrationsListener implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly dataSource: DataSource,
    private readonly seats: SeatsService,
  ) {}

  onModuleInit(): void {
    this.events.on('registration:changed', ({ eventId, registrationId, accountId }) =>
      this.publisher.publish(rooms.account(accountId), 'registration:changed', { eventId, registrationId }),
    );
    this.events.on('guests:changed', ({ eventId }) =>
      this.publisher.publish(rooms.desk(eventId), 'guests:changed', { eventId }),
    );
    this.events.on('event:changed', ({ eventId }) => this.fillSeats(eventId));
  }

  /** The capacity may have been raised. */
  private async fillSeats(eventId: string): Promise<void> {
    const promoted = await inTransaction(this.dataSource, (manager) => this.seats.fill(manager, eventId));
    for (const { id, accountId } of promoted) {
      if (accountId !== null) this.events.emit('registration:changed', { eventId, registrationId: id, accountId });
    }
    if (promoted.length > 0) this.events.emit('guests:changed', { eventId });
  }
}
