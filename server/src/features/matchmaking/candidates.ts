import type { CommonalityKind, MatchWeights, MeetingRule } from '@teabreak/shared';
import { byScore, type Candidate } from './allocation.js';
import { CircleMap } from './circle-map.js';
import { type GiftSource, type MatchPerson, profileOf } from './profile.js';
import { type Bonds, Room } from './room.js';
import { COMMON_ALONE, commonScore, type Fit, goalScore, HERE, WARM } from './score.js';

export type Direction = 'mutual' | 'they-can-help' | 'you-can-help' | 'common';
/** Both people's own words (M8): `mine` is always the reader's. */
export type Words = { mine: string; theirs: string };
/** A wish and what meets it; `as` says where the words of the one who helps come from. */
export type Help = Words & { as: GiftSource };
export type MatchSuggestion = {
  personId: string;
  direction: Direction;
  score: number;
  helpsMe: Help | null;
  iHelp: Help | null;
  /** Rarest first, at most three. `same` is false where only the region or country is. */
  commons: (Words & { kind: CommonalityKind; same: boolean })[];
  /** Who both know, people in the room first; at most three. */
  via: string[];
  /** Lies outside the reader's own circle, company and first language (M4). */
  bridge: boolean;
};

export type MatchOptions = {
  /** Pairs that must never meet here: blocked either way, already met (M6). Either order. */
  excluded?: readonly (readonly [string, string])[];
  /** Who knows whom (K1). People who know each other are not suggested: they introduce. */
  circle?: readonly (readonly [string, string])[];
  /** Who is checked in. */
  present?: Iterable<string>;
  limit?: number;
  exposure?: number;
  /** The organizer's three sliders (neutral: 50 each) and who may be suggested to whom. */
  weights?: MatchWeights;
  rules?: readonly MeetingRule[];
  /** [reader, other]: put aside by the reader for now; only that direction. */
  putAside?: readonly (readonly [string, string])[];
  /** [reader, other]: the reader wants more people like the other. */
  liked?: readonly (readonly [string, string])[];
};

export type Option = Candidate & { direction: Direction; bridge: boolean; reader: number };

const NOTHING: Bonds = { strongest: 0, sum: 0 };
const MOST_COMMONS = 3;
const MOST_INTRODUCERS = 3;

/** Everybody who could be suggested to whom, and why. */
export class Candidates {
  private readonly room: Room;
  private readonly fits: readonly Map<number, Fit>[];
  private readonly circle: CircleMap;
  private readonly never: CircleMap;
  private readonly present: ReadonlySet<string>;

  constructor(people: readonly MatchPerson[], options: MatchOptions) {
    const sorted = [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.room = new Room(sorted.map(profileOf));
    this.fits = this.room.profiles.map((_, person) => this.room.fits(person));
    this.circle = new CircleMap(options.circle ?? []);
    this.never = new CircleMap(options.excluded ?? []);
    this.present = new Set(options.present ?? []);
  }

  /** Per reader, best first. */
  options(): Map<string, Option[]> {
    const seekers: number[][] = this.room.profiles.map(() => []);
    this.fits.forEach((fits, seeker) => {
      for (const giver of fits.keys()) seekers[giver]?.push(seeker);
    });
    return new Map(
      this.room.profiles.map(({ id }, reader): [string, Option[]] => {
        const bonds = this.room.bonds(reader);
        const found: Option[] = [];
        for (const other of new Set([
          ...(this.fits[reader]?.keys() ?? []),
          ...(seekers[reader] ?? []),
          ...bonds.keys(),
        ])) {
          const option = this.option(reader, other, bonds.get(other) ?? NOTHING);
          if (option !== null) found.push(option);
        }
        return [id, found.sort(byScore)];
      }),
    );
  }

  explain({ reader, other, personId, direction, score, bridge }: Option): MatchSuggestion {
    const commons = this.room.shared(reader, other).slice(0, MOST_COMMONS);
    return {
      personId,
      direction,
      score,
      helpsMe: help(this.fits[reader]?.get(other), false),
      iHelp: help(this.fits[other]?.get(reader), true),
      commons: commons.map(({ mine, theirs }) => ({
        kind: mine.kind,
        mine: mine.value,
        theirs: theirs.value,
        same: mine.keys[0] === theirs.keys[0],
      })),
      via: this.between(reader, other).slice(0, MOST_INTRODUCERS),
      bridge,
    };
  }

  private option(reader: number, other: number, bonds: Bonds): Option | null {
    const there = this.fits[reader]?.get(other);
    const back = this.fits[other]?.get(reader);
    if (there === undefined && back === undefined && bonds.strongest < COMMON_ALONE) return null;
    const [readerId, personId] = [this.idOf(reader), this.idOf(other)];
    if (this.never.knows(readerId, personId) || this.circle.knows(readerId, personId)) return null;
    const [introducer] = this.between(reader, other);
    const warm = introducer === undefined ? 0 : this.present.has(introducer) ? WARM.present : WARM.registered;
    const here = this.present.has(personId) ? HERE : 0;
    return {
      personId,
      direction: directionOf(there, back),
      score: goalScore(there?.score ?? 0, back?.score ?? 0) + commonScore(bonds.sum) + warm + here,
      bridge: introducer === undefined && this.isOutside(reader, other),
      reader,
      other,
    };
  }

  private between(reader: number, other: number): string[] {
    return this.circle.between(this.idOf(reader), this.idOf(other), this.present);
  }

  /** M4: another company, another first language, circles that do not touch; and something of it must be known of both. */
  private isOutside(reader: number, other: number): boolean {
    const [mine, theirs] = [this.room.profiles[reader]?.bubble, this.room.profiles[other]?.bubble];
    const company = compare(mine?.company, theirs?.company);
    const language = compare(mine?.language, theirs?.language);
    if (company === 'same' || language === 'same') return false;
    const circles = !this.circle.isEmpty(this.idOf(reader)) && !this.circle.isEmpty(this.idOf(other));
    return circles || company === 'different' || language === 'different';
  }

  private idOf(person: number): string {
    return this.room.profiles[person]?.id ?? '';
  }
}

function compare(one: string | null | undefined, other: string | null | undefined): 'same' | 'different' | 'unknown' {
  if (one == null || other == null) return 'unknown';
  return one === other ? 'same' : 'different';
}

function directionOf(there: Fit | undefined, back: Fit | undefined): Direction {
  if (there !== undefined) return back === undefined ? 'they-can-help' : 'mutual';
  return back === undefined ? 'common' : 'you-can-help';
}

/** The words that met best; `back` turns the other's view into the reader's. */
function help(fit: Fit | undefined, back: boolean): Help | null {
  const best = fit?.evidence[0];
  if (best === undefined) return null;
  const { mine, theirs, as } = best;
  return back ? { mine: theirs, theirs: mine, as } : { mine, theirs, as };
}
