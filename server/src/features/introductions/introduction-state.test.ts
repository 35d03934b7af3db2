import fc from 'fast-check';
import {
  type Act,
  act,
  actsOf,
  alreadyDone,
  endSilently,
  type Introduction,
  type Part,
  visibleState,
} from './introduction-state.js';

const START = Date.parse('2026-06-01T10:00:00Z');
const MINUTE = 60_000;
const EXPIRES = 30;
const at = (minute: number) => new Date(START + minute * MINUTE);
const PARTS: Part[] = ['requester', 'introducer', 'target'];
const ACTS: Act[] = ['pass-on', 'decline', 'agree', 'withdraw', 'met', 'missed'];

function fresh(startedBy: Introduction['startedBy']): Introduction {
  const offer = startedBy === 'introducer';
  return {
    state: offer ? 'passed-on' : 'asked',
    endReason: null,
    startedBy,
    hasThrough: false,
    throughPassedAt: null,
    introducerJoins: false,
    requesterWord: null,
    targetWord: null,
    requesterAcceptedAt: offer ? null : at(0),
    targetAcceptedAt: null,
    createdAt: at(0),
    passedOnAt: offer ? at(0) : null,
    agreedAt: null,
    endedAt: null,
    expiresAt: at(EXPIRES),
    eventEndsAt: at(180),
  };
}

interface Step {
  minute: number;
  who: Part | 'time' | 'block' | 'left';
  what: Act;
}
const stepsOf = (who: Step['who'][]) =>
  fc
    .array(
      fc.record({
        minute: fc.integer({ min: 1, max: EXPIRES + 5 }),
        who: fc.constantFrom(...who),
        what: fc.constantFrom(...ACTS),
      }),
      { maxLength: 8 },
    )
    .map((steps) => steps.toSorted((a, b) => a.minute - b.minute));

function apply(before: Introduction, { minute, who, what }: Step): Introduction {
  const now = at(minute);
  if (who === 'time') return now >= before.expiresAt ? endSilently(before, 'expired', before.expiresAt) : before;
  if (who === 'block' || who === 'left') return endSilently(before, who === 'block' ? 'blocked' : 'left', now);
  return actsOf(before, who, now).includes(what) ? act(before, who, what, now) : before;
}

/** What a person sees and may do, minute by minute, while the others do `steps`. */
function film(start: Introduction, part: Part, steps: Step[]) {
  let real = start;
  const pictures: string[] = [];
  let agreed = false;
  for (let minute = 0; minute <= EXPIRES + 10; minute += 1) {
    for (const step of steps.filter((one) => one.minute === minute)) real = apply(real, step);
    agreed ||= real.agreedAt !== null;
    pictures.push(JSON.stringify([visibleState(real, part, at(minute)), actsOf(real, part, at(minute))]));
  }
  return { pictures, agreed, real };
}

