import { Injectable } from '@nestjs/common';
import type { Locale, MatchSettings, Suggestion, SuggestionsAnswer, VocabularyAnswer } from '@teabreak/shared';
import type { Actor } from '../../common/actor.js';
import { DomainEvents } from '../../common/domain-events.js';
import { SuggestedPeople } from '../../common/suggested-people.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import type { MatchSuggestion } from './candidates.js';
import { changedLists, type MatchedRoom, matchRoom } from './matched-room.js';
import { MatchmakingRepository, type RoomFacts, type RoomPerson } from './matchmaking.repository.js';
import { openingLine, reasonTexts } from './reasons.js';
import { suggestForAll } from './suggest.js';
import { suggestTags } from './vocabulary.js';

const TAGS = 8;
/** Events whose lists are kept in memory; the one asked for least recently goes first. */
const ROOMS_KEPT = 20;

/** How much two people should be put at one table, 1…1000, the same seen from both; pairs without any fit are absent. */
export type PairWeight = { one: string; other: string; weight: number };
/** Why two people (M8), for the one who reads. */
export type PairReasons = Pick<Suggestion, 'reasons' | 'openingLine'>;
/** Everybody's lists under settings that may not be in force; `unmet` are wishes nobody here meets, in the person's own words. */
export type PreviewedRoom = {
  people: RoomPerson[];
  lists: ReadonlyMap<string, readonly MatchSuggestion[]>;
  unmet: ReadonlyMap<string, string[]>;
};
/** What keeps a person's list short: wishes nobody meets, and how many who fit were taken away by what. */
export type WhyNot = {
  me: RoomPerson;
  others: RoomPerson[];
  unmet: string[];
  removed: { putAside: number; rules: number };
};

/** Who is worth meeting for whom. The lists are a function of what PostgreSQL holds (M9): any node computes the same. */
@Injectable()
export class MatchmakingService extends SuggestedPeople {
  private readonly rooms = new Map<string, MatchedRoom>();
  private readonly running = new Map<string, Promise<MatchedRoom>>();

  constructor(
    private readonly repository: MatchmakingRepository,
    private readonly attendees: AttendeeAccess,
    private readonly events: DomainEvents,
  ) {
    super();
  }

  async suggestions(actor: Actor, eventId: string, locale: Locale): Promise<SuggestionsAnswer> {
    const own = await this.attendees.require(actor, eventId);
    if (!own.consentSuggestions) return { suggestions: [], state: 'consent-missing', hints: [] };
    const room = await this.room(eventId);
    const me = room.people.get(own.id);
    if (!me?.goal) return { suggestions: [], state: 'goal-missing', hints: [] };
    const list = room.lists.get(own.id) ?? [];
    const introducers = await this.repository.introducers(eventId, [...new Set(list.flatMap(({ via }) => via))]);
    const suggestions = list.flatMap((entry) => {
      const person = room.people.get(entry.personId);
      return person ? [present(entry, me, person, introducers, locale)] : [];
    });
    return { suggestions, state: suggestions.length > 0 ? 'ready' : 'nobody-yet', hints: [] };
  }

  tags(typed: string): VocabularyAnswer {
    return { tags: suggestTags(typed, TAGS) };
  }

  /** Registrations that stand on this one's list, or have this one on theirs: G3's "people suggested to me" goes both ways. */
  override async of(eventId: string, registrationId: string): Promise<ReadonlySet<string>> {
    const { lists } = await this.room(eventId);
    const found = new Set((lists.get(registrationId) ?? []).map(({ personId }) => personId));
    for (const [reader, list] of lists) if (list.some(({ personId }) => personId === registrationId)) found.add(reader);
    return found;
  }

  /** For rounds: the best partners of each of these people, most 1000; who already knows whom weighs little. */
  async pairWeights(eventId: string, registrationIds: readonly string[]): Promise<PairWeight[]> {
    const facts = await this.repository.facts(eventId);
    const wanted = new Set(registrationIds);
    const people = facts.people.filter(({ id, goal }) => goal !== null && wanted.has(id));
    const weights: PairWeight[] = [];
    for (const [one, list] of suggestForAll(people, { excluded: facts.excluded, limit: 32, exposure: 32 })) {
      for (const { personId: other, score } of list.filter(({ personId }) => one < personId)) {
        weights.push({ one, other, weight: Math.max(1, Math.min(1000, score)) });
      }
    }
    return weights;
  }

