import { Injectable } from '@nestjs/common';
import type { CommonalitiesInput, Commonality, Goal, GoalInput } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { BoardLog } from '../../common/board-log.js';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { inTransaction } from '../../database/transaction.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { GoalsRepository } from './goals.repository.js';

/** What a person came for (G1) and what they have in common with others (G2). Both belong to the person alone. */
@Injectable()
export class GoalsService {
  constructor(
    private readonly repository: GoalsRepository,
    private readonly attendees: AttendeeAccess,
    private readonly dataSource: DataSource,
    private readonly board: BoardLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async saveGoal(actor: Actor, eventId: string, goal: z.output<typeof GoalInput>): Promise<Goal> {
    const { id: registrationId } = await this.attendees.require(actor, eventId);
    await inTransaction(this.dataSource, async (manager) => {
      await this.repository.putGoal(manager, eventId, registrationId, goal, this.clock.now());
      await this.board.personChanged(manager, eventId, registrationId);
    });
    this.events.emit('goal:changed', { eventId, registrationId });
    this.events.emit('board:changed', { eventId });
    return goal;
  }

  commonalities(actor: Actor): Promise<Commonality[]> {
    return this.repository.commonalitiesOf(actor.accountId);
  }

  async saveCommonalities(actor: Actor, input: z.output<typeof CommonalitiesInput>): Promise<Commonality[]> {
    const active = await this.repository.activeRegistrations(actor.accountId, this.clock.now());
    await inTransaction(this.dataSource, async (manager) => {
      await this.repository.putCommonalities(manager, actor.accountId, input.commonalities);
      // Languages spoken stand on the board.
      for (const { eventId, registrationId } of active)
        await this.board.personChanged(manager, eventId, registrationId);
    });
    for (const registration of active) {
      this.events.emit('goal:changed', registration);
      this.events.emit('board:changed', { eventId: registration.eventId });
    }
    return this.repository.commonalitiesOf(actor.accountId);
  }
}
