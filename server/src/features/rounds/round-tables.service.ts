import { Injectable } from '@nestjs/common';
import type { AbsentInput, HoldInput, RoundsDesk, SwapInput } from '@teabreak/shared';
import type { Actor } from '../../common/actor.js';
import { DomainError } from '../../common/domain-error.js';
import { EventAccess } from '../events/event-access.service.js';
import { RoundChanges, type RunningRound } from './round-changes.service.js';
import { RoundPeopleRepository } from './round-people.repository.js';
import { RoundSeatsRepository } from './round-seats.repository.js';
import { MAY_GUIDE_ROUNDS } from './rounds.policy.js';
import { RoundsService } from './rounds.service.js';
import { pairsOf, type Seat, swapped, without } from './seating.js';

/** What a host changes at the tables of the round that runs (R4). Everybody else goes on undisturbed. */
@Injectable()
export class RoundTables {
  constructor(
    private readonly access: EventAccess,
    private readonly seats: RoundSeatsRepository,
    private readonly people: RoundPeopleRepository,
    private readonly changes: RoundChanges,
    private readonly rounds: RoundsService,
  ) {}

  /**
   * Two people change places: at tables, sitting out, or come since the tables were made.
   * @throws DomainError `not_at_a_table`, `cannot_sit_together` where the two have met or must not (R3, I6)
   */
  async swap(actor: Actor, eventId: string, roundId: string, { one, other }: SwapInput): Promise<RoundsDesk> {
    await this.access.require(actor, eventId, ...MAY_GUIDE_ROUNDS);
    await this.requireGuests(eventId, one, other);
    await this.changes.within(eventId, roundId, async (running) => {
      const { manager, round } = running;
      await this.joinIn(running, one);
      await this.joinIn(running, other);
      const before = await this.seats.current(manager, round.id);
      const after = swapped(before, seatOf(before, one), seatOf(before, other));
      const met = await this.people.met(manager, eventId, round.id);
      const apart = new Set([...met, ...(await this.people.unwilling(manager, eventId))].map(String));
      const meeting = without(pairsOf(after), pairsOf(before));
      if (meeting.some((pair) => apart.has(String(pair)))) throw new DomainError('cannot_sit_together');
      await this.seats.exchange(manager, round.id, one, other);
    });
    return this.rounds.desk(actor, eventId);
  }

  /** The people of a table stay together next round, or no longer. @throws DomainError `not_found` for no table of the round */
  async hold(actor: Actor, eventId: string, roundId: string, { table, held }: HoldInput): Promise<RoundsDesk> {
    await this.access.require(actor, eventId, ...MAY_GUIDE_ROUNDS);
    await this.changes.within(eventId, roundId, async ({ manager, round }) => {
      const seats = await this.seats.current(manager, round.id);
      if (!seats.some((seat) => seat.table === table)) throw new DomainError('not_found');
      await this.seats.hold(manager, round.id, table, held);
    });
    return this.rounds.desk(actor, eventId);
  }

  /** Somebody did not come, or is back, also from an earlier round. @throws DomainError `not_at_a_table` for who has no seat to miss */
  async absent(
    actor: Actor,
    eventId: string,
    roundId: string,
    { registrationId, absent }: AbsentInput,
  ): Promise<RoundsDesk> {
    await this.access.require(actor, eventId, ...MAY_GUIDE_ROUNDS);
    await this.requireGuests(eventId, registrationId);
    await this.changes.within(eventId, roundId, async (running) => {
      if (!absent) return this.changes.bringBack(running, registrationId);
      seatOf(await this.seats.current(running.manager, running.round.id), registrationId);
      await this.changes.putOut(running, registrationId, 'missing');
    });
    return this.rounds.desk(actor, eventId);
  }

  /** Who has come since the tables were made can take the place of somebody. */
  private async joinIn({ manager, series, round }: RunningRound, registrationId: string): Promise<void> {
    const ready = await this.people.ready(series.eventId, series.id, manager);
    if (ready.some((person) => person.registrationId === registrationId))
      await this.seats.add(manager, series.eventId, round.id, registrationId);
  }

  private async requireGuests(eventId: string, ...ids: string[]): Promise<void> {
    for (const id of ids) if (!(await this.people.exists(eventId, id))) throw new DomainError('not_found');
  }
}

function seatOf(seats: readonly Seat[], registrationId: string): Seat {
  const seat = seats.find((one) => one.registrationId === registrationId);
  if (seat === undefined) throw new DomainError('not_at_a_table');
  return seat;
}
