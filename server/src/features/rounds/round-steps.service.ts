import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { BoardLog } from '../../common/board-log.js';
import { Clock } from '../../common/clock.js';
import { DomainEvents } from '../../common/domain-events.js';
import { inTransaction } from '../../database/transaction.js';
import { EncountersService } from '../encounters/encounters.service.js';
import { RoundPeopleRepository } from './round-people.repository.js';
import { RoundPlanner } from './round-planner.service.js';
import { RoundSeatsRepository } from './round-seats.repository.js';
import { timesFrom } from './round-times.js';
import { type RoundRow, RoundsRepository, type SeriesRow } from './rounds.repository.js';

const ABANDONED_AFTER_MS = 30 * 60_000;

/** One transaction on one series. */
export interface RoundStep {
  manager: EntityManager;
  now: Date;
  /** The round whose talks are over through this step. */
  finished: string | null;
  /** Whose presence has changed. */
  moved: { id: string }[];
}

/**
 * What happens from one round to the next, each step in one transaction that holds the series' row: tables are made and
 * announced, talks begin, talks end and the next tables are made. A step that comes late, after a restart for instance, does what is
 * due then; the next round still gets its full changeover.
 */
@Injectable()
export class RoundSteps {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly seats: RoundSeatsRepository,
    private readonly people: RoundPeopleRepository,
    private readonly planner: RoundPlanner,
    private readonly encounters: EncountersService,
    private readonly board: BoardLog,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Runs `work`, which returns the series it has changed, if any. Everybody is told after the commit. */
  async perform(work: (step: RoundStep) => Promise<SeriesRow | null>): Promise<boolean> {
    const done = await inTransaction(this.dataSource, async (manager) => {
      const step: RoundStep = { manager, now: this.clock.now(), finished: null, moved: [] };
      const series = await work(step);
      return series && { ...series, encounterIds: await this.settle(step, series), moved: step.moved };
    });
    if (done === null) return false;
    const { eventId, encounterIds, moved } = done;
    for (const encounterId of encounterIds) this.events.emit('encounter:recorded', { eventId, encounterId });
    if (moved.length > 0) this.events.emit('board:changed', { eventId });
    this.events.emit('rounds:changed', { eventId });
    return true;
  }

  /** The step that is due, unless somebody else is at it. @returns whether this call performed it */
  advance(seriesId: string): Promise<boolean> {
    return this.perform(async (step) => {
      const series = await this.rounds.lockDue(step.manager, seriesId, step.now);
      if (series === null) return null;
      const round = await this.rounds.lastRound(step.manager, series.id);
      const isOpen = await this.rounds.isOpen(step.manager, series.eventId, series.breakId);
      if (!isOpen || isAbandoned(round, step.now)) await this.close(step, series);
      else if (round?.phase === 'changeover' && step.now < round.endsAt) await this.begin(step, series, round);
      else await this.goOn(step, series, round);
      return series;
    });
  }

  /** Ends what runs and makes the next tables; where there is no further round, the series is over. */
  async goOn(step: RoundStep, series: SeriesRow, round: RoundRow | null): Promise<void> {
    if (round !== null) await this.finish(step, round);
    const number = (round?.number ?? 0) + 1;
    const goesOn = series.stoppedAt === null && number <= series.rounds;
    if (!goesOn || !(await this.makeTables(step, series, number, round)))
      await this.rounds.end(step.manager, series.id, step.now);
  }

  /** Makes the tables of a round anew that nobody has begun to talk in. */
  async makeAnew(step: RoundStep, series: SeriesRow, round: RoundRow): Promise<void> {
    await this.cancel(step, round);
    const before = await this.rounds.lastRound(step.manager, series.id);
    if (!(await this.makeTables(step, series, round.number, before)))
      await this.rounds.end(step.manager, series.id, step.now);
  }

  /** Ends the series now. Who talks has met; tables that were only announced are forgotten. */
  async close(step: RoundStep, series: SeriesRow): Promise<void> {
    const round = await this.rounds.lastRound(step.manager, series.id);
    if (round?.phase === 'changeover') await this.cancel(step, round);
    if (round?.phase === 'running') await this.finish(step, round);
    await this.rounds.end(step.manager, series.id, step.now);
  }

  /** After seats or attendance have changed: the board shows who talks now. */
  async showTalking(step: RoundStep, round: RoundRow): Promise<void> {
    if (round.phase === 'running') step.moved.push(...(await this.people.showTalking(step.manager, round.id)));
  }

  /** @returns whether there is anybody to seat together */
  async makeTables(step: RoundStep, series: SeriesRow, number: number, before: RoundRow | null): Promise<boolean> {
    const { manager, now } = step;
    const times = timesFrom(now, series);
    const roundsLeft = series.rounds - number + 1;
    const { tables, sittingOut, heldPairs, newPairs } = await this.planner.plan(manager, series, {
      before,
      roundsLeft,
      talks: times,
    });
    if (tables.size === 0) return false;
    const roundId = await this.rounds.addRound(manager, series, { number, ...times });
    await this.seats.seat(manager, series.eventId, roundId, tables, sittingOut);
    await this.seats.addMeetings(manager, series.eventId, roundId, newPairs, false);
    await this.seats.addMeetings(manager, series.eventId, roundId, heldPairs, true);
    await this.rounds.stepAt(manager, series.id, times.startsAt);
    return true;
  }

  private async begin(step: RoundStep, series: SeriesRow, round: RoundRow): Promise<void> {
    await this.rounds.setPhase(step.manager, round.id, 'running');
    await this.rounds.stepAt(step.manager, series.id, round.endsAt);
    await this.showTalking(step, { ...round, phase: 'running' });
  }

  private async finish(step: RoundStep, round: RoundRow): Promise<void> {
    if (round.phase === 'over') return;
    await this.rounds.closeRound(step.manager, round.id, step.now);
    await this.seats.removeMissed(step.manager, round.id);
    step.finished = round.id;
  }

  private async cancel(step: RoundStep, round: RoundRow): Promise<void> {
    await this.rounds.setPhase(step.manager, round.id, 'cancelled');
    await this.seats.removeAllMeetings(step.manager, round.id);
  }

  /**
   * Who sat together has met, unless one of them did not come. Comes last: it locks what every tap in the event wants, and making
   * tables takes its time.
   */
  private async settle({ manager, finished, moved }: RoundStep, { eventId }: SeriesRow): Promise<string[]> {
    const met = finished === null ? [] : await this.seats.meetingsOf(manager, finished);
    const encounterIds = await this.encounters.recordAll(manager, eventId, met, 'round');
    if (finished !== null) moved.push(...(await this.people.showFree(manager, finished)));
    const ids = moved.map(({ id }) => id);
    await this.board.peopleChanged(manager, eventId, ids);
    return encounterIds;
  }
}

/** The server was away for so long that nobody is at the tables any more; a next round would surprise them at home. */
function isAbandoned(round: RoundRow | null, now: Date): boolean {
  return round !== null && now.getTime() - round.endsAt.getTime() > ABANDONED_AFTER_MS;
}
