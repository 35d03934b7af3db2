import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor.js';
import { DomainError } from '../../common/domain-error.js';
import { AttendeeAccessRepository } from './attendee-access.repository.js';
import type { RegistrationEntity } from './registration.entity.js';
import { RegistrationsRepository } from './registrations.repository.js';

/** Who takes part in an event, and whom they may see there. The first line of every service for attendees. */
@Injectable()
export class AttendeeAccess {
  constructor(
    private readonly registrations: RegistrationsRepository,
    private readonly repository: AttendeeAccessRepository,
  ) {}

  /**
   * The actor's own confirmed registration.
   * @throws DomainError `not_found` without one, `consent_needed` when taking part was taken back (P1)
   */
  async require(actor: Actor, eventId: string): Promise<RegistrationEntity> {
    const own = await this.registrations.ofAccount(eventId, actor.accountId);
    if (own === null || own.status !== 'confirmed') throw new DomainError('not_found');
    if (!own.consentTakePart) throw new DomainError('consent_needed');
    return own;
  }

  /** `require`, and in the room. @throws DomainError `not_checked_in` */
  async requirePresent(actor: Actor, eventId: string): Promise<RegistrationEntity> {
    const own = await this.require(actor, eventId);
    if (own.checkedInAt === null) throw new DomainError('not_checked_in');
    return own;
  }

  /** Whether `require` would let the actor pass. */
  isAttendee({ accountId }: Pick<Actor, 'accountId'>, eventId: string): Promise<boolean> {
    return this.repository.isAttendee(accountId, eventId);
  }

  /**
   * Somebody else of the same event whom `viewer` may see: confirmed, taking part, neither has blocked the other; who is
   * hidden only where an introduction or an exchange of cards connects the two. Everything else is `not_found`, so that a
   * block or a hidden person cannot be told from nobody (I6).
   */
  async visiblePerson(viewer: RegistrationEntity, registrationId: string): Promise<RegistrationEntity> {
    const other = await this.registrations.find(viewer.eventId, registrationId);
    // Asked also about nobody: otherwise the time of an answer would tell a block from somebody who has left.
    const { blocked, connected } = await this.repository.between(viewer, other ?? viewer);
    if (other === null || other.id === viewer.id || other.accountId === null) throw new DomainError('not_found');
    if (other.status !== 'confirmed' || !other.consentTakePart) throw new DomainError('not_found');
    if (blocked || (other.boardLevel === 'hidden' && !connected)) throw new DomainError('not_found');
    return other;
  }
}
