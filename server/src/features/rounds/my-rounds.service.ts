import { Injectable } from '@nestjs/common';
import type { Locale, MyRound, MyRoundInput, PartnerMissingInput } from '@teabreak/shared';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { MatchmakingService } from '../matchmaking/matchmaking.service.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { AppointmentsRepository } from './appointments.repository.js';
import { RoundChanges } from './round-changes.service.js';
import { RoundPeopleRepository } from './round-people.repository.js';
import { RoundSeatsRepository, type SeatedPerson } from './round-seats.repository.js';
import { presentClock } from './rounds.presenter.js';
import { type RoundRow, RoundsRepository } from './rounds.repository.js';

const NOTHING: MyRound = { clock: null, state: 'none', table: null, partners: [], meeting: null };

/** The rounds as a phone sees them (R5): my table, my partners, why we sit together, and what I may say about it (R4). */
@Injectable()
export class MyRounds {
  constructor(
    private readonly attendees: AttendeeAccess,
    private readonly rounds: RoundsRepository,
    private readonly seats: RoundSeatsRepository,
    private readonly people: RoundPeopleRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly changes: RoundChanges,
    private readonly matchmaking: MatchmakingService,
    private readonly clock: Clock,
  ) {}

  async mine(actor: Actor, eventId: string): Promise<MyRound> {
    const { id } = await this.attendees.require(actor, eventId);
    const { series, round } = await this.rounds.standing(eventId);
    if (!series || !round) return NOTHING;
    const clock = presentClock(series, round, this.clock.now());
    if (clock.phase === 'over') return { ...NOTHING, clock };
    const table = await this.seats.seats(round.id, id);
    const seat = table.find(({ registrationId }) => registrationId === id);
    if (!seat) return { ...NOTHING, clock, ...(await this.unseated(eventId, series.id, round, id)) };
    if (seat.attendance !== 'here') return { ...NOTHING, clock, state: 'out' };
    if (seat.table === null) return { ...NOTHING, clock, state: 'sitting-out' };
    const partners = table.filter((person) => person !== seat);
    return {
      ...NOTHING,
      clock,
      state: 'seated',
      table: seat.table,
      partners: await Promise.all(partners.map((partner) => this.partner(eventId, id, partner, actor.locale))),
    };
  }

  /**
   * "I take part", from the next round on, or at my table of this one where I was missed; "I leave", now.
   * @throws DomainError `not_checked_in`, `consent_needed` without what seating needs (P1), `round_over` where nothing runs
   */
  async takePart(actor: Actor, eventId: string, { takePart }: MyRoundInput): Promise<MyRound> {
    const { id, consentSuggestions, boardLevel } = await this.attendees.requirePresent(actor, eventId);
    if (takePart && (!consentSuggestions || boardLevel === 'hidden')) throw new DomainError('consent_needed');
    await this.changes.within(eventId, null, async (running) => {
      if (!takePart) return this.changes.putOut(running, id, 'left');
      await this.changes.bringBack(running, id);
      running.moved.push(...(await this.people.backFromAway(running.manager, id)));
    });
    return this.mine(actor, eventId);
  }

  /** Somebody at my table has not come. @throws DomainError `round_over`, `not_at_a_table` */
  async partnerMissing(
    actor: Actor,
    eventId: string,
    roundId: string,
    { registrationId }: PartnerMissingInput,
  ): Promise<MyRound> {
    const { id } = await this.attendees.require(actor, eventId);
    if (!(await this.people.exists(eventId, registrationId))) throw new DomainError('not_found');
    await this.changes.within(eventId, roundId, async (running) => {
      const seats = await this.seats.current(running.manager, roundId);
      const own = seats.find((seat) => seat.registrationId === id && seat.attendance === 'here');
      const partner = seats.find((seat) => seat.registrationId === registrationId && registrationId !== id);
      if (!own || own.table === null || partner?.table !== own.table) throw new DomainError('not_at_a_table');
      // Whoever said that they leave was there.
      if (partner.attendance === 'here') await this.changes.putOut(running, registrationId, 'missing');
    });
    return this.mine(actor, eventId);
  }

  private async unseated(
    eventId: string,
    seriesId: string,
    round: RoundRow,
    id: string,
  ): Promise<Pick<MyRound, 'state' | 'meeting'>> {
    const state = await this.people.standing(seriesId, id);
    if (state !== 'waiting') return { state, meeting: null };
    const own = (await this.appointments.during(eventId, round)).find(({ registrationId }) => registrationId === id);
    if (!own) return { state, meeting: null };
    return { state: 'meeting', meeting: { with: own.with, placeName: own.placeName, until: own.until.toISOString() } };
  }

  private async partner(
    eventId: string,
    readerId: string,
    { registrationId, name, headline, attendance }: SeatedPerson,
    locale: Locale,
  ): Promise<MyRound['partners'][number]> {
    const why = await this.matchmaking.pairReasons(eventId, readerId, registrationId, locale);
    return { registrationId, name, headline, absent: attendance !== 'here', ...why };
  }
}
