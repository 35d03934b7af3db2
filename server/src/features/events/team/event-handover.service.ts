import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TeamRepository } from './team.repository.js';

/** What becomes of the events of somebody who deletes their account. */
@Injectable()
export class EventHandover {
  constructor(private readonly team: TeamRepository) {}

  /** Nobody joins or leaves the teams of the account meanwhile. */
  async lock(manager: EntityManager, accountId: string): Promise<void> {
    for (const eventId of await this.team.eventsOf(manager, accountId)) await this.team.lock(manager, eventId);
  }

  /** Events that are not over and that nobody else could go on with. */
  onlyRunBy(manager: EntityManager, accountId: string, now: Date): Promise<{ eventId: string; title: string }[]> {
    return this.team.onlyRunBy(manager, accountId, now);
  }

  /** Where the account is the only owner, the organizer who has been one for longest becomes it. */
  passOn(manager: EntityManager, accountId: string): Promise<{ eventId: string; accountId: string }[]> {
    return this.team.passOn(manager, accountId);
  }
}
