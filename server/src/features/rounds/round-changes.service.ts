import { Injectable } from '@nestjs/common';
import { DomainError } from '../../common/domain-error.js';
import { RoundPeopleRepository } from './round-people.repository.js';
import { RoundSeatsRepository } from './round-seats.repository.js';
import { type RoundStep, RoundSteps } from './round-steps.service.js';
import { type RoundRow, RoundsRepository, type SeriesRow } from './rounds.repository.js';
import { pairsOf } from './seating.js';

export interface RunningRound extends RoundStep {
  series: SeriesRow;
  round: RoundRow;
}

/** Whatever changes within a round, by a host or by a phone; what follows from it is the same. */
@Injectable()
export class RoundChanges {
  constructor(
    private readonly rounds: RoundsRepository,
    private readonly seats: RoundSeatsRepository,
    private readonly people: RoundPeopleRepository,
    private readonly steps: RoundSteps,
  ) {}

  /**
   * Runs `change` with the round locked, and keeps true who meets whom and who is shown talking. `roundId` null: whichever runs.
   * @throws DomainError `round_over`, `not_found` for a round of another event
   */
  async within(
    eventId: string,
    roundId: string | null,
    change: (running: RunningRound) => Promise<void>,
  ): Promise<void> {
    if (roundId !== null && !(await this.rounds.isRoundOf(eventId, roundId))) throw new DomainError('not_found');
    await this.steps.perform(async (step) => {
      const series = await this.rounds.lockRunning(step.manager, eventId);
      const round = series && (await this.rounds.lastRound(step.manager, series.id));
      if (series === null || round === null || (roundId !== null && round.id !== roundId))
        throw new DomainError('round_over');
      await change(Object.assign(step, { series, round }));
      const met = pairsOf(await this.seats.current(step.manager, round.id));
      await this.seats.replaceMeetings(step.manager, eventId, round.id, met, round.phase === 'changeover');
      await this.steps.showTalking(step, round);
      return series;
    });
  }

  /** Nobody waits at a table for somebody who does not come; the next rounds go without them until they are back. */
  async putOut(
    { manager, series, round, now }: RunningRound,
    registrationId: string,
    why: 'left' | 'missing',
  ): Promise<void> {
    // Who leaves before the talk has begun has met nobody.
    const attendance = round.phase === 'running' ? why : 'missing';
    await this.seats.setAttendance(manager, round.id, registrationId, attendance);
    await this.people.putOut(manager, series, registrationId, why, now);
  }

  async bringBack({ manager, series, round }: RunningRound, registrationId: string): Promise<void> {
    await this.seats.setAttendance(manager, round.id, registrationId, 'here');
    await this.people.bringBack(manager, series.id, registrationId);
  }
}
