import { Injectable } from '@nestjs/common';
import type { PersonView } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { DomainError } from '../../../common/domain-error.js';
import { CircleService } from '../../circle/circle.service.js';
import { ContactGrants } from '../../encounters/contact-grants/contact-grants.service.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { BoardRepository } from '../board.repository.js';
import { boardPerson } from '../board-person.js';
import { RelationsService } from '../relations/relations.service.js';
import { PeopleRepository } from './people.repository.js';

/** One person, as far as they let this reader see them. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly board: BoardRepository,
    private readonly relations: RelationsService,
    private readonly attendees: AttendeeAccess,
    private readonly circle: CircleService,
    private readonly grants: ContactGrants,
  ) {}

  /** @throws DomainError `not_found` for whoever the reader may not see, whatever the reason */
  async get(actor: Actor, eventId: string, registrationId: string): Promise<PersonView> {
    const reader = await this.attendees.require(actor, eventId);
    const other = await this.attendees.visiblePerson(reader, registrationId);
    const otherAccountId = other.accountId ?? '';
    const [{ introduced, ...between }, soon, contacts, introducers, facts] = await Promise.all([
      this.people.between(reader, other),
      this.relations.suggestedSoon(actor, eventId, reader.id),
      this.grants.visibleContacts(actor.accountId, otherAccountId, eventId),
      this.circle.shared(actor.accountId, otherAccountId, eventId),
      this.board.facts(registrationId),
    ]);
    const close =
      introduced || between.encounterId !== null || between.introductionId !== null || between.acquaintance === 'known';
    // Being registered is not being seen: on the board, suggested, or connected to the reader in some way.
    const isSeen = other.onBoard || close;
    const suggested = soon ?? (isSeen ? new Set<string>() : await this.relations.suggestedTo(eventId, reader.id));
    const isSuggested = suggested.has(other.id);
    if (facts === null || !(isSeen || isSuggested)) throw new DomainError('not_found');
    const traits = await this.people.traits(otherAccountId, [
      'everyone',
      ...(isSuggested || introduced ? ['suggested'] : []),
      ...(introduced ? ['introduced'] : []),
    ]);
    return {
      ...boardPerson(facts),
      boardLevel: other.boardLevel,
      common: await this.relations.commonWith(
        await this.relations.reader(actor, eventId, reader.id),
        [...suggested],
        traits,
      ),
      commonalities: traits,
      introducers,
      hostsStandIn: !introducers.some(({ present }) => present),
      ...between,
      contacts,
    };
  }
}
