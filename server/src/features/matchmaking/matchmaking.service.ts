import { Injectable } from '@nestjs/common';
import type { Locale, Suggestion, SuggestionsAnswer, VocabularyAnswer } from '@teabreak/shared';
import type { Actor } from '../../common/actor.js';
import { DomainEvents } from '../../common/domain-events.js';
import { SuggestedPeople } from '../../common/suggested-people.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import type { MatchSuggestion } from './candidates.js';
import { changedLists, type MatchedRoom, matchRoom } from './matched-room.js';
import { MatchmakingRepository, type RoomPerson } from './matchmaking.repository.js';
import { openingLine, reasonTexts } from './reasons.js';
import { suggestTags } from './vocabulary.js';

const TAGS = 8;
/** Events whose lists are kept in memory; the one asked for least recently goes first. */
const ROOMS_KEPT = 20;

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
