import { Inject, Injectable, Optional } from '@nestjs/common';
import type { CircleOpenings } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { SuggestedPeople } from '../../../common/suggested-people.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { CircleOpeningsRepository } from './circle-openings.repository.js';

const NAMED = 3;

/** Whom those I know could introduce me to (K2): by name only whom meeting is worth it. */
@Injectable()
export class CircleOpeningsService {
  constructor(
    private readonly repository: CircleOpeningsRepository,
    private readonly attendees: AttendeeAccess,
    private readonly clock: Clock,
    @Optional() @Inject(SuggestedPeople) private readonly suggestions: SuggestedPeople | undefined,
  ) {}

  async get(actor: Actor, eventId: string): Promise<CircleOpenings> {
    const own = await this.attendees.require(actor, eventId);
    const suggested = own.consentSuggestions ? await this.suggestions?.of(eventId, own.id) : undefined;
    const found = await this.repository.openings(actor.accountId, eventId, [...(suggested ?? [])], this.clock.now());
    return Object.fromEntries(
      found.map(({ introducerId, worthMeeting, others }) => [
        introducerId,
        { worthMeeting: worthMeeting.slice(0, NAMED), others: others + Math.max(worthMeeting.length - NAMED, 0) },
      ]),
    );
  }
}
