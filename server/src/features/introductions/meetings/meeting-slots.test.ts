import fc from 'fast-check';
import { bestChance, chances, type Diary, type SlotBreak, slotsOf, slotTimes } from './meeting-slots.js';

const at = (time: string) => new Date(`2026-06-01T${time}:00Z`);
const tea = (from: string, until: string, more: Partial<SlotBreak> = {}): SlotBreak => ({
  ...{ id: from, startsAt: at(from), endsAt: at(until), openedAt: null, closedAt: null },
  ...more,
});
const begins = (teaBreak: SlotBreak, now: string) =>
  slotsOf(teaBreak, at(now)).map(({ startsAt }) => startsAt.toISOString().slice(11, 16));

describe('I7: the ten minutes of a break', () => {
  it.each([
    ['half an hour ahead', tea('10:00', '10:30'), '09:00', ['10:00', '10:10', '10:20']],
    ['in it: five minutes are enough', tea('10:00', '10:30'), '10:05', ['10:00', '10:10', '10:20']],
    ['in it: four are not', tea('10:00', '10:30'), '10:06', ['10:10', '10:20']],
    ['the last one takes what is left over', tea('10:00', '10:25'), '10:17', ['10:10']],
    ['a short break is one', tea('10:00', '10:07'), '09:00', ['10:00']],
    ['over', tea('10:00', '10:30'), '10:27', []],
    ['open although it should be over: now', tea('10:00', '10:30', { openedAt: at('10:00') }), '10:41', ['10:40']],
    [
      'opened early',
      tea('10:00', '10:30', { openedAt: at('09:48') }),
      '09:48',
      ['09:40', '09:50', '10:00', '10:10', '10:20'].slice(1),
    ],
    ['closed', tea('10:00', '10:30', { openedAt: at('10:00'), closedAt: at('10:05') }), '10:05', []],
  ])('%s', (_, teaBreak, now, expected) => {
    expect(begins(teaBreak, now)).toEqual(expected);
  });

  it('the earliest time with a place; nobody twice, no seat twice, whatever is taken', () => {
    const slot = fc.record({ breakId: fc.constantFrom('10:00', '12:00'), slot: fc.integer({ min: 0, max: 2 }) });
    const minute = fc.integer({ min: 0, max: 180 });
    fc.assert(
      fc.property(
        fc.record({
          people: fc.constantFrom(2, 3),
          booked: fc.array(slot, { maxLength: 5 }),
          seats: fc.array(fc.integer({ min: 2, max: 5 }), { maxLength: 3 }),
          taken: fc.array(fc.tuple(slot, fc.integer({ min: 0, max: 2 })), { maxLength: 12 }),
          rounds: fc.option(fc.tuple(minute, minute), { nil: null }),
          now: minute,
        }),
        ({ people, booked, seats, taken, rounds, now: minutes }) => {
          const now = new Date(at('09:30').getTime() + minutes * 60_000);
          const busy = rounds?.map((one) => new Date(at('09:30').getTime() + one * 60_000)) ?? [];
          const diary: Diary = {
            breaks: [tea('10:00', '10:30'), tea('12:00', '12:30')],
            places: seats.map((count, position) => ({ id: `p${position}`, seats: count, position })),
            booked,
            busy: busy[0] && busy[1] ? [{ from: busy[0], until: busy[1] }] : [],
            taken: taken.map(([one, place]) => ({ ...one, placeId: `p${place}`, seats: 2 })),
            people,
          };
          const found = chances(diary, now);
          const best = bestChance(found);
          expect(best === null).toBe(found.length === 0);
          for (const one of found) {
            expect(booked).not.toContainEqual({ breakId: one.breakId, slot: one.slot });
            for (const { from, until } of diary.busy) expect(from < one.endsAt && one.startsAt < until).toBe(false);
            for (const placeId of one.placeIds) {
              const here = diary.taken.filter(
                (other) => other.placeId === placeId && other.breakId === one.breakId && other.slot === one.slot,
              );
              const place = diary.places.find(({ id }) => id === placeId);
              expect(here.length * 2 + people).toBeLessThanOrEqual(place?.seats ?? 0);
            }
          }
          if (best && best.placeIds.length > 0)
            expect(found.filter((one) => one.startsAt < best.startsAt && one.placeIds.length > 0)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('times follow the break when it is moved', () => {
    expect(slotTimes(tea('10:00', '10:30'), 1)).toEqual({ startsAt: at('10:10'), endsAt: at('10:20') });
    expect(slotTimes(tea('11:00', '11:30'), 1)).toEqual({ startsAt: at('11:10'), endsAt: at('11:20') });
  });
});
