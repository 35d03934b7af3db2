import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, Optional } from '@nestjs/common';
import type { BoardRelations, CommonalityKind } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { CommonGround, type Trait } from '../../../common/common-ground.js';
import { SuggestedPeople } from '../../../common/suggested-people.js';
import { RealtimePublisher } from '../../../realtime/realtime.publisher.js';
import { rooms } from '../../../realtime/rooms.js';
import { CircleService } from '../../circle/circle.service.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { BoardService } from '../board.service.js';
import { BoardAudiences } from '../board-audiences.js';
import { type Reader, RelationsRepository } from './relations.repository.js';
import { RoomTraitsLookup, type ToldTrait } from './room-traits.js';
import { type Ground, groundOf, inCommon, type KeyedTrait, sharedKey } from './shared-traits.js';

/** Compared with each other: where one comes from, and where one's family does. */
const ORIGINS: readonly CommonalityKind[] = ['hometown', 'ancestral-home'];
/** After a start it takes seconds until the lists of a large room are there; nobody's board waits for them. */
const PATIENCE_MS = 300;

/** What the board's people are to the reader (B1). Fetched once and joined on the phone, since the board itself is everybody's. */
@Injectable()
export class RelationsService {
  constructor(
    private readonly repository: RelationsRepository,
    private readonly room: RoomTraitsLookup,
    private readonly audiences: BoardAudiences,
    private readonly board: BoardService,
    private readonly attendees: AttendeeAccess,
    private readonly circle: CircleService,
    private readonly matching: CommonGround,
    private readonly publisher: RealtimePublisher,
    @Optional() @Inject(SuggestedPeople) private readonly suggestions: SuggestedPeople | undefined,
  ) {}

  /** Empty for those who run the event without taking part. People with nothing to tell are left out. */
  async relations(actor: Actor, eventId: string): Promise<BoardRelations> {
    await this.board.requireReader(actor, eventId);
    const { gone, mark: audience } = await this.audiences.of(actor, eventId);
    if (!(await this.attendees.isAttendee(actor, eventId))) return { people: {}, audience, complete: true };
    const own = await this.attendees.require(actor, eventId);
    const [suggested, acquaintances] = await Promise.all([
      this.suggestedSoon(actor, eventId, own.id),
      this.circle.acquaintancesOf(actor.accountId),
    ]);
    const reader: Reader = { eventId, registrationId: own.id, accountId: actor.accountId, gone };
    const ids = [...(suggested ?? [])];
    const [common, ties] = await Promise.all([
      this.commonWithAll(reader, ids),
      this.repository.ties(reader, ids, acquaintances),
    ]);
    const known = new Set(acquaintances);
    const people: BoardRelations['people'] = {};
    for (const [id, shared] of common) if (shared.length > 0) people[id] = { ...NOTHING, common: shared };
    for (const { id, accountId, met, sharedAcquaintances } of ties)
      people[id] = {
        common: common.get(id) ?? [],
        sharedAcquaintances,
        suggested: suggested?.has(id) ?? false,
        met,
        iKnow: known.has(accountId),
      };
    return { people, audience, complete: suggested !== null };
  }

  async reader(actor: Actor, eventId: string, registrationId: string): Promise<Reader> {
    const { gone } = await this.audiences.of(actor, eventId);
    return { eventId, registrationId, accountId: actor.accountId, gone };
  }

  /** Registration ids; nobody as long as nothing suggests anybody. */
  async suggestedTo(eventId: string, registrationId: string): Promise<ReadonlySet<string>> {
    return (await this.suggestions?.of(eventId, registrationId)) ?? new Set();
  }

  /** null where that takes long; the actor's phones are told when it is known. */
  async suggestedSoon(actor: Actor, eventId: string, registrationId: string): Promise<ReadonlySet<string> | null> {
    const found = this.suggestedTo(eventId, registrationId);
    const soon = await Promise.race([found, sleep(PATIENCE_MS, null, { ref: false })]);
    if (soon !== null) return soon;
    const tell = () => this.publisher.publish(rooms.account(actor.accountId), 'suggestions:changed', { eventId });
    found.then(tell, () => undefined);
    return null;
  }

  /** What one of them, of whom the reader may see these traits, has in common with the reader. */
  async commonWith(reader: Reader, suggested: readonly string[], theirs: readonly Trait[]) {
    const [{ ground }, keyed] = await Promise.all([this.ground(reader, suggested), this.keyed(theirs)]);
    return inCommon(ground, keyed);
  }

  private async commonWithAll(reader: Reader, suggested: readonly string[]) {
    const { ground, told } = await this.ground(reader, suggested);
    const hidden = new Set([reader.registrationId, ...reader.gone]);
    const byPerson = new Map<string, KeyedTrait[]>();
    for (const { ids, ...trait } of told.filter((one) => sharedKey(ground, one) !== undefined)) {
      for (const id of ids) {
        const traits = byPerson.get(id);
        if (traits) traits.push(trait);
        else if (!hidden.has(id)) byPerson.set(id, [trait]);
      }
    }
    return new Map([...byPerson].map(([id, traits]) => [id, inCommon(ground, traits)]));
  }

  /** What the reader's own things mean in this room, and what others tell the reader that is the same. */
  private async ground(reader: Reader, suggested: readonly string[]): Promise<{ ground: Ground; told: ToldTrait[] }> {
    const [mine, { people, byKey }, toThem] = await Promise.all([
      this.repository.traitsOf(reader.accountId).then((traits) => this.keyed(traits)),
      this.room.of(reader.eventId),
      this.toldToSuggested(reader, suggested),
    ]);
    const hidden = [reader.registrationId, ...reader.gone];
    const kinds = new Set(mine.flatMap(({ kind }) => (ORIGINS.includes(kind) ? ORIGINS : kind)));
    const keys = new Set(mine.flatMap((trait) => trait.keys));
    const alike = new Set([...keys].flatMap((key) => byKey.get(key) ?? []).concat(toThem));
    const told = [...alike].filter(({ kind }) => kinds.has(kind));
    const said = told.map(({ ids, ...trait }) => ({
      ...trait,
      holders: ids.size - hidden.filter((id) => ids.has(id)).length,
    }));
    const others = people.size - hidden.filter((id) => people.has(id)).length;
    const bondOf = (kind: CommonalityKind, holders: number) => this.matching.bondOf(kind, holders, others + 1);
    return { ground: groundOf(mine, said, bondOf), told };
  }

  private async toldToSuggested(reader: Reader, suggested: readonly string[]): Promise<ToldTrait[]> {
    const traits =
      suggested.length > 0 ? await this.keyed(await this.repository.toldToSuggested(reader, suggested)) : [];
    return traits.map(({ id, ...trait }) => ({ ...trait, ids: new Set([id]) }));
  }

  private async keyed<T extends Trait>(traits: readonly T[]): Promise<(T & KeyedTrait)[]> {
    const keys = await this.matching.keysOf(traits);
    return traits.map((trait, at) => ({ ...trait, keys: keys[at] ?? [] }));
  }
}

const NOTHING = { sharedAcquaintances: 0, suggested: false, met: false, iKnow: false };
