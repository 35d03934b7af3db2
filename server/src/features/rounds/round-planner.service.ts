import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BackgroundTasks } from '../../common/background/background-tasks.js';
import { MatchmakingService } from '../matchmaking/matchmaking.service.js';
import { AppointmentsRepository } from './appointments.repository.js';
import type { run } from './pairing/pair.js';
import type { RoundPlan, RoundProblem } from './pairing/plan-round.js';
import { RoundPeopleRepository } from './round-people.repository.js';
import { RoundSeatsRepository } from './round-seats.repository.js';
import type { RoundRow, SeriesRow } from './rounds.repository.js';
import { byTable, type Pair, pairsAmong, type Seat } from './seating.js';
import { numbered } from './table-numbers.js';

const PAIR = new URL('./pairing/pair.js', import.meta.url);

export interface PlannedTables {
  /** By their numbers. */
  tables: ReadonlyMap<number, readonly string[]>;
  sittingOut: string[];
  /** Who goes on together, and who meets for the first time. */
  heldPairs: Pair[];
  newPairs: Pair[];
}

/** The round that is planned. */
interface Wanted {
  /** The one that is just over; its held tables go on. */
  before: RoundRow | null;
  /** This one included. */
  roundsLeft: number;
  talks: { startsAt: Date; endsAt: Date };
}

/** Whom the next round seats where (R2, R3): the facts as of this transaction, paired off the server's own thread. */
@Injectable()
export class RoundPlanner {
  constructor(
    private readonly people: RoundPeopleRepository,
    private readonly seats: RoundSeatsRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly matchmaking: MatchmakingService,
    private readonly background: BackgroundTasks,
  ) {}

  async plan(
    manager: EntityManager,
    { id, eventId, oddOneOut }: SeriesRow,
    { before, roundsLeft, talks }: Wanted,
  ): Promise<PlannedTables> {
    const meeting = (await this.appointments.during(eventId, talks, manager)).map(idOf);
    const people = (await this.people.ready(eventId, id, manager)).map(idOf).filter((one) => !meeting.includes(one));
    const seats = before === null ? [] : await this.seats.current(manager, before.id);
    const holds = before === null ? new Set<number>() : await this.seats.heldTables(before.id, manager);
    const unwilling = await this.people.unwilling(manager, eventId);
    const held = heldTables(seats, holds, new Set(people), new Set(unwilling.map(String)));
    const plan = await this.pair(
      {
        people,
        weights: await this.matchmaking.pairWeights(eventId, people),
        forbidden: [...(await this.people.met(manager, eventId, null)), ...unwilling],
        held: [...held.values()],
        ...(await this.seats.turns(manager, eventId, before?.id ?? null)),
        oddOneOut,
        roundsLeft,
      },
      await this.people.known(manager, eventId),
    );
    const together = new Set([...held.values()].flat());
    const made = plan.tables.filter(([one]) => one !== undefined && !together.has(one));
    const tableOf = new Map(
      seats.flatMap(({ registrationId, table }) => (table === null ? [] : [[registrationId, table]])),
    );
    return {
      tables: numbered(held, made, tableOf),
      sittingOut: plan.sittingOut,
      heldPairs: [...held.values()].flatMap(pairsAmong),
      newPairs: made.flatMap(pairsAmong),
    };
  }

  /** People who know each other sit together only where somebody would be left over otherwise. */
  private async pair(problem: RoundProblem, known: readonly Pair[]): Promise<RoundPlan> {
    const amongStrangers = { ...problem, forbidden: [...problem.forbidden, ...known] };
    const plan = await this.background.run<typeof run>(PAIR, amongStrangers);
    const unavoidable = problem.oddOneOut === 'sit-out' ? problem.people.length % 2 : 0;
    if (known.length === 0 || plan.sittingOut.length <= unavoidable) return plan;
    const amongAll = await this.background.run<typeof run>(PAIR, problem);
    return amongAll.sittingOut.length < plan.sittingOut.length ? amongAll : plan;
  }
}

const idOf = ({ registrationId }: { registrationId: string }) => registrationId;

/** What is left of the held tables: those who still take part and want to, where that is not one alone. */
function heldTables(
  seats: readonly Seat[],
  holds: ReadonlySet<number>,
  ready: ReadonlySet<string>,
  unwilling: ReadonlySet<string>,
): Map<number, string[]> {
  const left = [...byTable(seats)].map(([table, people]): [number, string[]] => [
    table,
    people.map(({ registrationId }) => registrationId).filter((id) => ready.has(id)),
  ]);
  return new Map(
    left.filter(
      ([table, people]) =>
        holds.has(table) && people.length > 1 && !pairsAmong(people).some((pair) => unwilling.has(String(pair))),
    ),
  );
}
