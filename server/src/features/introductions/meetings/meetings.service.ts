import { Injectable } from '@nestjs/common';
import { type IntroductionView, LIMITS, type MeetingInput, type MeetingOptions } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { type Change, IntroductionChanges } from '../introduction-changes.service.js';
import { actsOf } from '../introduction-state.js';
import { partOf } from '../introductions.policy.js';
import { type IntroductionRow, IntroductionsRepository } from '../introductions.repository.js';
import { IntroductionsService } from '../introductions.service.js';
import { MeetingPlanner } from './meeting-planner.service.js';
import { MeetingsRepository } from './meetings.repository.js';

/** Who looks for somebody may say so once a minute; more often does not make them come sooner. */
const PING_PAUSE_MS = 60_000;

/** What those who are to meet do about it: another time or place, "I cannot find you" (I7). */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly introductions: IntroductionsService,
    private readonly changes: IntroductionChanges,
    private readonly rows: IntroductionsRepository,
    private readonly repository: MeetingsRepository,
    private readonly planner: MeetingPlanner,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** When and where everybody who comes is free. */
  async options(actor: Actor, eventId: string, id: string): Promise<MeetingOptions> {
    const standsIn = await this.changes.requireHostOrAttendee(actor, eventId);
    const now = this.clock.now();
    const row = await this.rows.find(eventId, id);
    const part = row && partOf(row, actor.accountId, standsIn);
    if (!row || !part || row.agreedAt === null || part === 'through') throw new DomainError('not_found');
    if (!actsOf(row, part, now).includes('change')) throw new DomainError('introduction_closed');
    return { options: await this.planner.options(this.dataSource.manager, row, now) };
  }

  /** @throws DomainError `meeting_taken` where somebody was quicker, `introduction_closed` after too many changes */
  async move(
    actor: Actor,
    eventId: string,
    id: string,
    { breakId, slot, placeId }: z.output<typeof MeetingInput>,
  ): Promise<IntroductionView> {
    await this.changes.apply(actor, eventId, id, 'change', async (manager, before, { part, now }) => {
      if (before.breakId === breakId && before.slot === slot && before.placeId === placeId) return [];
      if (before.moves >= LIMITS.meetingMoves) throw new DomainError('introduction_closed');
      await this.repository.breaks(eventId, now, manager, true);
      const found = (await this.planner.options(manager, before, now)).find(
        (one) => one.breakId === breakId && one.slot === slot,
      );
      const placeKept = placeId === null || found?.places.some((place) => place.id === placeId);
      if (!found || !placeKept) throw new DomainError('meeting_taken');
      const movedBy = part === 'target' ? ('target' as const) : ('requester' as const);
      const moved = { ...before, breakId, slot, placeId, movedBy, moves: before.moves + 1, pingBy: null, pingAt: null };
      await this.planner.take(manager, moved);
      return [await this.changes.save(manager, before, moved, now)];
    });
    return this.introductions.get(actor, eventId, id);
  }

  /** "I cannot find you": the others' phones show where to come and whom to look for. Again within a minute it changes nothing. */
  async ping(actor: Actor, eventId: string, id: string): Promise<IntroductionView> {
    await this.changes.apply(actor, eventId, id, 'ping', async (manager, before, { part, now }) => {
      const lately = before.pingAt !== null && now.getTime() - before.pingAt.getTime() < PING_PAUSE_MS;
      if (part === 'through' || (before.pingBy === part && lately)) return [];
      return [await this.changes.save(manager, before, { ...before, pingBy: part, pingAt: now }, now)];
    });
    return this.introductions.get(actor, eventId, id);
  }

  /** Meetings that cannot be as arranged, since the agenda has changed, get another time. Rounds wait for them instead (R1). */
  async rearrange(eventId: string): Promise<void> {
    for (const id of await this.repository.unsettled(eventId, this.clock.now()))
      await this.changes.revise(eventId, id, (manager, before, now) => this.again(manager, before, now));
  }

  /** A meeting moves with its break, and its place may have another name: whoever is to come looks again. */
  async announce(eventId: string): Promise<void> {
    for (const meeting of await this.repository.toCome(eventId, this.clock.now()))
      this.events.emit('introduction:changed', { eventId, ...meeting });
  }

  private async again(manager: EntityManager, before: IntroductionRow, now: Date): Promise<Change | null> {
    if (before.state !== 'agreed') return null;
    const { breakId, slot, placeId } = await this.planner.arrange(manager, before, now);
    if (before.breakId === breakId && before.slot === slot && before.placeId === placeId) return null;
    const after = { ...before, breakId, slot, placeId, movedBy: null, pingBy: null, pingAt: null };
    return this.changes.save(manager, before, after, now);
  }
}
