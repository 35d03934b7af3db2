import type { RoundClock, RoundPhase, RoundsDesk, ScreenRounds } from '@teabreak/shared';
import type { RoundPerson } from './round-people.repository.js';
import type { SeatedPerson } from './round-seats.repository.js';
import { roundsInAll } from './round-times.js';
import type { RoundRow, SeriesRow } from './rounds.repository.js';
import { byTable } from './seating.js';

export function presentClock(series: SeriesRow, round: RoundRow, now: Date): RoundClock {
  return {
    seriesId: series.id,
    roundId: round.id,
    number: round.number,
    of: roundsInAll(round.number, series),
    phase: series.state === 'ended' ? 'over' : (round.phase as RoundPhase),
    startsAt: round.startsAt.toISOString(),
    endsAt: round.endsAt.toISOString(),
    now: now.toISOString(),
  };
}

interface DeskFacts {
  series: SeriesRow | null;
  clock: RoundClock | null;
  ready: RoundPerson[];
  seats: SeatedPerson[];
  held: ReadonlySet<number>;
  out: RoundPerson[];
  /** Who is to meet somebody while this round runs. */
  appointed: RoundPerson[];
}

/** For those who run the event: everybody by name, wherever they are. */
export function presentDesk({ series, clock, ready, seats, held, out, appointed }: DeskFacts): RoundsDesk {
  const seated = new Set(seats.map(({ registrationId }) => registrationId));
  const unseated = seats.length === 0 ? [] : ready.filter(({ registrationId }) => !seated.has(registrationId));
  const busy = new Set(appointed.map(({ registrationId }) => registrationId));
  return {
    clock,
    breakId: series?.breakId ?? null,
    settings: series && {
      minutes: series.minutes,
      changeoverSeconds: series.changeoverSeconds,
      rounds: series.rounds,
      oddOneOut: series.oddOneOut,
    },
    tables: [...byTable(seats)].map(([table, people]) => ({
      table,
      people: people.map((person) => ({ ...named(person), absent: person.attendance !== 'here' })),
      held: held.has(table),
    })),
    sittingOut: seats.filter(({ table, attendance }) => table === null && attendance === 'here').map(named),
    waiting: unseated.filter(({ registrationId }) => !busy.has(registrationId)).map(named),
    meeting: unseated.filter(({ registrationId }) => busy.has(registrationId)).map(named),
    out: out.map(named),
    ready: ready.length,
  };
}

/** For the wall: who did not consent to it is a seat without a name (P1). */
export function presentScreen(clock: RoundClock, seats: readonly SeatedPerson[]): ScreenRounds {
  const tables = [...byTable(seats)].map(([table, people]) => ({
    table,
    people: people.map(({ name, onScreen }) => (onScreen ? name : null)),
  }));
  return { clock, tables };
}

function named({ registrationId, name }: RoundPerson): RoundPerson {
  return { registrationId, name };
}
