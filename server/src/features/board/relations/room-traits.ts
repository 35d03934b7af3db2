import { Injectable } from '@nestjs/common';
import { CommonGround } from '../../../common/common-ground.js';
import { RelationsRepository } from './relations.repository.js';
import type { KeyedTrait } from './shared-traits.js';

/** Something that people on the board tell everybody about themselves, and who they are. */
export interface ToldTrait extends KeyedTrait {
  ids: ReadonlySet<string>;
}
export interface RoomTraits {
  /** Registrations the board shows. */
  people: ReadonlySet<string>;
  byKey: ReadonlyMap<string, readonly ToldTrait[]>;
}

/** A room of so many is looked at again only after a while: what people have in common does not change by the minute. */
const CROWD = 1000;
const CROWD_LASTS_MS = 5000;
const ROOMS_KEPT = 20;

/** What everybody in a room may know of everybody: read once for all whose board opens at the same time. */
@Injectable()
export class RoomTraitsLookup {
  private readonly rooms = new Map<string, { room: Promise<RoomTraits>; until: number }>();

  constructor(
    private readonly repository: RelationsRepository,
    private readonly matching: CommonGround,
  ) {}

  of(eventId: string): Promise<RoomTraits> {
    const known = this.rooms.get(eventId);
    if (known && performance.now() < known.until) return known.room;
    const reading = { room: this.read(eventId), until: Number.POSITIVE_INFINITY };
    this.rooms.delete(eventId);
    this.rooms.set(eventId, reading);
    const [oldest] = this.rooms.keys();
    if (this.rooms.size > ROOMS_KEPT && oldest !== undefined) this.rooms.delete(oldest);
    reading.room.then(
      ({ people }) => (reading.until = people.size < CROWD ? 0 : performance.now() + CROWD_LASTS_MS),
      () => (reading.until = 0),
    );
    return reading.room;
  }

  private async read(eventId: string): Promise<RoomTraits> {
    const [people, told] = await Promise.all([
      this.repository.peopleOnBoard(eventId),
      this.repository.toldToEverybody(eventId),
    ]);
    const keys = await this.matching.keysOf(told);
    const byKey = new Map<string, ToldTrait[]>();
    for (const [at, { kind, value, ids }] of told.entries()) {
      const trait = { kind, value, keys: keys[at] ?? [], ids: new Set(ids.split(' ')) };
      for (const key of trait.keys) byKey.set(key, [...(byKey.get(key) ?? []), trait]);
    }
    return { people: new Set(people), byKey };
  }
}
