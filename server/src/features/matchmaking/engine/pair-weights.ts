import type { MatchEngine } from './match-engine.js';

/** How much two people should be put at one table, 1…1000, the same seen from both; pairs without any fit are absent. */
export type PairWeight = { one: string; other: string; weight: number };

/** Enough for a pairing close to the best: more neighbours hardly change it. */
const NEIGHBOURS = 32;
const MOST = 1000;
/** A full score with everything that is added to it stays below `MOST`. */
const SCALE = 0.8;
/** Who knows each other can talk any day. */
const ACQUAINTED = 0.1;

/**
 * The best partners of each of these people among these people, made symmetric: a pair is in where either is among the other's
 * best. The weight is the mean of both directed scores, under the organizer's settings; who must not be suggested to the other, either way
 * round, is absent.
 */
export function weighPairs(engine: MatchEngine, ids: readonly string[]): PairWeight[] {
  const { roster, scan } = engine;
  const wanted = new Set(ids.map((id) => roster.slot(id)).filter((slot) => slot !== undefined));
  const weights = new Map<string, PairWeight>();
  for (const person of wanted) {
    scan.scan(person, { acquaintances: true });
    const found: { other: number; weight: number }[] = [];
    for (let at = 0; at < scan.count; at++) {
      const [other = 0, theirs = 0, mine = 0] = [scan.others[at], scan.theirScores[at], scan.myScores[at]];
      if (!wanted.has(other) || theirs < 0 || mine < 0) continue;
      const factor = engine.knows(person, other) ? ACQUAINTED : 1;
      const weight = Math.round(((theirs + mine) / 2) * SCALE * factor);
      found.push({ other, weight: Math.max(1, Math.min(MOST, weight)) });
    }
    found.sort((a, b) => b.weight - a.weight || (roster.rank[a.other] ?? 0) - (roster.rank[b.other] ?? 0));
    for (const { other, weight } of found.slice(0, NEIGHBOURS)) {
      const [one = '', two = ''] = [roster.idOf(person), roster.idOf(other)].sort();
      weights.set(`${one} ${two}`, { one, other: two, weight });
    }
  }
  return [...weights.values()].sort((a, b) =>
    a.one === b.one ? (a.other < b.other ? -1 : 1) : a.one < b.one ? -1 : 1,
  );
}
