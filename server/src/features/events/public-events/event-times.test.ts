import { eventTimes } from './event-times.js';

const span = { startsAt: '2026-06-06T06:00:00Z', endsAt: '2026-06-06T10:00:00Z', timeZone: 'Asia/Shanghai' };

it('F29: says the time in the event’s zone, in the reader’s language', () => {
  expect(eventTimes(span, 'en')).toBe('Saturday, 6 June 2026, 14:00 – 18:00 (UTC+8)');
  expect(eventTimes(span, 'zh-CN')).toBe('2026年6月6日星期六 14:00 – 18:00 (UTC+8)');
});

it('names the second day when an evening runs past midnight there', () => {
  expect(eventTimes({ ...span, timeZone: 'America/New_York', endsAt: '2026-06-07T05:30:00Z' }, 'en')).toBe(
    'Saturday, 6 June 2026, 02:00 – Sunday, 7 June 2026, 01:30 (UTC-4)',
  );
});

it('half-hour zones keep their minutes', () => {
  expect(eventTimes({ ...span, timeZone: 'Asia/Kolkata' }, 'en')).toContain('(UTC+5:30)');
  expect(eventTimes({ ...span, timeZone: 'UTC' }, 'en')).toContain('(UTC)');
});
