import fc from 'fast-check';
import { addDays, dayIn, daysBetween, firstPlan, planAfter, stepName } from './follow-up-schedule.js';

const MET = '2026-06-06';

it('F3: a day, a week and three weeks after the talk, then every eight weeks', () => {
  let plan = firstPlan(MET, MET);
  const dates = [plan.dueOn];
  const steps = [stepName(plan.step)];
  for (let times = 0; times < 4; times += 1) {
    plan = planAfter(MET, plan.step, plan.dueOn);
    dates.push(plan.dueOn);
    steps.push(stepName(plan.step));
  }
  expect(dates).toEqual(['2026-06-07', '2026-06-13', '2026-06-27', '2026-08-22', '2026-10-17']);
  expect(steps).toEqual(['first-day', 'first-week', 'third-week', 'rhythm', 'rhythm']);
});

it('F3: who is late is not asked twice in a row', () => {
  // Five days late with the first: the week's date would come two days later.
  expect(planAfter(MET, 0, '2026-06-11')).toEqual({ step: 2, dueOn: '2026-06-27' });
  expect(planAfter(MET, 0, '2026-07-30')).toEqual({ step: 3, dueOn: '2026-09-24' });
});

it('F3: a talk of long ago is due today and not in the past', () =>
  expect(firstPlan('2026-01-01', MET)).toEqual({ step: 0, dueOn: MET }));

it('F3: whatever was done when, the next date leaves a breath and steps only go on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 400 }), (step, after) => {
      const today = addDays(MET, after);
      const plan = planAfter(MET, step, today);
      expect(daysBetween(today, plan.dueOn)).toBeGreaterThanOrEqual(3);
      expect(plan.step).toBeGreaterThan(Math.min(step, 2));
    }),
  );
});

it('F3: a day is the day where the person lives', () => {
  const at = new Date('2026-06-06T16:30:00Z');
  expect(dayIn('Asia/Shanghai', at)).toBe('2026-06-07');
  expect(dayIn('America/New_York', at)).toBe('2026-06-06');
});
