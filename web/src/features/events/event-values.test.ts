import { daysOf, endAfter, inputOf, newEventValues, nextTeaBreak, offsetOf, timeOf, valuesOf } from './event-values.js';

const evening = { startsAt: '2026-05-01T19:00', endsAt: '2026-05-01T22:00' };
const values = { ...newEventValues('Asia/Shanghai', Date.parse('2026-04-20T00:00:00Z')), ...evening, title: 'Mixer' };

describe('a time of day in the programme', () => {
  it('means the nearest one: doors before the start, the last song after midnight', () => {
    expect(offsetOf('20:15', evening)).toBe(75);
    expect(offsetOf('18:30', evening)).toBe(-30);
    expect(offsetOf('00:15', evening)).toBe(315);
  });

  it('belongs to its own date where the event lasts several days', () => {
    const days = { startsAt: '2026-05-01T14:00', endsAt: '2026-05-03T12:00' };
    expect(daysOf(days)).toEqual(['2026-05-01', '2026-05-02', '2026-05-03']);
    expect(offsetOf('09:00', days)).toBe(-300);
    expect(timeOf(-300, days.startsAt)).toBe('09:00');
  });

  it('stays null while it is half typed', () => {
    expect(offsetOf('', evening)).toBeNull();
    expect(timeOf(null, evening.startsAt)).toBe('');
  });
});

describe('moving the event', () => {
  it('keeps its length and moves the programme along', () => {
    const startsAt = '2026-06-12T14:30';
    const moved = { ...values, agenda: [nextTeaBreak(values, 'Tea')], endsAt: endAfter(evening, startsAt), startsAt };
    expect(moved.endsAt).toBe('2026-06-12T17:30');
    expect(inputOf(moved).agenda).toMatchObject([
      { startsAt: '2026-06-12T07:45:00.000Z', endsAt: '2026-06-12T08:15:00.000Z' },
    ]);
  });

  it('leaves the end alone while the start is half typed, and comes back to a sensible one', () => {
    expect(endAfter(evening, '')).toBe(evening.endsAt);
    expect(endAfter({ startsAt: '', endsAt: evening.endsAt }, '2026-07-01T10:00')).toBe('2026-07-01T13:00');
  });
});

describe('what is sent', () => {
  it('E1: gives instants in the event’s zone, whatever the browser’s, also across a change of summer time', () => {
    const berlin = { ...values, timeZone: 'Europe/Berlin', startsAt: '2026-10-25T01:30', endsAt: '2026-10-25T04:30' };
    expect(inputOf(berlin)).toMatchObject({ startsAt: '2026-10-24T23:30:00.000Z', endsAt: '2026-10-25T03:30:00.000Z' });
  });

  it('hands half-typed times and numbers on for the schema to name', async () => {
    const { EventInput } = await import('@teabreak/shared');
    const { schemaErrors } = await import('../../lib/schema-errors.js');
    const row = { ...nextTeaBreak(values, ''), to: null };
    const input = inputOf({ ...values, endsAt: '', capacity: 'many', agenda: [row] });
    expect(Object.keys(schemaErrors(EventInput, input, 'en')).sort()).toEqual([
      'agenda.0.endsAt',
      'agenda.0.title',
      'capacity',
      'endsAt',
    ]);
  });

  it('comes back from the server as it was sent', () => {
    const sent = inputOf({ ...values, capacity: '80', agenda: [nextTeaBreak(values, 'Tea')] });
    const item = { ...sent.agenda?.[0], id: 'a', openedAt: null, closedAt: null };
    const event = { ...sent, capacity: 80, agenda: [item], places: [], languages: ['en'] };
    const back = valuesOf(event as unknown as Parameters<typeof valuesOf>[0]);
    expect(back).toMatchObject({ ...evening, capacity: '80', agenda: [{ from: 75, to: 105, day: 0 }] });
  });
});

describe('a tea break', () => {
  it('stands in the middle, the next one an hour later, none after the end', () => {
    const first = nextTeaBreak(values, 'Tea');
    expect([first.from, first.to]).toEqual([75, 105]);
    const second = nextTeaBreak({ ...values, agenda: [first] }, 'Tea');
    expect([second.from, second.to]).toEqual([150, 180]);
    expect(second.to).toBeLessThanOrEqual(180);
  });
});
