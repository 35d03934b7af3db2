import { Injectable } from '@nestjs/common';
import type { BlockedPeople } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import type { Party } from '../circle.repository.js';
import { BlocksRepository } from './blocks.repository.js';

/** Who wants nothing to do with whom (I6): at every event, at once, and without a word to the other one. */
@Injectable()
export class BlocksService {
  constructor(
    private readonly repository: BlocksRepository,
    private readonly attendees: AttendeeAccess,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Whom the actor has blocked; never who has blocked them. */
  async list(actor: Actor): Promise<BlockedPeople> {
    return { blocked: await this.repository.of(actor.accountId) };
  }

  async block(actor: Actor, eventId: string, registrationId: string): Promise<void> {
    const { accountId } = await this.requireAnybody(actor, eventId, registrationId);
    if (await this.repository.block(actor.accountId, accountId, this.clock.now())) await this.tell(actor, accountId);
  }

  async unblock(actor: Actor, eventId: string, registrationId: string): Promise<void> {
    const { accountId } = await this.requireAnybody(actor, eventId, registrationId);
    if (await this.repository.unblock(actor.accountId, accountId)) await this.tell(actor, accountId);
  }

  /** Also of whom no event shows any more. @throws DomainError `not_found` for whom the actor has not blocked */
  async release(actor: Actor, accountId: string): Promise<void> {
    if (!(await this.repository.unblock(actor.accountId, accountId))) throw new DomainError('not_found');
    await this.tell(actor, accountId);
  }

  /** Blocking and reporting must work also against whoever has hidden, left, or blocked me first: a refusal would tell. */
  async requireAnybody(actor: Actor, eventId: string, registrationId: string): Promise<Party> {
    await this.attendees.require(actor, eventId);
    const person = await this.repository.anybody(actor.accountId, eventId, registrationId);
    if (!person) throw new DomainError('not_found');
    return person;
  }

  private async tell(actor: Actor, accountId: string): Promise<void> {
    const accountIds = [actor.accountId, accountId];
    for (const eventId of await this.repository.events(actor.accountId, accountId, this.clock.now()))
      this.events.emit('block:changed', { eventId, accountIds });
  }
}
