/** Neighbouring keys of a keyboard, as it is held in Europe, America and China. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = 'aeiouy';
/** Letters that sound alike. */
const ALIKE = ['csz', 'ck', 'gj', 'vw', 'fv', 'sz', 'mn', 'td', 'bp'];

const SHORTEST = 5;
/** From here on two slips are forgiven. */
const LONG = 9;
/** Deletions are looked up in this many letters only; what follows is compared letter by letter. */
const PREFIX = 7;
/** A correction among several of equal distance must be so many times commoner. */
const CLEARLY = 2;

/**
 * Corrects Latin words by one slip (two from nine letters on): Damerau–Levenshtein distance over a deletion neighbourhood
 * (Garbe, "SymSpell"). Slips of short words must be likely ones, so that "hiding" does not become "hiking".
 */
export class Speller {
  private readonly neighbours = new Map<string, string[]>();

  private readonly right: ReadonlySet<string>;

  /**
   * @param known words with how common they are
   * @param right more words that are no slips, but nothing to correct to
   */
  constructor(
    private readonly known: ReadonlyMap<string, number>,
    right: readonly string[],
  ) {
    this.right = new Set(right);
    for (const word of known.keys()) {
      if (word.length < SHORTEST - 1 || !/^[a-z]+$/u.test(word)) continue;
      for (const rest of deletions(word.slice(0, PREFIX), slips(word.length))) {
        const list = this.neighbours.get(rest);
        if (list === undefined) this.neighbours.set(rest, [word]);
        else list.push(word);
      }
    }
  }

  /** The known word that was meant, or null where none or more than one may be. */
  correct(word: string): string | null {
    if (word.length < SHORTEST || word.length > 30 || !/^[a-z]+$/u.test(word) || this.isRight(word)) return null;
    const found = new Map<string, number>();
    for (const rest of deletions(word.slice(0, PREFIX), slips(word.length))) {
      for (const candidate of this.neighbours.get(rest) ?? []) {
        if (!found.has(candidate)) found.set(candidate, this.distance(word, candidate));
      }
    }
    const least = Math.min(...found.values());
    if (least > slips(word.length)) return null;
    const [best, next] = [...found]
      .filter(([, distance]) => distance === least)
      .map(([candidate]) => candidate)
      .sort((a, b) => this.commonness(b) - this.commonness(a) || (a < b ? -1 : 1));
    if (best === undefined) return null;
    return next === undefined || this.commonness(best) >= CLEARLY * this.commonness(next) ? best : null;
  }

  private isRight(word: string): boolean {
    return this.known.has(word) || this.right.has(word);
  }

  private commonness(word: string): number {
    return this.known.get(word) ?? 0;
  }

  private distance(word: string, candidate: string): number {
    if (word[0] !== candidate[0] && word.length < LONG && !swapped(word, candidate, 1)) return Number.POSITIVE_INFINITY;
    const most = Math.min(slips(word.length), slips(candidate.length + 1));
    const distance = damerauLevenshtein(word, candidate, word.length < LONG);
    return distance <= most ? distance : Number.POSITIVE_INFINITY;
  }
}

function slips(length: number): number {
  return length >= LONG ? 2 : 1;
}

function deletions(word: string, most: number): Set<string> {
  let level = new Set([word]);
  const all = new Set(level);
  for (let step = 0; step < most; step++) {
    const next = new Set<string>();
    for (const longer of level) {
      for (let at = 0; at < longer.length; at++) next.add(longer.slice(0, at) + longer.slice(at + 1));
    }
    for (const shorter of next) all.add(shorter);
    level = next;
  }
  return all;
}

/** Optimal string alignment; `likely` counts a letter in place of an unlike one as more than one slip. */
function damerauLevenshtein(one: string, other: string, likely: boolean): number {
  let twoBefore: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const replaced = same ? 0 : likely && !alike(one[i - 1] ?? '', other[j - 1] ?? '') ? 2 : 1;
      let least = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + replaced);
      if (i > 1 && j > 1 && swapped(one, other, i - 1, j - 1)) least = Math.min(least, (twoBefore[j - 2] ?? 0) + 1);
      row.push(least);
    }
    twoBefore = before;
    before = row;
  }
  return before[other.length] ?? 0;
}

function swapped(one: string, other: string, at: number, otherAt = at): boolean {
  return one[at] === other[otherAt - 1] && one[at - 1] === other[otherAt];
}

function alike(one: string, other: string): boolean {
  if (VOWELS.includes(one) && VOWELS.includes(other)) return true;
  if (ALIKE.some((letters) => letters.includes(one) && letters.includes(other))) return true;
  return KEYS.some((row, at) => {
    const here = row.indexOf(one);
    if (here < 0) return false;
    const near = [
      row[here - 1],
      row[here + 1],
      ...[KEYS[at - 1], KEYS[at + 1]].flatMap((next) => [next?.[here - 1], next?.[here], next?.[here + 1]]),
    ];
    return near.includes(other);
  });
}
