import type { MatchOptions } from './candidates.js';
import type { MatchPerson } from './profile.js';
import { suggestForAll } from './suggest.js';

/** A labelled room: relevant[x] = 1 where x offers what this person seeks, 2 where it goes both ways. */
export type LabelledPerson = { id: string; seeks: string[]; offers: string[]; relevant: Record<string, number> };
export type ListsById = Map<string, string[]>;

export type Quality = {
  precision: number;
  recall: number;
  ndcg: number;
  /** Two-way hits: of the people one could meet both ways, at most five of them, how many are shown. */
  twoWay: number;
  /** People with a list, of those who have anybody relevant. */
  served: number;
  /** People on somebody's list, of those relevant to anybody. */
  shown: number;
  mostExposed: number;
  /** Inequality of how often people are shown, 0 = all alike. */
  gini: number;
};

const AT = 5;

/** Means over all people with anybody relevant; nDCG with gains 1 (grade 1) and 3 (grade 2). Precision over what is shown. */
export function measure(people: readonly LabelledPerson[], lists: ListsById): Quality {
  const asked = people.filter(({ relevant }) => Object.keys(relevant).length > 0);
  const rows = asked.map(({ id, relevant }) => {
    const shown = (lists.get(id) ?? []).slice(0, AT);
    const grades = shown.map((other) => relevant[other] ?? 0);
    const hits = grades.filter((grade) => grade > 0).length;
    const all = Object.values(relevant).sort((a, b) => b - a);
    return {
      precision: shown.length === 0 ? 0 : hits / shown.length,
      recall: hits / Math.min(AT, all.length),
      ndcg: gain(grades) / gain(all.slice(0, AT)),
      served: shown.length > 0 ? 1 : 0,
      twoWay: all[0] === 2 ? twoWayIn(grades) / Math.min(AT, twoWayIn(all)) : null,
    };
  });
  const exposure = exposures(people, lists);
  const wanted = new Set(people.flatMap(({ relevant }) => Object.keys(relevant)));
  const shown = [...wanted].filter((id) => (exposure.get(id) ?? 0) > 0).length;
  return {
    precision: mean(rows.map((row) => row.precision)),
    recall: mean(rows.map((row) => row.recall)),
    ndcg: mean(rows.map((row) => row.ndcg)),
    twoWay: mean(rows.flatMap((row) => (row.twoWay === null ? [] : [row.twoWay]))),
    served: mean(rows.map((row) => row.served)),
    shown: wanted.size === 0 ? 0 : shown / wanted.size,
    mostExposed: Math.max(0, ...exposure.values()),
    gini: gini([...exposure.values()]),
  };
}

export function asRoom(people: readonly LabelledPerson[]): MatchPerson[] {
  return people.map(({ id, seeks, offers }) => ({
    id,
    goal: { kind: null, seeks, offers, sentence: '' },
    commons: [],
  }));
}

export function ours(people: readonly LabelledPerson[], options: MatchOptions = {}): ListsById {
  const lists = suggestForAll(asRoom(people), options);
  return new Map([...lists].map(([id, list]) => [id, list.map(({ personId }) => personId)]));
}

function exposures(people: readonly LabelledPerson[], lists: ListsById): Map<string, number> {
  const exposure = new Map(people.map(({ id }) => [id, 0]));
  for (const list of lists.values()) for (const id of list) exposure.set(id, (exposure.get(id) ?? 0) + 1);
  return exposure;
}

function twoWayIn(grades: readonly number[]): number {
  return grades.filter((grade) => grade === 2).length;
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function gini(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce((sum, value, at) => sum + (2 * (at + 1) - sorted.length - 1) * value, 0);
  return weighted / (sorted.length * total);
}
