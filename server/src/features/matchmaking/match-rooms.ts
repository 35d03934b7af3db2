import { Injectable } from '@nestjs/common';
import type { MatchSettings } from '@teabreak/shared';
import { BackgroundTasks } from '../../common/background/background-tasks.js';
import { DomainEvents } from '../../common/domain-events.js';
import type { MatchSuggestion } from './candidates.js';
import { RoomCloseness } from './embeddings/room-closeness.js';
import type { PairWeight } from './engine/pair-weights.js';
import { MatchDesk } from './match-desk.js';
import type { Lists, MatchOrders } from './match-thread.js';
import { MatchmakingRepository, type RoomPerson } from './matchmaking.repository.js';
import { changeBetween, type MatchFacts } from './room-change.js';

/** An event's suggestions as of the facts they were computed from. */
export type MatchedRoom = {
  people: ReadonlyMap<string, RoomPerson>;
  lists: ReadonlyMap<string, readonly MatchSuggestion[]>;
};
/** Everybody's lists under settings that may not be in force; `unmet` are wishes nobody here meets, in the person's own words. */
export type PreviewedRoom = {
  people: RoomPerson[];
  lists: ReadonlyMap<string, readonly MatchSuggestion[]>;
  unmet: ReadonlyMap<string, string[]>;
};

type Known = MatchedRoom & { facts: MatchFacts; lists: Map<string, readonly MatchSuggestion[]>; lookedAt: number };
type Looking = { now: Promise<MatchedRoom>; next: Promise<MatchedRoom> | null };

/** Events whose lists are kept in memory; the one asked for least recently goes first. */
const ROOMS_KEPT = 20;
/** To read what ten thousand people want takes long enough that not everybody who opens the board can have it done anew. */
const CROWD = 1000;
const CROWD_LASTS_MS = 5000;

/**
 * The rooms of this server. Facts are read here, matching is done in a thread of its own, which keeps the rooms between two
 * changes and is told only what is different; here are the lists, for reading.
 */
@Injectable()
export class MatchRooms {
  private readonly rooms = new Map<string, Known>();
  private readonly looking = new Map<string, Looking>();
  private readonly desk: MatchDesk;

  constructor(
    private readonly repository: MatchmakingRepository,
    private readonly closeness: RoomCloseness,
    private readonly events: DomainEvents,
    background: BackgroundTasks,
  ) {
    this.desk = new MatchDesk(background.thread('matchmaking'));
  }

  isKnown(eventId: string): boolean {
    return this.rooms.has(eventId);
  }

  /** As of now. Whoever asks while somebody looks shares the next look: the present one may have begun too early for them. */
  room(eventId: string): Promise<MatchedRoom> {
    const looking = this.looking.get(eventId);
    if (looking !== undefined) {
      looking.next ??= looking.now.then(
        () => this.look(eventId),
        () => this.look(eventId),
      );
      return looking.next;
    }
    return this.look(eventId);
  }

  /** As of a moment ago where the room is large, as of now where it is not. */
  async roomOfLate(eventId: string): Promise<MatchedRoom> {
    const known = this.rooms.get(eventId);
    if (known && known.people.size >= CROWD && performance.now() - known.lookedAt < CROWD_LASTS_MS) return known;
    return this.room(eventId);
  }

  async preview(eventId: string, settings: MatchSettings): Promise<PreviewedRoom> {
    const open = await this.repository.openFacts(eventId);
    const facts = { ...open, settings, closeTexts: this.closeness.of(eventId) };
    const { lists, unmet } = await this.asked(this.desk.preview(changeBetween(null, facts) ?? {}));
    return { people: facts.people, lists: new Map(lists), unmet: new Map(unmet) };
  }

  /** Of a room that was looked at; null where it, or one of the two, is not known. */
  explain(eventId: string, readerId: string, otherId: string): Promise<MatchSuggestion | null> {
    return this.asked(this.desk.ask('explain', { key: eventId, readerId, otherId }));
  }

  /** Of a room that was looked at. */
  lookInto(eventId: string, registrationId: string): Promise<MatchOrders['look']['output']> {
    return this.asked(this.desk.ask('look', { key: eventId, registrationId }));
  }

  async weigh(eventId: string, registrationIds: readonly string[]): Promise<PairWeight[]> {
    await this.room(eventId);
    return (await this.asked(this.desk.ask('weigh', { key: eventId, registrationIds }))) ?? [];
  }

  async forget(eventId: string): Promise<void> {
    this.closeness.forget(eventId);
    if (this.rooms.delete(eventId)) await this.asked(this.desk.ask('forget', eventId));
  }

  private look(eventId: string): Promise<MatchedRoom> {
    const now = this.refresh(eventId).finally(() => {
      if (this.looking.get(eventId) === looking) this.looking.delete(eventId);
    });
    const looking: Looking = { now, next: null };
    this.looking.set(eventId, looking);
    return now;
  }

  private async refresh(eventId: string): Promise<MatchedRoom> {
    const lookedAt = performance.now();
    const facts = { ...(await this.repository.facts(eventId)), closeTexts: this.closeness.of(eventId) };
    this.closeness.lookAt(eventId, facts.people);
    const before = this.rooms.get(eventId);
    const lists = new Map(before?.lists);
    const changed = await this.update(eventId, before, facts);
    for (const [id, list] of changed) lists.set(id, list);
    const people = new Map(facts.people.map((person) => [person.id, person]));
    for (const id of lists.keys()) if (!people.get(id)?.goal) lists.delete(id);
    const room: Known = { facts, people, lists, lookedAt };
    this.rooms.delete(eventId);
    this.rooms.set(eventId, room);
    const told = changed.filter(([id, list]) => looksDifferent(before?.lists.get(id), list)).map(([id]) => id);
    // Whoever looks tells: a reader who comes before the refresh would otherwise keep the change to itself.
    if (before && told.length > 0) this.events.emit('suggestions:changed', { eventId, registrationIds: told });
    const [oldest] = this.rooms.keys();
    if (this.rooms.size > ROOMS_KEPT && oldest !== undefined) await this.forget(oldest);
    return room;
  }

  /** The lists that are different now; all of them where the room is new, here or to the thread. */
  private async update(eventId: string, before: Known | undefined, facts: MatchFacts): Promise<Lists> {
    const change = changeBetween(before?.facts ?? null, facts);
    if (before !== undefined) {
      const changed = change === null ? [] : await this.asked(this.desk.update(eventId, false, change));
      if (changed !== null) return changed;
    }
    return (await this.asked(this.desk.update(eventId, true, changeBetween(null, facts) ?? {}))) ?? [];
  }

  /** When the thread has ended, so have its rooms: all are computed anew. */
  private async asked<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      this.rooms.clear();
      throw error;
    }
  }
}

/** The score alone is not seen. */
function looksDifferent(one: readonly MatchSuggestion[] = [], other: readonly MatchSuggestion[]): boolean {
  const seen = (list: readonly MatchSuggestion[]) => JSON.stringify(list.map((entry) => ({ ...entry, score: 0 })));
  return seen(one) !== seen(other);
}
