import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { FollowUpsRepository } from './follow-ups.repository.js';
import { FollowUpsService } from './follow-ups.service.js';

/** A talk somebody wrote down, or one that an introduction brought about, is one to follow up; a minute at a table is not yet (F2). */
@Injectable()
export class FollowUpsListener implements OnModuleInit {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly repository: FollowUpsRepository,
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
  ) {}

  onModuleInit(): void {
    this.events.on('note:changed', async ({ encounterId, accountId }) => {
      await this.followUps.begin(accountId, encounterId);
      await this.followUps.remind(accountId, encounterId);
    });
    this.events.on('encounter:recorded', async ({ eventId, encounterId }) => {
      const accounts = await this.repository.bothOfIntroduction(eventId, encounterId);
      await Promise.all(accounts.map((accountId) => this.followUps.begin(accountId, encounterId)));
    });
    this.events.on('follow-ups:changed', ({ accountId }) =>
      this.publisher.publish([rooms.account(accountId)], 'follow-ups:changed', {}),
    );
  }
}
