import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { RoundPeopleRepository } from './round-people.repository.js';
import { RoundTimer } from './round-timer.service.js';
import { RoundsService } from './rounds.service.js';

@Injectable()
export class RoundsListener implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly people: RoundPeopleRepository,
    private readonly rounds: RoundsService,
    private readonly timer: RoundTimer,
  ) {}

  onModuleInit(): void {
    this.events.on('rounds:changed', async ({ eventId }) => {
      const phones = (await this.people.accountsHere(eventId)).map(rooms.account);
      this.publisher.publish([rooms.desk(eventId), rooms.screen(eventId), ...phones], 'rounds:changed', { eventId });
    });
    this.events.on('rounds:changed', () => this.timer.wakeUp());
    // Who comes or goes while rounds run waits for the next one, or no longer does.
    for (const name of ['registration:checked-in', 'registration:changed'] as const) {
      this.events.on(name, async ({ eventId, accountId }) => {
        if (await this.rounds.areRunning(eventId))
          this.publisher.publish([rooms.desk(eventId), rooms.account(accountId)], 'rounds:changed', { eventId });
      });
    }
    this.events.on('break:closed', ({ eventId, itemId }) => this.rounds.breakClosed(eventId, itemId));
  }
}