  /** Why these two, whether they stand on each other's lists or not; empty reasons where nothing is known of one of them. */
  async pairReasons(eventId: string, readerId: string, otherId: string, locale: Locale): Promise<PairReasons> {
    const facts = await this.repository.facts(eventId);
    const [me, person] = [readerId, otherId].map((id) => facts.people.find((one) => one.id === id));
    const entry = me && person && suggestForAll([me, person]).get(readerId)?.[0];
    if (!me || !person || !entry) return { reasons: [], openingLine: '' };
    const { reasons, openingLine: line } = present(entry, me, person, new Map(), locale);
    return { reasons, openingLine: line };
  }

  /** Everybody's lists with other settings; nothing is stored, nobody is told. */
  async previewLists(eventId: string, settings: MatchSettings): Promise<PreviewedRoom> {
    const facts: RoomFacts = { ...(await this.repository.facts(eventId)), settings };
    const { people, lists } = matchRoom(facts, undefined);
    return { people: [...people.values()], lists, unmet: new Map() };
  }

  /** Null where the person is not in the room. */
  async whyNot(eventId: string, registrationId: string): Promise<WhyNot | null> {
    const { people } = await this.repository.facts(eventId);
    const me = people.find(({ id }) => id === registrationId);
    if (!me) return null;
    return { me, others: people.filter((one) => one !== me), unmet: [], removed: { putAside: 0, rules: 0 } };
  }

  /** Reads the facts again and tells whose list has changed; all of them where none was known. */
  async refresh(eventId: string): Promise<void> {
    const known = this.rooms.has(eventId);
    const room = await this.room(eventId);
    if (!known) this.tell(eventId, undefined, room);
  }

  forget(eventId: string): void {
    this.rooms.delete(eventId);
  }

  /** The room as of now: facts are read each time, lists computed only when something of influence has changed. */
  private room(eventId: string): Promise<MatchedRoom> {
    const running = this.running.get(eventId);
    if (running) return running;
    const started = this.compute(eventId).finally(() => this.running.delete(eventId));
    this.running.set(eventId, started);
    return started;
  }

  private async compute(eventId: string): Promise<MatchedRoom> {
    const facts = await this.repository.facts(eventId);
    const before = this.rooms.get(eventId);
    const room = matchRoom(facts, before);
    this.rooms.delete(eventId);
    this.rooms.set(eventId, room);
    // Whoever computes tells: a reader who comes before the refresh would otherwise keep the change to itself.
    if (before) this.tell(eventId, before, room);
    const [oldest] = this.rooms.keys();
    if (this.rooms.size > ROOMS_KEPT && oldest !== undefined) this.rooms.delete(oldest);
    return room;
  }

  private tell(eventId: string, before: MatchedRoom | undefined, room: MatchedRoom): void {
    const registrationIds = changedLists(before, room);
    if (registrationIds.length > 0) this.events.emit('suggestions:changed', { eventId, registrationIds });
  }
}

function present(
  entry: MatchSuggestion,
  me: RoomPerson,
  { id, name, headline, goal, presence, checkedIn }: RoomPerson,
  introducers: ReadonlyMap<string, { accountId: string; name: string }>,
  locale: Locale,
): Suggestion {
  const known = entry.via.flatMap((registrationId) => introducers.get(registrationId) ?? []);
  const context = {
    name,
    via: known.map((introducer) => introducer.name),
    myKind: me.goal?.kind ?? null,
    theirKind: goal?.kind ?? null,
  };
  return {
    person: { id, name, headline, goal, presence, checkedIn },
    direction: entry.direction,
    reasons: reasonTexts(entry, context, locale),
    openingLine: openingLine(entry, context, locale),
    introducers: known,
  };
}
