import { Inject, Injectable, Optional } from '@nestjs/common';
import type { BoardRelations } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { SuggestedPeople } from '../../../common/suggested-people.js';
import { CircleService } from '../../circle/circle.service.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { BoardService } from '../board.service.js';
import { inCommon, type Trait, traitKey } from './common-ground.js';
import { type Reader, RelationsRepository } from './relations.repository.js';

const GONE = { common: [], suggested: false, met: false, iKnow: false, sharedAcquaintances: 0, gone: true } as const;

/** What the board's people are to the reader (B1). Fetched once and joined on the phone, since the board itself is everybody's. */
@Injectable()
export class RelationsService {
  constructor(
    private readonly repository: RelationsRepository,
    private readonly board: BoardService,
    private readonly attendees: AttendeeAccess,
    private readonly circle: CircleService,
    @Optional() @Inject(SuggestedPeople) private readonly suggestions: SuggestedPeople | undefined,
  ) {}

  /** Empty for those who run the event without taking part. People with nothing to tell are left out. */
  async relations(actor: Actor, eventId: string): Promise<BoardRelations> {
    await this.board.requireReader(actor, eventId);
    if (!(await this.attendees.isAttendee(actor, eventId))) return {};
    const own = await this.attendees.require(actor, eventId);
    const reader: Reader = { eventId, registrationId: own.id, accountId: actor.accountId };
    const [suggested, acquaintances] = await Promise.all([
      this.suggestedTo(eventId, own.id),
      this.circle.acquaintancesOf(actor.accountId),
    ]);
    const [common, ties, gone] = await Promise.all([
      this.commonWith(reader, [...suggested]),
      this.repository.ties(reader, acquaintances),
      this.repository.gone(reader),
    ]);
    const known = new Set(acquaintances);
    return Object.fromEntries([
      ...gone.map((id) => [id, GONE] as const),
      ...ties
        .map(({ id, accountId, met, sharedAcquaintances }) => {
          const relation = { suggested: suggested.has(id), met, iKnow: known.has(accountId), sharedAcquaintances };
          return [id, { common: common.get(id) ?? [], ...relation }] as const;
        })
        .filter(([, { common, ...relation }]) => common.length > 0 || Object.values(relation).some(Boolean)),
    ]);
  }

  /** Registration ids; nobody as long as nothing suggests anybody. */
  async suggestedTo(eventId: string, registrationId: string): Promise<ReadonlySet<string>> {
    return (await this.suggestions?.of(eventId, registrationId)) ?? new Set();
  }

  /** Few different things are said by many people: those are folded and compared, and only what fits is fetched per person. */
  private async commonWith(
    reader: Reader,
    suggested: readonly string[],
  ): Promise<Map<string, { kind: string; text: string }[]>> {
    const mine = await this.repository.traitsOf(reader.accountId);
    const keys = new Set(mine.map(traitKey));
    const said = await this.repository.distinctTraits(reader, suggested, [...new Set(mine.map(({ kind }) => kind))]);
    const shared = said.filter((trait) => keys.has(traitKey(trait)));
    const byPerson = new Map<string, Trait[]>();
    for (const { id, ...trait } of shared.length > 0 ? await this.repository.holdersOf(reader, suggested, shared) : [])
      byPerson.set(id, [...(byPerson.get(id) ?? []), trait]);
    return new Map([...byPerson].map(([id, traits]) => [id, inCommon(mine, traits)]));
  }
}
