import { numbersFrom } from '../../../../test/pairing/instances.js';
import { groupOf, heaviestByTrying, meetings, pairKey } from '../../../../test/pairing/round-problems.js';
import { planRound, type RoundProblem } from './plan-round.js';

const shuffled = <T>(list: readonly T[], below: (below: number) => number): T[] =>
  list
    .map((item) => ({ item, at: below(1e6) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** A group where every fifth pair has met. */
function withPast(size: number, seed: number, change: Partial<RoundProblem> = {}): RoundProblem {
  const below = numbersFrom(seed + 1000);
  const group = groupOf(size, seed);
  const forbidden = group.people.flatMap((one, at) =>
    group.people.slice(at + 1).flatMap((other) => (below(5) === 0 ? [[one, other] as const] : [])),
  );
  return { ...group, forbidden, ...change };
}

describe('R2: the heaviest round', () => {
  it('equals the best of all possible seatings on 240 groups of up to nine, tables of three included', () => {
    let compared = 0;
    for (let seed = 0; seed < 240; seed += 1) {
      const problem = withPast(2 + (seed % 8), seed);
      const heaviest = heaviestByTrying(problem);
      const plan = planRound(problem);
      if (heaviest === undefined) continue;
      compared += 1;
      expect(plan).toMatchObject({ sittingOut: [], weight: heaviest, bound: heaviest, exact: true });
    }
    expect(compared).toBeGreaterThan(180);
  });

  it('is exact for 300 people, and within 1 % with a table of three; the bound says so', () => {
    expect(planRound(withPast(300, 1))).toMatchObject({ sittingOut: [], exact: true });
    const { weight, bound, sittingOut } = planRound(withPast(301, 1));
    expect(sittingOut).toEqual([]);
    expect(weight).toBeLessThanOrEqual(bound);
    expect(weight).toBeGreaterThan(0.99 * bound);
  });

  it('adds up what its tables weigh', () => {
    for (const size of [20, 21]) {
      const problem = withPast(size, 3);
      const weights = new Map(problem.weights.map(({ one, other, weight }) => [pairKey(one, other), weight]));
      const { tables, weight } = planRound(problem);
      expect(tables.flatMap(meetings).reduce((sum, pair) => sum + (weights.get(pair) ?? 0), 0)).toBe(weight);
    }
  });

  it('pairs everybody although most have nothing to say to each other', () => {
    const people = Array.from({ length: 101 }, (_, number) => `p${number}`);
    const weights = people.slice(1).map((other) => ({ one: 'p0', other, weight: 900 }));
    const { tables, sittingOut } = planRound({ ...groupOf(0, 1), people, weights });
    expect(tables.flat().sort()).toEqual([...people].sort());
    expect(sittingOut).toEqual([]);
  });

  it('does not depend on the order of the input, nor on which side a pair names first', () => {
    for (const [seed, oddOneOut] of [
      [1, 'trio'],
      [2, 'sit-out'],
      [3, 'trio'],
    ] as const) {
      const below = numbersFrom(seed);
      const problem = withPast(30 + seed, seed, { oddOneOut, roundsLeft: 3 });
      const turned = problem.weights.map(({ one, other, weight }) => ({ one: other, other: one, weight }));
      const other = {
        ...problem,
        people: shuffled(problem.people, below),
        weights: shuffled(turned, below),
        forbidden: shuffled(problem.forbidden, below),
      };
      expect(planRound(other)).toEqual(planRound(problem));
    }
  });
});

describe('R3: the odd one out', () => {
  it('is nobody who was it in the last round, then who was it least, then who costs least', () => {
    const problem = groupOf(9, 4, { oddOneOut: 'sit-out' });
    const history = (times: (number: number) => number, last: (number: number) => boolean) =>
      problem.people.map((id, number) => ({ id, times: times(number), lastRound: last(number) }));
    const only = (number: number) =>
      planRound({
        ...problem,
        satOut: history(
          (at) => (at === number ? 1 : 2),
          () => false,
        ),
      });
    for (const number of [0, 4, 8]) expect(only(number).sittingOut).toEqual([problem.people[number]]);
    const all = planRound({
      ...problem,
      satOut: history(
        (at) => (at === 3 ? 5 : 1),
        (at) => at !== 3,
      ),
    });
    expect(all.sittingOut).toEqual([problem.people[3]]);
    const free = planRound(problem);
    for (const id of problem.people) {
      const without = planRound({ ...problem, people: problem.people.filter((other) => other !== id) });
      expect(without.weight).toBeLessThanOrEqual(free.weight);
    }
  });

  it('joins two whom he has not met, and none of the three was in a table of three in the last round', () => {
    const problem = withPast(31, 5);
    const trios = problem.people.slice(0, 20).map((id) => ({ id, times: 1, lastRound: true }));
    const { tables } = planRound({ ...problem, trios });
    const three = tables.filter(({ length }) => length === 3);
    expect(three).toHaveLength(1);
    expect(three.flat().filter((id) => trios.some((entry) => entry.id === id))).toEqual([]);
    const never = new Set(problem.forbidden.map(([one, other]) => pairKey(one, other)));
    expect(tables.flatMap(meetings).filter((pair) => never.has(pair))).toEqual([]);
  });

  it('sits out where every table knows him', () => {
    const problem = groupOf(5, 6);
    const [first, ...others] = problem.people;
    const plan = planRound({ ...problem, forbidden: others.map((other) => [first ?? '', other] as const) });
    expect(plan.sittingOut).toEqual([first]);
    expect(plan.tables).toHaveLength(2);
  });
});

describe('R4: tables that go on together', () => {
  it('stay as they are, although they have met, and nobody joins them', () => {
    const problem = withPast(21, 7);
    const held = [problem.people.slice(0, 2), problem.people.slice(5, 8)];
    const forbidden = [...problem.forbidden, ...held.flatMap((table) => [[table[0], table[1]] as [string, string]])];
    const { tables, sittingOut } = planRound({ ...problem, held, forbidden });
    expect(tables).toEqual(expect.arrayContaining(held));
    expect(tables.flat().length + sittingOut.length).toBe(21);
  });

  it('are dissolved when only one of their people is still there', () => {
    const problem = groupOf(4, 8, { held: [['person-0000', 'gone']] });
    expect(planRound(problem).tables.flat()).toHaveLength(4);
  });

  it('leave a single third person without a table', () => {
    const problem = groupOf(3, 8, { held: [['person-0000', 'person-0001']] });
    expect(planRound(problem)).toMatchObject({ tables: [['person-0000', 'person-0001']], sittingOut: ['person-0002'] });
  });
});

describe('what cannot be', () => {
  it.each([
    [0, 0, 0],
    [1, 0, 1],
    [2, 1, 0],
    [3, 1, 0],
  ])('%i people have %i tables and %i sits out', (size, tables, out) => {
    const plan = planRound(groupOf(size, 9));
    expect([plan.tables.length, plan.sittingOut.length]).toEqual([tables, out]);
  });

  it.each(['trio', 'sit-out'] as const)('everybody has met everybody: all sit out (%s)', (oddOneOut) => {
    for (const size of [2, 5, 8, 61]) {
      const { people } = groupOf(size, 10);
      const forbidden = people.flatMap((one, at) => people.slice(at + 1).map((other) => [one, other] as const));
      const plan = planRound(groupOf(size, 10, { forbidden, oddOneOut, roundsLeft: 3 }));
      expect(plan).toEqual({ tables: [], sittingOut: people, weight: 0, bound: 0, exact: true });
    }
  });

  it('unknown people, a person twice and a pair with oneself change nothing', () => {
    const problem = withPast(12, 11);
    const [one = ''] = problem.people;
    const odd = {
      ...problem,
      people: [...problem.people, one],
      weights: [...problem.weights, { one, other: one, weight: 999 }, { one, other: 'nobody', weight: 999 }],
      forbidden: [...problem.forbidden, ['nobody', one] as const, [one, one] as const],
      satOut: [{ id: 'nobody', times: 3, lastRound: true }],
    };
    expect(planRound(odd)).toEqual(planRound(problem));
  });
});
