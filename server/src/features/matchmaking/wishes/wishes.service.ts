import { Injectable } from '@nestjs/common';
import type { MatchWishKind, MatchWishList } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { WishesRepository } from './wishes.repository.js';

/** An attendee's word on somebody suggested. It steers the lists; nobody but its author can ever read it. */
@Injectable()
export class WishesService {
  constructor(
    private readonly wishes: WishesRepository,
    private readonly attendees: AttendeeAccess,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
  ) {}

  async put(actor: Actor, eventId: string, registrationId: string, kind: MatchWishKind): Promise<void> {
    const own = await this.attendees.require(actor, eventId);
    const other = await this.attendees.visiblePerson(own, registrationId);
    await this.wishes.put(own, other.id, kind, this.clock.now());
    this.events.emit('match-wishes:changed', { eventId, registrationId: own.id });
  }

  /** Taking back what was never said is fine: the phone may have asked twice. */
  async remove(actor: Actor, eventId: string, registrationId: string): Promise<void> {
    const own = await this.attendees.require(actor, eventId);
    const other = await this.attendees.visiblePerson(own, registrationId);
    if (await this.wishes.remove(own, other.id))
      this.events.emit('match-wishes:changed', { eventId, registrationId: own.id });
  }

  async list(actor: Actor, eventId: string): Promise<MatchWishList> {
    const own = await this.attendees.require(actor, eventId);
    return { wishes: await this.wishes.of(own, this.clock.now()) };
  }
}
