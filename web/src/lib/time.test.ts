import { instantOf, relativeTime, timeFormats, wallTimeOf } from './time.js';

it('E1: shows times in the event’s zone, whatever the phone’s', () => {
  const time = timeFormats('en', 'Asia/Shanghai');
  expect(time.span('2026-05-01T06:00:00Z', '2026-05-01T09:30:00Z')).toBe('14:00–17:30');
  expect(time.span('2026-05-01T06:00:00Z', '2026-05-01T17:00:00Z')).toContain('Sat');
  expect(timeFormats('zh-CN', 'Asia/Shanghai').day('2026-05-01T17:00:00Z')).toContain('5月2日');
});

it('says midnight as 00:00', () => {
  expect(timeFormats('en', 'Asia/Shanghai').time('2026-05-01T16:00:00Z')).toBe('00:00');
});

it.each([
  ['2026-05-01T14:00', 'Asia/Shanghai', '2026-05-01T06:00:00.000Z'],
  ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T04:00', 'Europe/Berlin', '2026-10-25T03:00:00.000Z'],
  ['2026-11-01T09:00', 'America/New_York', '2026-11-01T14:00:00.000Z'],
])('takes %s in %s as %s and gives it back', (wall, zone, instant) => {
  expect(instantOf(wall, zone)).toBe(instant);
  expect(wallTimeOf(instant, zone)).toBe(wall);
});

it('speaks of near times in words', () => {
  const now = Date.parse('2026-05-01T06:00:00Z');
  expect(relativeTime('2026-05-01T05:57:00Z', now, 'en')).toBe('3 minutes ago');
  expect(relativeTime('2026-05-01T06:00:20Z', now, 'en')).toBe('now');
  expect(relativeTime('2026-05-03T06:00:00Z', now, 'zh-CN')).toBe('后天');
});
