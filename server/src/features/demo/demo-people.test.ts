import { GoalInput, LIMITS } from '@teabreak/shared';
import { companionKeys, DEMO_GUESTS, demoCompany } from './demo-people.js';
import { programmeAt } from './demo-programme.js';
import { demoVisitor } from './demo-visitor.js';

describe('the demo’s people', () => {
  const { people, acquaintances } = demoCompany();

  it('are the same 160 each time, with names of their own in both scripts', () => {
    expect(demoCompany()).toEqual({ people, acquaintances });
    expect(people).toHaveLength(DEMO_GUESTS);
    expect(new Set(people.map(({ name }) => name)).size).toBe(DEMO_GUESTS);
    const chinese = people.filter(({ name }) => /\p{Script=Han}/u.test(name));
    expect(chinese.length).toBeGreaterThan(60);
    expect(chinese.length).toBeLessThan(120);
  });

  it('say what the forms would take, too', () => {
    for (const { goal, headline, name, commonalities, recognise } of people) {
      expect(GoalInput.safeParse(goal).success).toBe(true);
      expect(name.length).toBeLessThanOrEqual(LIMITS.name);
      expect(headline.length).toBeLessThanOrEqual(LIMITS.headline);
      expect(recognise.length).toBeLessThanOrEqual(LIMITS.recognise);
      expect(commonalities.length).toBeLessThanOrEqual(LIMITS.commonalities);
      expect(new Set(commonalities.map(({ kind, value }) => `${kind}:${value}`)).size).toBe(commonalities.length);
    }
  });

  it('are here by about sixty per cent, and companions always', () => {
    const here = people.filter(({ cameMinutesAgo }) => cameMinutesAgo !== null).length;
    expect(here / people.length).toBeGreaterThan(0.5);
    expect(here / people.length).toBeLessThan(0.7);
    const companions = people.filter(({ key }) => companionKeys().includes(key));
    expect(companions).toHaveLength(3);
    for (const companion of companions)
      expect(companion).toMatchObject({ cameMinutesAgo: expect.any(Number), boardLevel: 'everyone' });
  });

  it('K1: know each other in pairs, each pair once', () => {
    expect(new Set(acquaintances.map(([one, other]) => `${one}-${other}`)).size).toBe(acquaintances.length);
    for (const [one, other] of acquaintances) expect(one).toBeLessThan(other);
  });

  it('come on an evening that has begun and whose first break opens within a minute', () => {
    const now = new Date();
    const { startsAt, endsAt, agenda } = programmeAt(now);
    expect(now.getTime() - startsAt.getTime()).toBe(40 * 60_000);
    const breaks = agenda.filter(({ kind }) => kind === 'break');
    expect(breaks.length).toBeGreaterThan(1);
    expect((breaks[0]?.startsAt.getTime() ?? 0) - now.getTime()).toBeLessThanOrEqual(60_000);
    for (const item of agenda) expect(item.endsAt.getTime()).toBeLessThanOrEqual(endsAt.getTime());
  });

  it('give whoever steps in a name that nobody else has', () => {
    const names = Array.from({ length: 50 }, (_, serial) => demoVisitor('zh-CN', serial).name);
    expect(new Set(names).size).toBe(50);
    expect(demoVisitor('en', 0, 'Ana').name).toBe('Ana');
  });
});
