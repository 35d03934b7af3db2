import { Departures } from './departures.js';

describe('departures', () => {
  let now: number;
  let departures: Departures;
  beforeEach(() => {
    now = 1000;
    departures = new Departures(() => now);
  });

  it('are known from their moment on, by name', () => {
    departures.note('ann');
    expect(departures.since('ann', 999)).toBe(true);
    expect(departures.since('ann', 1000)).toBe(true);
    expect(departures.since('ann', 1001)).toBe(false);
    expect(departures.since('ann')).toBe(true);
    expect(departures.since('bo')).toBe(false);
  });

  it('are forgotten after a minute, the newest of each name counts', () => {
    for (const name of ['ann', 'bo', 'ann', 'cat']) {
      departures.note(name);
      now += 30_000;
    }
    expect(['ann', 'bo', 'cat'].map((name) => departures.since(name))).toEqual([true, false, true]);
  });
});
