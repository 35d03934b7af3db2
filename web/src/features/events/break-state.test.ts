import type { AgendaItem } from '@teabreak/shared';
import { breakState } from './break-state.js';

const item = (id: string, from: string, to: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  kind: 'break',
  title: id,
  startsAt: `2026-05-01T${from}:00Z`,
  endsAt: `2026-05-01T${to}:00Z`,
  openedAt: null,
  closedAt: null,
  ...more,
});
const at = (time: string) => Date.parse(`2026-05-01T${time}:00Z`);
const event = (...agenda: AgendaItem[]) => ({ agenda, endsAt: '2026-05-01T18:00:00Z' });

describe('breakState', () => {
  it('names the earliest break to come, whatever the order of the programme', () => {
    const state = breakState(event(item('late', '16:00', '16:30'), item('early', '15:00', '15:30')), at('14:00'));
    expect(state).toMatchObject({ kind: 'next', item: { id: 'early' } });
  });

  it('keeps a break that starts late as the next one, and follows the hosts, not the clock', () => {
    const late = item('tea', '15:00', '15:30');
    expect(breakState(event(late), at('15:10'))).toMatchObject({ kind: 'next', item: { id: 'tea' } });
    const opened = { ...late, openedAt: '2026-05-01T15:12:00Z' };
    expect(breakState(event(opened), at('15:40'))).toMatchObject({ kind: 'open', item: { id: 'tea' } });
    expect(breakState(event({ ...opened, closedAt: '2026-05-01T15:41:00Z' }), at('15:42'))).toEqual({ kind: 'none' });
  });

  it('tells "no break was planned" from "no break is left" and from "it is over"', () => {
    expect(breakState(event(), at('14:00'))).toEqual({ kind: 'unannounced' });
    expect(breakState(event(item('tea', '15:00', '15:30')), at('17:00'))).toEqual({ kind: 'none' });
    expect(breakState(event(item('tea', '15:00', '15:30')), at('18:00'))).toEqual({ kind: 'over' });
  });

  it('never takes a session for a break', () => {
    expect(breakState(event(item('talk', '15:00', '15:30', { kind: 'session' })), at('14:00'))).toEqual({
      kind: 'unannounced',
    });
  });
});
