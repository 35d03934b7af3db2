import { type MatchSettings, NEUTRAL_WEIGHTS } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import type { MatchSuggestion } from '../candidates.js';
import { type MatchPerson, profileOf } from '../profile.js';
import { CandidateRows, DEPTHS, type Depths } from './candidate-rows.js';
import type { ClosePair } from './close-texts.js';
import { Coverage } from './coverage.js';
import { Explanation } from './explanation.js';
import { Likes } from './likes.js';
import { type Edge, Matching } from './matching.js';
import { Members, Policy } from './members.js';
import type { PairScan, Room } from './pair-scan.js';
import { Relation } from './relations.js';
import { Roster } from './roster.js';
import { TagIndex } from './tag-index.js';
import { TraitIndex } from './trait-index.js';

type Pairs = readonly (readonly [string, string])[];
/** What has become different. A relation is given whole, or not at all where it is as before. */
export type EngineChange = {
  /** Who came, or whose goal or commonalities changed. */
  people?: readonly MatchPerson[];
  gone?: readonly string[];
  here?: readonly (readonly [id: string, here: boolean])[];
  excluded?: Pairs;
  circle?: Pairs;
  /** [person, acquaintance]: who is not to be named as a way to the person or from them. */
  unnamed?: Pairs;
  putAside?: Pairs;
  liked?: Pairs;
  settings?: MatchSettings;
  /** Texts that somebody outside found to be close in meaning. */
  closeTexts?: readonly ClosePair[];
};
export type EngineOptions = { limit?: number; exposure?: number; depths?: Depths };
/** By person; whoever has gone has an empty list. */
export type MatchLists = Map<string, readonly MatchSuggestion[]>;

const NOBODY: readonly Edge[] = [];
const NOBODY_KNOWN = -1;

/**
 * A room's suggestions (M1–M7, M9), kept right while it changes. What a change cannot reach is not looked at again, and yet the lists are those
 * that computing everything anew would give.
 */
export class MatchEngine {
  readonly roster = new Roster();
  readonly rows: CandidateRows;
  private readonly explanation: Explanation;
  private readonly room: Room;
  private readonly matching: Matching;
  private readonly coverage: Coverage;
  private edges: (readonly Edge[])[] = [];
  private readonly told = new Map<number, readonly MatchSuggestion[]>();

  constructor(private readonly options: EngineOptions = {}) {
    const [members, tags, traits] = [new Members(), new TagIndex(), new TraitIndex()];
    const likes = new Likes(members, tags, traits);
    const [circle, never] = [new Relation(), new Relation()];
    const [unnamed, putAside] = [new Relation(true), new Relation(true)];
    this.room = {
      members,
      tags,
      traits,
      likes,
      circle,
      unnamed,
      never,
      putAside,
      policy: this.policyOf({ weights: NEUTRAL_WEIGHTS, rules: [] }),
    };
    const candidates = Math.max(DEPTHS.candidates, options.limit ?? 0);
    this.rows = new CandidateRows(this.room, this.roster, options.depths ?? { ...DEPTHS, candidates });
    this.matching = new Matching(this.rows.candidates, this.roster, members, () => this.room.policy);
    this.coverage = new Coverage(this.matching, this.rows, this.roster);
    this.explanation = new Explanation(this.room, this.roster);
  }

  /** For looking at one person's pairs. */
  get scan(): PairScan {
    return this.rows.scan;
  }

  /** Answers the lists that are different now. */
  update(change: EngineChange): MatchLists {
    const touched = this.apply(change);
    const dirty = this.rows.settle(touched);
    const before = this.rows.candidates.takeBefore();
    if (dirty === null) this.matching.build();
    else this.matching.repair(before, dirty);
    const { list, bridges } = this.room.policy;
    return this.compare(this.coverage.cover(list, bridges), dirty);
  }

