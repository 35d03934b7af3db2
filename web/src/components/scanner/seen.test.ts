import { createSeen } from './seen.js';

describe('what the camera sees', () => {
  it('is one scan as long as it stays, however long that is', () => {
    const isNew = createSeen();
    expect(isNew('TB1.a', 0)).toBe(true);
    for (let at = 160; at < 10_000; at += 160) expect(isNew('TB1.a', at)).toBe(false);
  });

  it('is another scan when it was away, or when it is another code', () => {
    const isNew = createSeen();
    expect(isNew('TB1.a', 0)).toBe(true);
    expect(isNew('TB1.b', 100)).toBe(true);
    expect(isNew('TB1.a', 200)).toBe(true);
    expect(isNew('TB1.a', 3000)).toBe(true);
  });
});
