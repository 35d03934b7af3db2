import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { AsksRepository } from './asks.repository.js';

/** Whoever hears it asks again; a lively room need not be told more often. */
const AT_MOST_EVERY_MS = 1000;

@Injectable()
export class AsksListener implements OnModuleInit, OnModuleDestroy {
  /** Events told within the last second, and whether something changed since. */
  private readonly quiet = new Map<string, { timer: NodeJS.Timeout; changed: boolean }>();

  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly attendees: AttendeeAccess,
    private readonly repository: AsksRepository,
  ) {}

  onModuleInit(): void {
    this.events.on('asks:changed', ({ eventId }) => this.changed(eventId));
    this.events.on('event:changed', ({ eventId }) => this.changed(eventId));
    this.events.on('ask-thread:changed', ({ accountIds, ...message }) =>
      this.publisher.publish(accountIds.map(rooms.account), 'ask-thread:changed', message),
    );
    this.events.on('registration:changed', (change) => this.personChanged(change));
  }

  onModuleDestroy(): void {
    for (const { timer } of this.quiet.values()) clearTimeout(timer);
    this.quiet.clear();
  }

  /** Who no longer takes part stops hearing; and what a person has posted comes, goes or changes its name with them. */
  private async personChanged(change: { eventId: string; registrationId: string; accountId: string }): Promise<void> {
    const { eventId, registrationId, accountId } = change;
    if (!(await this.attendees.isAttendee({ accountId }, eventId)))
      this.publisher.leave(accountId, rooms.asks(eventId));
    if (await this.repository.hasAny(registrationId)) this.events.emit('asks:changed', { eventId });
  }

  private changed(eventId: string): void {
    const quiet = this.quiet.get(eventId);
    if (quiet) quiet.changed = true;
    else this.tell(eventId);
  }

  private tell(eventId: string): void {
    this.publisher.publish([rooms.asks(eventId), rooms.desk(eventId)], 'asks:changed', { eventId });
    const timer = setTimeout(() => {
      const again = this.quiet.get(eventId)?.changed === true;
      this.quiet.delete(eventId);
      if (again) this.tell(eventId);
    }, AT_MOST_EVERY_MS).unref();
    this.quiet.set(eventId, { timer, changed: false });
  }
}
