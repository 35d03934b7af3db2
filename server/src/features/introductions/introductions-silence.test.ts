import type { TestAttendee } from '../../../test/factories.js';
import { IntroductionsRoom } from '../../../test/introductions-room.js';
import { createTestApp, type TestApp } from '../../../test/test-app.js';

/** Of each kind of answer. */
const SAMPLES = 60;
/** How the three histories differ that must not differ to the requester (I2). */
const HISTORIES = ['nothing', 'introducer declines', 'target declines'] as const;

let app: TestApp;
let room: IntroductionsRoom;
beforeAll(async () => {
  app = await createTestApp();
  app.clock.set(new Date());
  room = await IntroductionsRoom.open(app);
});
afterAll(() => app.close());

interface Lived {
  requester: TestAttendee;
  target: TestAttendee;
  introducer: TestAttendee;
  id: string;
}
async function live(history: (typeof HISTORIES)[number]): Promise<Lived> {
  const [requester, target, introducer] = (await room.people('Rae', 'Tom', 'Ivy')) as [
    TestAttendee,
    TestAttendee,
    TestAttendee,
  ];
  await room.knows(introducer, requester, target);
  const { id } = (await room.ask(requester, target, { introducer }).expect(201)).body;
  if (history === 'introducer declines') await room.tap(introducer, id, 'decline').expect(200);
  if (history === 'target declines') {
    await room.tap(introducer, id, 'pass-on').expect(200);
    await room.tap(target, id, 'decline').expect(200);
  }
  return { requester, target, introducer, id };
}

/** What a requester can ask again and again. */
const QUESTIONS = {
  list: ({ requester }: Lived) => room.get(requester, 'introductions').expect(200),
  one: ({ requester, id }: Lived) => room.get(requester, `introductions/${id}`).expect(200),
  again: ({ requester, target, introducer }: Lived) => room.ask(requester, target, { introducer }),
};

/** Kolmogorov–Smirnov: how likely two samples differ so much by chance (Numerical Recipes 14.3). */
function likelihoodOfSame(a: readonly number[], b: readonly number[]): number {
  const share = (of: readonly number[], upTo: number) => of.filter((one) => one <= upTo).length / of.length;
  const distance = Math.max(...[...a, ...b].map((at) => Math.abs(share(a, at) - share(b, at))));
  const size = Math.sqrt((a.length * b.length) / (a.length + b.length));
  const lambda = (size + 0.12 + 0.11 / size) * distance;
  const terms = Array.from(
    { length: 100 },
    (_, at) => (at % 2 === 0 ? 2 : -2) * Math.exp(-2 * (at + 1) ** 2 * lambda ** 2),
  );
  return lambda < 0.2 ? 1 : terms.reduce((sum, term) => sum + term, 0);
}

/** Milliseconds per history, asked in turn so that a busy machine harms all alike. */
async function measure(lived: readonly Lived[], ask: (one: Lived) => PromiseLike<unknown>): Promise<number[][]> {
  const times: number[][] = lived.map(() => []);
  for (let sample = 0; sample < SAMPLES; sample += 1)
    for (const at of [0, 1, 2].map((one) => (one + sample) % 3)) {
      const from = performance.now();
      await ask(lived[at] as Lived);
      times[at]?.push(performance.now() - from);
    }
  return times;
}

describe('I2: a no cannot be told from silence by how long an answer takes', () => {
  it('lists, one introduction, and asking once more take as long, whatever has happened', async () => {
    const lived = await Promise.all(HISTORIES.map(live));
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      let likely = 0;
      // Of many comparisons one comes out unlikely by chance; what differs does so each time.
      for (let attempt = 0; attempt < 3 && likely < 0.01; attempt += 1) {
        const [silence = [], ...others] = await measure(lived, ask);
        likely = Math.min(...others.map((other) => likelihoodOfSame(silence, other)));
      }
      expect({ name, same: likely >= 0.01 }).toEqual({ name, same: true });
    }
  }, 300_000);

  it('negative control: three milliseconds more would be seen', async () => {
    const lived = await Promise.all(HISTORIES.map(live));
    const [silence = []] = await measure(lived, QUESTIONS.one);
    expect(
      likelihoodOfSame(
        silence,
        silence.map((time) => time + Math.max(3, time)),
      ),
    ).toBeLessThan(0.01);
  }, 300_000);
});
