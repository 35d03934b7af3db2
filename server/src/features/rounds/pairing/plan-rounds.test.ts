import { groupOf, meetingsOf, pairKey } from '../../../../test/pairing/round-problems.js';
import type { RoundPlan } from './plan-round.js';
import { planRounds } from './plan-rounds.js';

const repeats = (plans: readonly RoundPlan[]) => meetingsOf(plans).length - new Set(meetingsOf(plans)).size;

function timesIn(lists: readonly (readonly string[])[]): number[] {
  const times = new Map<string, number>();
  for (const id of lists.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times.values()];
}

/** People who were on a list twice running. */
const twiceRunning = (lists: readonly (readonly string[])[]) =>
  lists.flatMap((list, at) => list.filter((id) => lists[at - 1]?.includes(id)));

describe('R3: nobody meets the same person twice', () => {
  it.each([
    [24, 'trio'],
    [25, 'trio'],
    [25, 'sit-out'],
    [60, 'trio'],
    [101, 'sit-out'],
    [101, 'trio'],
  ] as const)('over twelve rounds of %i people (%s), and all are at tables', (size, oddOneOut) => {
    const plans = planRounds(groupOf(size, 1, { oddOneOut, roundsLeft: 12 }));
    expect(plans).toHaveLength(12);
    expect(repeats(plans)).toBe(0);
    const out = oddOneOut === 'sit-out' ? size % 2 : 0;
    expect(plans.map(({ sittingOut }) => sittingOut.length)).toEqual(new Array(12).fill(out));
  });

  it('a table of three is three meetings', () => {
    const plans = planRounds(groupOf(9, 2, { roundsLeft: 3 }));
    expect(plans.map(({ tables }) => tables.filter(({ length }) => length === 3).length)).toEqual([1, 1, 1]);
    expect(meetingsOf(plans)).toHaveLength(18);
    expect(repeats(plans)).toBe(0);
  });
});

describe('R3: who sits out or is at a table of three', () => {
  it('sits out once before anybody does so twice, and never twice running', () => {
    for (const size of [7, 11, 25]) {
      const out = planRounds(groupOf(size, 3, { oddOneOut: 'sit-out', roundsLeft: size - 2 })).map(
        (plan) => plan.sittingOut,
      );
      expect(Math.max(...timesIn(out))).toBe(1);
      expect(twiceRunning(out)).toEqual([]);
    }
    const out = planRounds(groupOf(3, 3, { oddOneOut: 'sit-out', roundsLeft: 3 })).map((plan) => plan.sittingOut);
    expect(timesIn(out)).toEqual([1, 1, 1]);
  });

  it.each([
    [55, 1],
    // Towards the end those who were at none have met each other in pairs.
    [37, 2],
  ])('%i people, twelve tables of three: nobody is at more than %i, nor twice running', (size, most) => {
    const plans = planRounds(groupOf(size, 4, { roundsLeft: 12 }));
    const threes = plans.map(({ tables }) => tables.filter(({ length }) => length === 3).flat());
    expect(Math.max(...timesIn(threes))).toBeLessThanOrEqual(most);
    expect(twiceRunning(threes)).toEqual([]);
  });
});

describe('R3: later rounds stay possible', () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])(
    '%i people all meet each other when there is time for it',
    (size) => {
      for (let seed = 0; seed < 6; seed += 1) {
        const plans = planRounds(groupOf(size, seed, { oddOneOut: 'sit-out', roundsLeft: size - 1 + (size % 2) }));
        expect(new Set(meetingsOf(plans)).size).toBe((size * (size - 1)) / 2);
        expect(repeats(plans)).toBe(0);
      }
    },
  );

  it('a greedy first round would make it impossible', () => {
    // Two groups of three that prefer their own: whoever pairs six by weight alone can be left with two separate triangles.
    const people = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'];
    const weights = people.slice(0, 3).flatMap((one) => people.slice(3).map((other) => ({ one, other, weight: 100 })));
    const plans = planRounds({ ...groupOf(0, 1), people, weights, roundsLeft: 5 });
    expect(plans.map(({ tables }) => tables.length)).toEqual([3, 3, 3, 3, 3]);
    expect(new Set(meetingsOf(plans)).size).toBe(15);
  });

  it('six whom nothing but such a choice leaves five rounds: without looking ahead there are three', () => {
    const people = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'];
    const weights = people.slice(0, 3).flatMap((one) => people.slice(3).map((other) => ({ one, other, weight: 100 })));
    let forbidden: (readonly [string, string])[] = [];
    const tables: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const [plan] = planRounds({ ...groupOf(0, 1), people, weights, forbidden, roundsLeft: 1 });
      tables.push(plan?.tables.length ?? 0);
      forbidden = [...forbidden, ...(plan?.tables.map(([one = '', other = '']) => [one, other] as const) ?? [])];
    }
    expect(tables.slice(0, 3)).toEqual([3, 3, 3]);
    expect(tables[3]).toBeLessThan(3);
  });

  it('more rounds than there are people end with nobody at a table', () => {
    const plans = planRounds(groupOf(4, 5, { roundsLeft: 6 }));
    expect(plans.map(({ tables }) => tables.length)).toEqual([2, 2, 2, 0, 0, 0]);
  });

  it('what was forbidden before the first round stays so', () => {
    const problem = groupOf(10, 6, { roundsLeft: 4, forbidden: [['person-0000', 'person-0001']] });
    expect(meetingsOf(planRounds(problem))).not.toContain(pairKey('person-0000', 'person-0001'));
  });
});
