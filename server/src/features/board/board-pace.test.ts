import { BoardPace } from './board-pace.js';

/** A pace that has seen batches of which each socket took so many milliseconds. */
function paceAt(cost: number, sockets = 1000): BoardPace {
  const pace = new BoardPace();
  for (let batch = 0; batch < 50; batch += 1) pace.measured(sockets, sockets * cost);
  return pace;
}

describe('R-L8: the pace of a board', () => {
  it('is quick where few watch, and never slower than a second where very many do', () => {
    const pace = new BoardPace();
    expect(pace.tick(0)).toBe(50);
    expect(pace.tick(100)).toBe(50);
    expect(pace.tick(10_000)).toBeLessThan(1000);
    expect(pace.tick(1_000_000)).toBe(pace.tick(100_000));
  });

  it('takes as long as sending is a twelfth of the time', () => {
    expect(paceAt(0.006).tick(1000)).toBeCloseTo(6 / 0.08, 0);
    expect(paceAt(0.008).tick(1000)).toBeGreaterThan(paceAt(0.006).tick(1000));
  });

  it('does not let a busy machine, nor a lucky batch, draw a thousand people’s tick out of 50 to 110 ms', () => {
    expect(paceAt(5).tick(1000)).toBeCloseTo(110, 0);
    expect(paceAt(0).tick(1000)).toBeCloseTo(50, 0);
  });

  it('learns from batches that reached somebody only, and from one by one', () => {
    const pace = new BoardPace();
    const before = pace.tick(1000);
    pace.measured(0, 50);
    expect(pace.tick(1000)).toBe(before);
    pace.measured(1000, 8.8);
    expect(pace.tick(1000)).toBeGreaterThan(before);
    expect(pace.tick(1000)).toBeLessThan(paceAt(0.0088).tick(1000));
  });
});
