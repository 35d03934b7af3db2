import { MatchedGround } from './matched-ground.js';

it('G2: thousands of things nobody has read before do not keep others waiting', async () => {
  const ground = new MatchedGround();
  const traits = Array.from({ length: 3000 }, (_, at) => ({
    kind: 'interest' as const,
    value: `making paper lanterns ${at}`,
  }));
  let turns = 0;
  const beat = setInterval(() => turns++, 1);
  const keys = await ground.keysOf(traits);
  clearInterval(beat);
  expect(turns).toBeGreaterThan(2);
  expect(new Set(keys.flat()).size).toBeGreaterThan(0);
  expect(await ground.keysOf(traits)).toEqual(keys);
});
