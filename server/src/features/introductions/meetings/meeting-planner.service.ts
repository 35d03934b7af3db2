import { Injectable } from '@nestjs/common';
import type { MeetingOption } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';
import type { IntroductionRow } from '../introductions.repository.js';
import { bestChance, chances } from './meeting-slots.js';
import { MeetingsRepository } from './meetings.repository.js';

/** As many as one reads on a phone. */
const OPTIONS = 12;

/** Finds when and where people who want to meet can: nobody twice at the same time, no seat twice (I7). */
@Injectable()
export class MeetingPlanner {
  constructor(private readonly repository: MeetingsRepository) {}

  /** The introduction with the time and place that were found and taken. Breaks stay locked until the transaction ends. */
  async arrange(manager: EntityManager, row: IntroductionRow, now: Date): Promise<IntroductionRow> {
    const breaks = await this.repository.breaks(row.eventId, now, manager, true);
    const best = bestChance(await this.find(manager, row, now));
    // Nobody has time in any break, or there is none: they find each other by what they wear.
    const whenever = { breakId: breaks[0]?.id ?? null, slot: null, placeId: null };
    const arranged = {
      ...row,
      ...(best ? { breakId: best.breakId, slot: best.slot, placeId: best.placeIds[0] ?? null } : whenever),
    };
    await this.take(manager, arranged);
    return arranged;
  }

  /** Seats those who come, at this time and no other. */
  async take(manager: EntityManager, row: IntroductionRow): Promise<void> {
    const { id, eventId, breakId, slot } = row;
    await this.repository.free(manager, id);
    if (breakId === null || slot === null) return;
    await this.repository.seat(manager, { eventId, introductionId: id, accountIds: whoComes(row), breakId, slot });
  }

  /** The next times that suit everybody who comes. */
  async options(manager: EntityManager, row: IntroductionRow, now: Date): Promise<MeetingOption[]> {
    const breaks = await this.repository.breaks(row.eventId, now, manager);
    const places = await this.repository.places(row.eventId, manager);
    const found = await this.find(manager, row, now);
    return found.slice(0, OPTIONS).map(({ breakId, slot, startsAt, endsAt, placeIds }) => ({
      breakId,
      breakTitle: breaks.find(({ id }) => id === breakId)?.title ?? '',
      slot,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      places: placeIds
        .flatMap((id) => places.find((place) => place.id === id) ?? [])
        .map(({ id, name }) => ({ id, name })),
    }));
  }

  private async find(manager: EntityManager, row: IntroductionRow, now: Date) {
    const { id, eventId } = row;
    const accountIds = whoComes(row);
    const breaks = await this.repository.breaks(eventId, now, manager);
    const places = await this.repository.places(eventId, manager);
    const booked = await this.repository.booked(manager, eventId, accountIds, id);
    const busy = await this.repository.busy(manager, eventId, accountIds, now);
    const taken = await this.repository.taken(manager, eventId, id);
    return chances({ breaks, places, booked, busy, taken, people: accountIds.length }, now);
  }
}

function whoComes(row: IntroductionRow): string[] {
  const { requesterAccountId, targetAccountId, introducerAccountId, introducerJoins } = row;
  const both = [requesterAccountId, targetAccountId];
  return introducerJoins && introducerAccountId !== null ? [...both, introducerAccountId] : both;
}
