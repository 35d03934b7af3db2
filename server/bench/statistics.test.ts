import { oversold, percentile } from './statistics.js';

const once = (...values: number[]) => values.map((value) => ({ value, weight: 1 }));

describe('percentile', () => {
  it('counts from the smallest, whatever the order', () => {
    expect(percentile(once(4, 1, 3, 2), 0.5)).toBe(2);
    expect(percentile(once(4, 1, 3, 2), 0.75)).toBe(3);
    expect(percentile(once(4, 1, 3, 2), 1)).toBe(4);
  });

  it('lets a heavy sample count as many', () => {
    const samples = [
      { value: 10, weight: 98 },
      { value: 500, weight: 2 },
    ];
    expect(percentile(samples, 0.98)).toBe(10);
    expect(percentile(samples, 0.99)).toBe(500);
  });

  it('is nothing of nothing', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('oversold', () => {
  it('counts seats sold twice, and refuses to praise seats left empty', () => {
    expect(oversold(50, 50, 200)).toBe(0);
    expect(oversold(53, 50, 200)).toBe(3);
    expect(oversold(20, 50, 20)).toBe(0);
    expect(() => oversold(49, 50, 200)).toThrow(/turned away/u);
  });
});
