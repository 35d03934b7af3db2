import { Injectable } from '@nestjs/common';
import type { NextRoundInput, RoundsDesk, RoundsInput, ScreenRounds } from '@teabreak/shared';
import type { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { EventAccess } from '../events/event-access.service.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { RoundPeopleRepository } from './round-people.repository.js';
import { RoundSeatsRepository } from './round-seats.repository.js';
import { RoundSteps } from './round-steps.service.js';
import { MAY_GUIDE_ROUNDS, MAY_START_ROUNDS } from './rounds.policy.js';
import { presentClock, presentDesk, presentScreen } from './rounds.presenter.js';
import { RoundsRepository } from './rounds.repository.js';

/** A break run as rounds (R1), for those who run the event and for the wall. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly access: EventAccess,
    private readonly rounds: RoundsRepository,
    private readonly seats: RoundSeatsRepository,
    private readonly people: RoundPeopleRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly steps: RoundSteps,
    private readonly clock: Clock,
  ) {}

  async desk(actor: Actor, eventId: string): Promise<RoundsDesk> {
    await this.access.require(actor, eventId, ...MAY_GUIDE_ROUNDS);
    const { series, round } = await this.rounds.standing(eventId);
    const runs = series?.state === 'running';
    const ready = await this.people.ready(eventId, runs ? series.id : null);
    const clock = series && round && presentClock(series, round, this.clock.now());
    if (!runs || !round) {
      const nobody = { seats: [], held: new Set<number>(), out: [], appointed: [] };
      return presentDesk({ series, clock, ready, ...nobody });
    }
    const [seats, held, out, appointed] = await Promise.all([
      this.seats.seats(round.id),
      this.seats.heldTables(round.id),
      this.people.out(series.id),
      this.appointments.during(eventId, round),
    ]);
    return presentDesk({ series, clock, ready, seats, held, out, appointed });
  }

  /** Asking again while rounds run changes nothing. @throws DomainError `break_not_open`, `too_few_for_rounds` */
  async start(
    actor: Actor,
    eventId: string,
    breakId: string,
    settings: z.output<typeof RoundsInput>,
  ): Promise<RoundsDesk> {
    await this.access.require(actor, eventId, ...MAY_START_ROUNDS);
    if (!(await this.rounds.isBreak(eventId, breakId))) throw new DomainError('not_found');
    await this.steps.perform(async (step) => {
      const { manager, now } = step;
      if (!(await this.rounds.isOpen(manager, eventId, breakId))) throw new DomainError('break_not_open');
      const running = await this.rounds.lockRunning(manager, eventId);
      if (running?.breakId === breakId) return null;
      // Its break was closed a moment ago.
      if (running) await this.steps.close(step, running);
      const series = await this.rounds.start(manager, eventId, breakId, settings, now);
      if (series !== null && !(await this.steps.makeTables(step, series, 1, null)))
        throw new DomainError('too_few_for_rounds');
      return series;
    });
    return this.desk(actor, eventId);
  }

  /** Two hosts who tap at once go on by one round. */
  async next(actor: Actor, eventId: string, { roundId }: NextRoundInput): Promise<RoundsDesk> {
    await this.access.require(actor, eventId, ...MAY_GUIDE_ROUNDS);
    if (!(await this.rounds.isRoundOf(eventId, roundId))) throw new DomainError('not_found');
    await this.steps.perform(async (step) => {
      const series = await this.rounds.lockRunning(step.manager, eventId);
      const round = series && (await this.rounds.lastRound(step.manager, series.id));
      if (series === null || round?.id !== roundId) return null;
      if (round.phase === 'changeover') await this.steps.makeAnew(step, series, round);
      else await this.steps.goOn(step, series, round);
      return series;
    });
    return this.desk(actor, eventId);
  }

  /** No further round; who talks goes on until the end of theirs. */
  async stop(actor: Actor, eventId: string): Promise<RoundsDesk> {
    await this.access.require(actor, eventId, ...MAY_GUIDE_ROUNDS);
    await this.steps.perform(async (step) => {
      const series = await this.rounds.lockRunning(step.manager, eventId);
      const round = series && (await this.rounds.lastRound(step.manager, series.id));
      if (series === null) return null;
      if (round?.phase === 'running') await this.rounds.stop(step.manager, series.id, step.now);
      else await this.steps.close(step, series);
      return series;
    });
    return this.desk(actor, eventId);
  }

  /** Who closes a break ends its rounds. */
  async breakClosed(eventId: string, breakId: string): Promise<void> {
    await this.steps.perform(async (step) => {
      const series = await this.rounds.lockRunning(step.manager, eventId);
      if (series?.breakId !== breakId) return null;
      if (await this.rounds.isOpen(step.manager, eventId, breakId)) return null;
      await this.steps.close(step, series);
      return series;
    });
  }

  async areRunning(eventId: string): Promise<boolean> {
    return (await this.rounds.standing(eventId)).series?.state === 'running';
  }

  /** For an event's projectors: the tables, while rounds run. Their link is the permission. */
  async forScreen(eventId: string): Promise<ScreenRounds | null> {
    const { series, round } = await this.rounds.standing(eventId);
    if (series?.state !== 'running' || round === null) return null;
    return presentScreen(presentClock(series, round, this.clock.now()), await this.seats.seats(round.id));
  }
}
