import { GOAL_KINDS, type GoalKind, type MatchSettings } from '@teabreak/shared';
import type { Profile } from '../profile.js';
import { type Emphasis, emphasisOf } from '../score.js';
import { grown } from './roster.js';
import type { Tags } from './tag-index.js';
import type { Traits } from './trait-index.js';

export type Member = { profile: Profile; tags: Tags; traits: Traits };

const UNKNOWN = -1;
/** No kind, then the kinds of goals. */
const KINDS = GOAL_KINDS.length + 1;
/** Who came for company is glad of anybody who shares something. */
const OPEN_TO_ALL: ReadonlySet<GoalKind | null> = new Set<GoalKind | null>(['friends', 'curious', null]);

/** Those who are in the room to be matched, by slot, with what the scan asks about again and again as plain numbers. */
export class Members {
  readonly all = new Map<number, Member>();
  kinds = new Uint8Array(0);
  here = new Uint8Array(0);
  /** How many are here. */
  present = 0;
  companies = new Int32Array(0);
  languages = new Int32Array(0);
  private readonly keys = new Map<string, number>();

  grow(people: number): void {
    this.kinds = grown(this.kinds, people);
    this.here = grown(this.here, people);
    this.companies = grown(this.companies, people, UNKNOWN);
    this.languages = grown(this.languages, people, UNKNOWN);
  }

  setHere(slot: number, isHere: boolean): void {
    this.present += Number(isHere) - (this.here[slot] ?? 0);
    this.here[slot] = Number(isHere);
  }

  set(slot: number, member: Member): void {
    this.all.set(slot, member);
    const { kind, bubble } = member.profile;
    this.kinds[slot] = kind === null ? 0 : 1 + GOAL_KINDS.indexOf(kind);
    this.companies[slot] = this.number(bubble.company);
    this.languages[slot] = this.number(bubble.language);
  }

  private number(key: string | null): number {
    if (key === null) return UNKNOWN;
    const number = this.keys.get(key) ?? this.keys.size;
    this.keys.set(key, number);
    return number;
  }
}

/** What the organizer has set, ready for asking about kinds as numbers. */
export class Policy {
  readonly emphasis: Emphasis;
  /** Whether everybody's list gets a way out of their own circles (M4). */
  readonly bridges: boolean;
  private readonly allowed = new Uint8Array(KINDS * KINDS).fill(1);
  private readonly most: number[];
  private readonly open: boolean[];

  constructor(
    { weights, rules }: MatchSettings,
    readonly list: number,
    exposure: number,
  ) {
    this.emphasis = emphasisOf(weights);
    this.bridges = weights.newCircles > 0;
    this.most = Array.from({ length: KINDS }, () => exposure);
    const kinds = [null, ...GOAL_KINDS];
    this.open = kinds.map((kind) => this.emphasis.goals === 0 || OPEN_TO_ALL.has(kind));
    for (const { kind, suggestedTo, atMost } of rules) {
      const other = kinds.indexOf(kind);
      if (atMost !== null) this.most[other] = Math.min(exposure, atMost);
      kinds.forEach((reader, at) => {
        const welcome = suggestedTo === 'everyone' || (reader !== null && suggestedTo.includes(reader));
        this.allowed[at * KINDS + other] = welcome && atMost !== 0 ? 1 : 0;
      });
    }
  }

  /** Whether people of one kind may be suggested people of the other. */
  allows(reader: number, other: number): boolean {
    return this.allowed[reader * KINDS + other] === 1;
  }

  /** On how many lists somebody of this kind may stand. */
  exposure(kind: number): number {
    return this.most[kind] ?? 0;
  }

  /** Whether a list may consist of people one can only help, or only shares something with. */
  isOpen(kind: number): boolean {
    return this.open[kind] ?? false;
  }
}
