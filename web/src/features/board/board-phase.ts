import type { PublicEvent } from '@teabreak/shared';

/** An evening runs late; as long the server looks after how people are. */
const AFTERWARDS_MS = 3 * 60 * 60_000;

/** `over`: everybody has gone home, and what the board last heard of them says nothing about now. */
export type BoardPhase = 'before' | 'during' | 'over';

/** Where an event is at `now` (ms). */
export function boardPhase({ startsAt, endsAt }: Pick<PublicEvent, 'startsAt' | 'endsAt'>, now: number): BoardPhase {
  if (now < Date.parse(startsAt)) return 'before';
  return now < Date.parse(endsAt) + AFTERWARDS_MS ? 'during' : 'over';
}