  /** Takes the facts in without computing anything. Answers who is touched by them. */
  apply(change: EngineChange): Set<number> {
    const { people = [], gone = [], here = [] } = change;
    const { members, likes, circle, unnamed, never, putAside } = this.room;
    const relations = [change.excluded, change.circle, change.unnamed, change.putAside, change.liked];
    this.roster.add([
      ...people.map(({ id }) => id),
      ...here.map(([id]) => id),
      ...relations.flatMap((pairs) => pairs?.flat() ?? []),
    ]);
    for (const grows of [members, likes, circle, unnamed, never, putAside]) grows.grow(this.roster.size);
    this.rows.grow();
    const touched = new Set<number>();
    const touch = (slots: Iterable<number>) => {
      for (const slot of slots) touched.add(slot);
    };
    for (const id of gone) touch(this.leave(id));
    for (const person of people) {
      touch(this.leave(person.id));
      touch(this.enter(person));
    }
    for (const [id, isHere] of here) {
      const slot = this.roster.slot(id) ?? 0;
      if ((members.here[slot] === 1) === isHere) continue;
      members.setHere(slot, isHere);
      touch([slot, ...circle.of(slot)]);
    }
    if (change.excluded) touch(never.replace(change.excluded, this.roster));
    if (change.circle) touch(circle.replace(change.circle, this.roster));
    if (change.unnamed) touch(unnamed.replace(change.unnamed, this.roster));
    if (change.putAside) touch(putAside.replace(change.putAside, this.roster));
    if (change.liked) touch(likes.replace(change.liked, this.roster));
    if (change.closeTexts) this.room.tags.closeTexts.replace(change.closeTexts);
    if (change.settings) {
      this.room.policy = this.policyOf(change.settings);
      this.rows.invalidate();
    }
    return touched;
  }

  /** Everybody's list. */
  lists(): MatchLists {
    return new Map(
      [...this.room.members.all.keys()].map((slot) => [this.roster.idOf(slot), this.told.get(slot) ?? []]),
    );
  }

  /** Why these two, whether they stand on each other's lists or not; null where one of them is not in the room. */
  explain(readerId: string, otherId: string): MatchSuggestion | null {
    const [reader, other] = [this.roster.slot(readerId), this.roster.slot(otherId)];
    if (reader === undefined || other === undefined) return null;
    const { all } = this.room.members;
    return all.has(reader) && all.has(other) ? this.explanation.pair(reader, other) : null;
  }

  /** A person's tags that nobody else in the room meets, in their own words. */
  unmet(id: string): string[] {
    return this.explanation.unmet(this.roster.slot(id) ?? NOBODY_KNOWN);
  }

  /** How many who fit are not shown to a person because they put them aside, or by the organizer's rules. */
  removed(id: string): { putAside: number; rules: number } {
    this.scan.scan(this.roster.slot(id) ?? NOBODY_KNOWN);
    return this.scan.removed;
  }

  knows(one: number, other: number): boolean {
    return this.room.circle.has(one, other);
  }

  private policyOf(settings: MatchSettings): Policy {
    const { limit = LIMITS.suggestions, exposure = LIMITS.exposure } = this.options;
    return new Policy(settings, limit, exposure);
  }

  private leave(id: string): number[] {
    const slot = this.roster.slot(id);
    const member = slot === undefined ? undefined : this.room.members.all.get(slot);
    if (slot === undefined || member === undefined) return [];
    this.rows.leave(slot, member);
    return [slot, ...this.room.likes.to(slot)];
  }

  private enter(person: MatchPerson): number[] {
    const slot = this.roster.slot(person.id) ?? 0;
    const profile = profileOf(person);
    const { tags, traits, likes } = this.room;
    this.rows.enter(slot, { profile, tags: tags.tagsOf(profile), traits: traits.traitsOf(profile) });
    return [slot, ...likes.to(slot)];
  }

  private compare(lists: readonly (readonly Edge[])[], dirty: ReadonlySet<number> | null): MatchLists {
    const changed: MatchLists = new Map();
    const before = this.edges;
    this.edges = lists.slice();
    // Whose own words, or those of somebody on whose list they are, may be others now.
    const reached = new Set(dirty);
    for (const person of dirty ?? []) for (const { reader } of this.coverage.shownOf(person)) reached.add(reader);
    for (let slot = 0; slot < lists.length; slot++) {
      const [was, is] = [before[slot] ?? NOBODY, lists[slot] ?? NOBODY];
      if (dirty === null || reached.has(slot) || (was !== is && !sameEdges(was, is))) this.tell(slot, is, changed);
    }
    return changed;
  }

  private tell(slot: number, edges: readonly Edge[], changed: MatchLists): void {
    const { rank } = this.roster;
    const best = [...edges].sort((a, b) => b.score - a.score || (rank[a.other] ?? 0) - (rank[b.other] ?? 0));
    const list = best.map((edge) => this.explanation.of(edge));
    const known = this.told.get(slot);
    const isMember = this.room.members.all.has(slot);
    if (isMember) this.told.set(slot, list);
    else this.told.delete(slot);
    if (isMember ? JSON.stringify(known) !== JSON.stringify(list) : known !== undefined) {
      changed.set(this.roster.idOf(slot), list);
    }
  }
}

function sameEdges(one: readonly Edge[], other: readonly Edge[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((edge, at) => {
    const twin = other[at] as Edge;
    return edge.other === twin.other && edge.score === twin.score && edge.mark === twin.mark;
  });
}