describe('I1: the states of an introduction', () => {
  it('asked → passed on → agreed → met, each by the one whose turn it is', () => {
    let real = fresh('requester');
    const turns: [number, Part, Act, string][] = [
      [1, 'introducer', 'pass-on', 'passed-on'],
      [2, 'target', 'agree', 'agreed'],
      [3, 'requester', 'met', 'met'],
    ];
    for (const [minute, part, what, state] of turns) {
      for (const other of PARTS.filter((one) => one !== part && !(state === 'met' && one === 'target')))
        expect(actsOf(real, other, at(minute))).not.toContain(what);
      expect(actsOf(real, part, at(minute))).toContain(what);
      real = act(real, part, what, at(minute));
      expect(real.state).toBe(state);
    }
    // What they said can be put right; who has brought them together has done their part.
    expect(PARTS.map((part) => actsOf(real, part, at(4)))).toEqual([['missed'], [], ['met', 'missed']]);
  });

  it('I4: an offer comes about only when both accept, in either order', () => {
    for (const [first, second] of [
      ['requester', 'target'],
      ['target', 'requester'],
    ] as const) {
      const once = act(fresh('introducer'), first, 'agree', at(1));
      expect(once.state).toBe('passed-on');
      expect(actsOf(once, first, at(1))).toEqual(['decline']);
      expect(act(once, second, 'agree', at(2)).state).toBe('agreed');
    }
  });

  it('whatever happens, in whatever order: agreed needs both, an end stays an end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Introduction['startedBy']>('requester', 'introducer'),
        stepsOf([...PARTS, 'time', 'block', 'left']),
        (startedBy, steps) => {
          let real = fresh(startedBy);
          for (const step of steps) {
            const next = apply(real, step);
            if (['agreed', 'met', 'missed'].includes(next.state))
              expect([next.requesterAcceptedAt, next.targetAcceptedAt, next.agreedAt]).not.toContain(null);
            if (['passed-on', 'agreed', 'met', 'missed'].includes(next.state)) expect(next.passedOnAt).not.toBeNull();
            expect(['met', 'missed', 'not-this-time'].includes(next.state)).toBe(next.endedAt !== null);
            if (['met', 'missed', 'not-this-time'].includes(real.state)) expect(next.state).toBe(real.state);
            real = next;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a repeated tap is known as done', () => {
    const passed = act(fresh('requester'), 'introducer', 'pass-on', at(1));
    expect(alreadyDone(passed, 'introducer', 'pass-on', at(2))).toBe(true);
    expect(alreadyDone(passed, 'target', 'agree', at(2))).toBe(false);
    const agreed = act(passed, 'target', 'agree', at(2));
    expect(alreadyDone(agreed, 'target', 'agree', at(3))).toBe(true);
    expect(alreadyDone(agreed, 'target', 'decline', at(3))).toBe(false);
    expect(alreadyDone(act(passed, 'target', 'decline', at(2)), 'target', 'decline', at(3))).toBe(true);
  });
});

describe('I2: what may be known', () => {
  const others: Step['who'][] = ['introducer', 'target', 'time', 'block', 'left'];

  it('the requester’s picture is the same, minute by minute, whether the others say no, nothing, or leave', () => {
    const nothing = film(fresh('requester'), 'requester', []);
    fc.assert(
      fc.property(stepsOf(others), (steps) => {
        const { pictures, agreed } = film(fresh('requester'), 'requester', steps);
        fc.pre(!agreed);
        expect(pictures).toEqual(nothing.pictures);
      }),
      { numRuns: 1000 },
    );
    expect(new Set(nothing.pictures).size).toBe(2);
  });

  it('and the same after taking the request back, whatever had happened by then', () => {
    const withdraw: Step = { minute: 12, who: 'requester', what: 'withdraw' };
    const nothing = film(fresh('requester'), 'requester', [withdraw]);
    fc.assert(
      fc.property(stepsOf(others), (steps) => {
        const { pictures, agreed } = film(fresh('requester'), 'requester', [...steps, withdraw]);
        fc.pre(!agreed);
        expect(pictures).toEqual(nothing.pictures);
      }),
      { numRuns: 500 },
    );
  });

  it('the target knows nothing of what was not passed on', () => {
    const nothing = film(fresh('requester'), 'target', []);
    expect(new Set(nothing.pictures)).toEqual(new Set(['[null,[]]']));
    fc.assert(
      fc.property(stepsOf(['requester', 'introducer', 'target', 'time', 'block', 'left']), (steps) => {
        const { pictures, real } = film(fresh('requester'), 'target', steps);
        fc.pre(real.passedOnAt === null);
        expect(pictures).toEqual(nothing.pictures);
      }),
      { numRuns: 1000 },
    );
  });

  it('the introducer does not learn whether the target said no or nothing', () => {
    const passOn: Step = { minute: 1, who: 'introducer', what: 'pass-on' };
    const nothing = film(fresh('requester'), 'introducer', [passOn]);
    const declined = film(fresh('requester'), 'introducer', [passOn, { minute: 2, who: 'target', what: 'decline' }]);
    expect(declined.real.endReason).toBe('target-declined');
    expect(declined.pictures).toEqual(nothing.pictures);
  });

  it('I4: neither of the two learns how the other has answered an offer that comes to nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<[Part, Part]>(['requester', 'target'], ['target', 'requester']),
        stepsOf(['target']),
        stepsOf(['target']),
        (pair, mine, theirs) => {
          const [me, other] = pair;
          const own = mine.map((step) => ({ ...step, who: me }));
          const alone = film(fresh('introducer'), me, own);
          const together = film(fresh('introducer'), me, [...own, ...theirs.map((step) => ({ ...step, who: other }))]);
          fc.pre(!together.agreed);
          expect(together.pictures).toEqual(alone.pictures);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
