import { Injectable } from '@nestjs/common';
import type { BoardChanges } from '@teabreak/shared';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { EventAccess } from '../events/event-access.service.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { MAY_LOOK } from './board.policy.js';
import { BoardCache, type CachedSnapshot } from './board-cache.js';
import { BoardCatchUp } from './board-catch-up.js';

/**
 * The live board (B1). What it sends is the same for every reader, so it can be made once and sent to all. Hence only people
 * who show themselves to everyone are in it; those who show themselves only to people suggested to them (B4) are found
 * through suggestions, and what a reader has in common with somebody comes separately.
 */
@Injectable()
export class BoardService {
  constructor(
    private readonly catchUp: BoardCatchUp,
    private readonly cache: BoardCache,
    private readonly attendees: AttendeeAccess,
    private readonly access: EventAccess,
    private readonly clock: Clock,
  ) {}

  /** Confirmed attendees who take part may look, checked in or not, and those who run the event. */
  async requireReader(actor: Actor, eventId: string): Promise<void> {
    if (await this.mayRead(actor, eventId)) return;
    if ((await this.access.roleOf(actor, eventId)) !== null) throw new DomainError('not_allowed');
    await this.attendees.require(actor, eventId);
  }

  async mayRead(actor: Actor, eventId: string): Promise<boolean> {
    if (await this.attendees.isAttendee(actor, eventId)) return true;
    const role = await this.access.roleOf(actor, eventId);
    return role !== null && MAY_LOOK.includes(role);
  }

  async snapshot(actor: Actor, eventId: string): Promise<CachedSnapshot> {
    await this.requireReader(actor, eventId);
    const snapshot = await this.cache.snapshot(eventId);
    if (snapshot === null) throw new DomainError('not_found');
    return snapshot;
  }

  async changes(actor: Actor, eventId: string, since: number): Promise<BoardChanges> {
    await this.requireReader(actor, eventId);
    const missed = await this.catchUp.since(eventId, since);
    if (missed === null) throw new DomainError('not_found');
    const { version, changes } = missed;
    return {
      version,
      changes: changes ?? [],
      reset: changes === null,
      at: this.clock.now().toISOString(),
    };
  }
}
