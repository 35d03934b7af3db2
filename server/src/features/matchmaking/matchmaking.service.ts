import { Injectable } from '@nestjs/common';
import type { Locale, MatchSettings, Suggestion, SuggestionsAnswer, VocabularyAnswer } from '@teabreak/shared';
import type { Actor } from '../../common/actor.js';
import { DomainEvents } from '../../common/domain-events.js';
import { SuggestedPeople } from '../../common/suggested-people.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import type { MatchSuggestion } from './candidates.js';
import type { PairWeight } from './engine/pair-weights.js';
import { MatchRooms, type PreviewedRoom } from './match-rooms.js';
import { MatchmakingRepository, type NamedIntroducer, type RoomPerson } from './matchmaking.repository.js';
import { openingLine, reasonTexts } from './reasons.js';
import { suggestTags } from './vocabulary.js';
import { hintsFor, type WhyNot } from './why-not.js';

const TAGS = 8;
/** A list shorter than this says what would make it longer. */
const SHORT = 3;

/** Why two people (M8), for the one who reads. */
export type PairReasons = Pick<Suggestion, 'reasons' | 'openingLine'>;
/** Who is worth meeting for whom. The lists are a function of what PostgreSQL holds (M9): any node computes the same. */
@Injectable()
export class MatchmakingService extends SuggestedPeople {
  constructor(
    private readonly repository: MatchmakingRepository,
    private readonly rooms: MatchRooms,
    private readonly attendees: AttendeeAccess,
    private readonly events: DomainEvents,
  ) {
    super();
  }

  async suggestions(actor: Actor, eventId: string, locale: Locale): Promise<SuggestionsAnswer> {
    const own = await this.attendees.require(actor, eventId);
    if (!own.consentSuggestions) return { suggestions: [], state: 'consent-missing', hints: [] };
    const room = await this.rooms.room(eventId);
    const me = room.people.get(own.id);
    if (!me?.goal) return { suggestions: [], state: 'goal-missing', hints: [] };
    const list = room.lists.get(own.id) ?? [];
    const introducers = await this.repository.introducers(eventId, [...new Set(list.flatMap(({ via }) => via))]);
    const suggestions = list.flatMap((entry) => {
      const person = room.people.get(entry.personId);
      return person ? [present(entry, me, person, introducers, locale)] : [];
    });
    const why = suggestions.length < SHORT ? await this.whyNot(eventId, own.id) : null;
    const hints = why === null ? [] : hintsFor(why, locale);
    return { suggestions, state: suggestions.length > 0 ? 'ready' : 'nobody-yet', hints };
  }

  tags(typed: string): VocabularyAnswer {
    return { tags: suggestTags(typed, TAGS) };
  }

  /** Registrations that stand on this one's list, or have this one on theirs: G3's "people suggested to me" goes both ways. */
  override async of(eventId: string, registrationId: string): Promise<ReadonlySet<string>> {
    const { lists } = await this.rooms.roomOfLate(eventId);
    const found = new Set((lists.get(registrationId) ?? []).map(({ personId }) => personId));
    for (const [reader, list] of lists) if (list.some(({ personId }) => personId === registrationId)) found.add(reader);
    return found;
  }

  /** For rounds: the best partners of each of these people, most 1000; who already knows whom weighs little. */
  pairWeights(eventId: string, registrationIds: readonly string[]): Promise<PairWeight[]> {
    return this.rooms.weigh(eventId, registrationIds);
  }

  /** Why these two, whether they stand on each other's lists or not; a line to begin with also where nothing is known. */
  async pairReasons(eventId: string, readerId: string, otherId: string, locale: Locale): Promise<PairReasons> {
    const { people } = await this.rooms.room(eventId);
    const [me, person] = [people.get(readerId), people.get(otherId)];
    const entry = await this.rooms.explain(eventId, readerId, otherId);
    const named = await this.repository.introducers(eventId, [...(entry?.via ?? []), ...(person ? [] : [otherId])]);
    const context = {
      name: person?.name ?? named.get(otherId)?.name ?? '',
      via: entry?.via.flatMap((id) => named.get(id) ?? []) ?? [],
      myKind: me?.goal?.kind ?? null,
      theirKind: person?.goal?.kind ?? null,
    };
    const known = entry ?? { ...NOTHING_KNOWN, personId: otherId };
    return { reasons: reasonTexts(known, context, locale), openingLine: openingLine(known, context, locale) };
  }

  /** Everybody's lists with other settings, as far as everybody may know the facts; nothing is stored, nobody is told. */
  previewLists(eventId: string, settings: MatchSettings): Promise<PreviewedRoom> {
    return this.rooms.preview(eventId, settings);
  }

  /** What keeps a person's list short; null where the person is not in the room. */
  async whyNot(eventId: string, registrationId: string): Promise<WhyNot | null> {
    const { people } = await this.rooms.room(eventId);
    const me = people.get(registrationId);
    const found = await this.rooms.lookInto(eventId, registrationId);
    if (me === undefined || found === null) return null;
    return { me, others: [...people.values()].filter((one) => one !== me), ...found };
  }

  /** Reads the facts again and tells whose list has changed; all of them where none was known. */
  async refresh(eventId: string): Promise<void> {
    const known = this.rooms.isKnown(eventId);
    const { lists } = await this.rooms.room(eventId);
    if (!known && lists.size > 0) {
      this.events.emit('suggestions:changed', { eventId, registrationIds: [...lists.keys()] });
    }
  }

  forget(eventId: string): Promise<void> {
    return this.rooms.forget(eventId);
  }
}

/** Of two of whom one is not in the room. */
const NOTHING_KNOWN: Omit<MatchSuggestion, 'personId'> = {
  direction: 'common',
  score: 0,
  helpsMe: null,
  iHelp: null,
  commons: [],
  via: [],
  bridge: false,
};

function present(
  entry: MatchSuggestion,
  me: RoomPerson,
  { id, name, headline, goal, presence, placeId, checkedIn }: RoomPerson,
  introducers: ReadonlyMap<string, NamedIntroducer>,
  locale: Locale,
): Suggestion {
  const known = entry.via.flatMap((registrationId) => introducers.get(registrationId) ?? []);
  const context = {
    name,
    via: known,
    myKind: me.goal?.kind ?? null,
    theirKind: goal?.kind ?? null,
  };
  return {
    person: { id, name, headline, goal, presence, placeId: presence === 'at-place' ? placeId : null, checkedIn },
    direction: entry.direction,
    reasons: reasonTexts(entry, context, locale),
    openingLine: openingLine(entry, context, locale),
    introducers: known.map(({ accountId, name: introducer }) => ({ accountId, name: introducer })),
  };
}
