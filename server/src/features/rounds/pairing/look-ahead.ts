/** Which pairs may still meet: `may[one][other]`, symmetric. Sizes of a few dozen. */
export type Allowed = readonly (readonly boolean[])[];

const NOBODY = -1;
/** Steps of one climb, per place to fill; and how often it starts anew. Both far above what solvable cases need. */
const PATIENCE = 400;
const CLIMBS = 6;

/**
 * Rounds in which everybody meets somebody and no two meet twice, or undefined when none were found; each lists the partner of every
 * number. Hill climbing of Dinitz and Stinson ("A hill-climbing algorithm for the construction of one-factorizations and Room squares", 1987), for any
 * allowed pairs: an empty place is filled with whoever is allowed, who leaves his partner of that round, or moves there from
 * another round. The same answer for the same input; another `way` begins elsewhere.
 */
export function disjointRounds(may: Allowed, rounds: number, way: number): number[][] | undefined {
  if (may.some((row) => row.filter(Boolean).length < rounds)) return undefined;
  for (let climb = 0; climb < CLIMBS; climb += 1) {
    const found = new Climb(may, rounds, 1 + climb + way * CLIMBS).run();
    if (found) return found;
  }
  return undefined;
}

class Climb {
  private readonly partners: number[][];
  /** The round in which two meet, NOBODY for none; by one · size + other. */
  private readonly meeting: number[];
  /** Empty places, person · rounds + round, in any order, and where each stands in that list. */
  private readonly empty: number[] = [];
  private readonly standing: number[];
  private readonly size: number;

  constructor(
    private readonly may: Allowed,
    private readonly rounds: number,
    private seed: number,
  ) {
    this.size = may.length;
    this.partners = Array.from({ length: rounds }, () => new Array<number>(this.size).fill(NOBODY));
    this.meeting = new Array<number>(this.size ** 2).fill(NOBODY);
    this.standing = new Array<number>(this.size * rounds).fill(NOBODY);
    for (let place = 0; place < this.size * rounds; place += 1) this.vacate(place);
  }

  run(): number[][] | undefined {
    for (let step = this.size * this.rounds * PATIENCE; step > 0 && this.empty.length > 0; step -= 1) this.step();
    return this.empty.length === 0 ? this.partners : undefined;
  }

  private step(): void {
    const { rounds, size, meeting } = this;
    const place = this.empty[this.random(this.empty.length)] ?? 0;
    const [person, round] = [Math.floor(place / rounds), place % rounds];
    const other = this.random(size);
    if (!this.may[person]?.[other]) return;
    const met = meeting[person * size + other] ?? NOBODY;
    const theirs = this.partnerOf(other, round);
    // Each step fills as many places as it empties, or more.
    if (met === NOBODY) {
      if (theirs !== NOBODY) this.part(other, theirs, round);
      this.meet(person, other, round);
    } else if (theirs === NOBODY) {
      this.part(person, other, met);
      this.meet(person, other, round);
    }
  }

  private partnerOf(person: number, round: number): number {
    return this.partners[round]?.[person] ?? NOBODY;
  }

  private meet(one: number, other: number, round: number): void {
    this.write(one, other, round, round);
    this.fill(one * this.rounds + round);
    this.fill(other * this.rounds + round);
  }

  private part(one: number, other: number, round: number): void {
    this.write(one, other, round, NOBODY);
    this.vacate(one * this.rounds + round);
    this.vacate(other * this.rounds + round);
  }

  private write(one: number, other: number, round: number, value: number): void {
    const row = this.partners[round] ?? [];
    row[one] = value === NOBODY ? NOBODY : other;
    row[other] = value === NOBODY ? NOBODY : one;
    this.meeting[one * this.size + other] = value;
    this.meeting[other * this.size + one] = value;
  }

  private vacate(place: number): void {
    this.standing[place] = this.empty.length;
    this.empty.push(place);
  }

  private fill(place: number): void {
    const at = this.standing[place] ?? 0;
    const last = this.empty.pop() ?? 0;
    if (last === place) return;
    this.empty[at] = last;
    this.standing[last] = at;
  }

  /** 0 … below − 1, from a fixed beginning (mulberry32, Tommy Ettinger). */
  private random(below: number): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  }
}

/**
 * Makes one of these rounds as heavy as exchanges allow: two rounds together are cycles, and in each cycle they may change sides.
 * Answers that round; together with the others it still uses the same pairs.
 */
export function heaviestRound(rounds: readonly number[][], weigh: (one: number, other: number) => number): number[] {
  const total = (round: readonly number[]) => round.reduce((sum, other, one) => sum + weigh(one, other), 0);
  const left = rounds.map((round) => [...round]);
  const best = left.reduce((heaviest, round) => (total(round) > total(heaviest) ? round : heaviest), left[0] ?? []);
  for (let improved = true; improved; ) {
    improved = false;
    for (const round of left) if (round !== best && exchangeCycles(best, round, weigh)) improved = true;
  }
  return best;
}

function exchangeCycles(best: number[], round: number[], weigh: (one: number, other: number) => number): boolean {
  const seen = new Set<number>();
  let exchanged = false;
  for (let start = 0; start < best.length; start += 1) {
    const cycle: number[] = [];
    let gain = 0;
    for (let one = start; !seen.has(one); ) {
      const partner = best[one] ?? 0;
      const next = round[partner] ?? 0;
      seen.add(one).add(partner);
      cycle.push(one, partner);
      gain += weigh(partner, next) - weigh(one, partner);
      one = next;
    }
    if (gain <= 0) continue;
    exchanged = true;
    for (const person of cycle) [best[person], round[person]] = [round[person] ?? 0, best[person] ?? 0];
  }
  return exchanged;
}
