import { Inject, Injectable, Optional } from '@nestjs/common';
import type { BoardRelations, CommonalityKind } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { CommonGround, type Trait } from '../../../common/common-ground.js';
import { SuggestedPeople } from '../../../common/suggested-people.js';
import { CircleService } from '../../circle/circle.service.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { BoardService } from '../board.service.js';
import { type Reader, RelationsRepository } from './relations.repository.js';
import { type Ground, groundOf, inCommon, type KeyedTrait, type SaidTrait, sharedKey } from './shared-traits.js';

const GONE = { common: [], suggested: false, met: false, iKnow: false, sharedAcquaintances: 0, gone: true } as const;

/** Compared with each other: where one comes from, and where one's family does. */
const ORIGINS: readonly CommonalityKind[] = ['hometown', 'ancestral-home'];

/** What the board's people are to the reader (B1). Fetched once and joined on the phone, since the board itself is everybody's. */
@Injectable()
export class RelationsService {
  constructor(
    private readonly repository: RelationsRepository,
    private readonly board: BoardService,
    private readonly attendees: AttendeeAccess,
    private readonly circle: CircleService,
    private readonly matching: CommonGround,
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
      this.commonWithAll(reader, [...suggested]),
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

  /** What one of them, of whom the reader may see these traits, has in common with the reader. */
  async commonWith(reader: Reader, suggested: readonly string[], theirs: readonly Trait[]) {
    const [{ ground }, keyed] = await Promise.all([this.ground(reader, suggested), this.keyed(theirs)]);
    return inCommon(ground, keyed);
  }

  /** Few different things are said by many people: those are compared and weighed, and only what is worth saying is fetched per person. */
  private async commonWithAll(reader: Reader, suggested: readonly string[]) {
    const { ground, said } = await this.ground(reader, suggested);
    const shared = said.filter((trait) => sharedKey(ground, trait) !== undefined);
    const keys = new Map(shared.map((trait) => [nameOf(trait), trait.keys]));
    const byPerson = new Map<string, KeyedTrait[]>();
    for (const { id, ...trait } of shared.length > 0 ? await this.repository.holdersOf(reader, suggested, shared) : [])
      byPerson.set(id, [...(byPerson.get(id) ?? []), { ...trait, keys: keys.get(nameOf(trait)) ?? [] }]);
    return new Map([...byPerson].map(([id, traits]) => [id, inCommon(ground, traits)]));
  }

  private async ground(
    reader: Reader,
    suggested: readonly string[],
  ): Promise<{ ground: Ground; said: readonly SaidTrait[] }> {
    const mine = await this.keyed(await this.repository.traitsOf(reader.accountId));
    const kinds = new Set(mine.flatMap(({ kind }) => (ORIGINS.includes(kind) ? ORIGINS : kind)));
    const [told, others] = await Promise.all([
      this.repository.saidTraits(reader, suggested, [...kinds]),
      this.repository.others(reader),
    ]);
    const said = await this.keyed(told);
    const bondOf = (kind: CommonalityKind, holders: number) => this.matching.bondOf(kind, holders, others + 1);
    return { ground: groundOf(mine, said, bondOf), said };
  }

  private async keyed<T extends Trait>(traits: readonly T[]): Promise<(T & KeyedTrait)[]> {
    const keys = await this.matching.keysOf(traits);
    return traits.map((trait, at) => ({ ...trait, keys: keys[at] ?? [] }));
  }
}

function nameOf({ kind, value }: Trait): string {
  return `${kind} ${value}`;
}
