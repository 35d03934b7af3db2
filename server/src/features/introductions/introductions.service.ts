import { Injectable } from '@nestjs/common';
import type { IntroductionList, IntroductionView } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { violatedConstraint } from '../../database/database-failure.js';
import { inTransaction } from '../../database/transaction.js';
import { CircleService } from '../circle/circle.service.js';
import { ContactGrants } from '../encounters/contact-grants/contact-grants.service.js';
import { EncountersService } from '../encounters/encounters.service.js';
import { EventAccess } from '../events/event-access.service.js';
import { EventsService } from '../events/events.service.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { PresenceService } from '../registrations/presence/presence.service.js';
import { toldOf } from './introduction-audience.js';
import { type Act, act, actsOf, alreadyDone, endSilently, type Part, visibleState } from './introduction-state.js';
import { mayStandIn, partOf } from './introductions.policy.js';
import { presentIntroduction } from './introductions.presenter.js';
import { type IntroductionRow, IntroductionsRepository } from './introductions.repository.js';
import { MeetingPlacesRepository } from './meeting-places.repository.js';

interface Change {
  before: IntroductionRow;
  after: IntroductionRow;
}

/** What the three of an introduction see and do (I1, I2, I5, I7). Asking and offering are in IntroductionRequests. */
@Injectable()
export class IntroductionsService {
  constructor(
    private readonly repository: IntroductionsRepository,
    private readonly places: MeetingPlacesRepository,
    private readonly access: EventAccess,
    private readonly attendees: AttendeeAccess,
    private readonly eventsService: EventsService,
    private readonly grants: ContactGrants,
    private readonly encounters: EncountersService,
    private readonly circle: CircleService,
    private readonly presence: PresenceService,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Mine, newest first; for hosts also what waits for a host. */
  async list(actor: Actor, eventId: string): Promise<IntroductionList> {
    const standsIn = await this.requireHostOrAttendee(actor, eventId);
    const rows = await this.repository.list(eventId, actor.accountId, standsIn);
    const views = await Promise.all(rows.map((row) => this.present(actor, row, standsIn)));
    return { introductions: views.filter((view) => view !== null) };
  }

  async get(actor: Actor, eventId: string, id: string): Promise<IntroductionView> {
    const standsIn = await this.requireHostOrAttendee(actor, eventId);
    const row = await this.repository.find(eventId, id);
    const view = row && (await this.present(actor, row, standsIn));
    if (!view) throw new DomainError('not_found');
    return view;
  }

  /**
   * One tap of one of the three. Repeating it is harmless.
   * @throws DomainError `not_found` for everybody else and for the target before it was passed on, `introduction_closed`
   */
  async act(actor: Actor, eventId: string, id: string, what: Act, line = ''): Promise<IntroductionView> {
    const standsIn = await this.requireHostOrAttendee(actor, eventId);
    const now = this.clock.now();
    const changes = await this.writing(() =>
      inTransaction(this.dataSource, async (manager) => {
        const before = await this.repository.locked(manager, eventId, id);
        const part = before && partOf(before, actor.accountId, standsIn);
        if (!before || !part || !visibleState(before, part, now)) throw new DomainError('not_found');
        if (alreadyDone(before, part, what, now)) return [];
        if (!actsOf(before, part, now).includes(what)) throw new DomainError('introduction_closed');
        return this.change(manager, before, { actor, part, what, line, now });
      }),
    );
    await this.tell(changes, now);
    return this.get(actor, eventId, id);
  }

  /** Ends what a block, or somebody's leaving, makes impossible; those who must not notice notice nothing (I6). */
  async endObstructed(accountIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    for (const { id, eventId } of await this.repository.openOf(accountIds)) {
      const change = await inTransaction(this.dataSource, async (manager) => {
        const before = await this.repository.locked(manager, eventId, id);
        return before?.obstacle
          ? this.save(manager, before, { ...before, ...endSilently(before, before.obstacle, now) }, now)
          : null;
      });
      if (change) await this.tell([change], now);
    }
  }

  /** Whether the actor may stand in as introducer. Everybody else must take part in the event. */
  private async requireHostOrAttendee(actor: Actor, eventId: string): Promise<boolean> {
    if (mayStandIn(await this.access.roleOf(actor, eventId))) return true;
    await this.attendees.require(actor, eventId);
    return false;
  }

  private async change(
    manager: EntityManager,
    before: IntroductionRow,
    tap: { actor: Actor; part: Part; what: Act; line: string; now: Date },
  ): Promise<Change[]> {
    const { actor, part, what, line, now } = tap;
    if (before.obstacle && (what === 'pass-on' || what === 'agree') && before.state !== 'not-this-time')
      return [await this.save(manager, before, { ...before, ...endSilently(before, before.obstacle, now) }, now)];
    const after = { ...before, ...act(before, part, what, now) };
    if (part === 'introducer') after.introducerAccountId = actor.accountId;
    if (what === 'pass-on') after.introducerLine = line;
    if (after.state === 'agreed' && before.state !== 'agreed') return this.agreed(manager, before, after, now);
    if (what === 'met') await this.met(manager, after);
    return [await this.save(manager, before, after, now)];
  }

  /** Both said yes: a place, each other's contacts, and nothing left to ask between the two. */
  private async agreed(
    manager: EntityManager,
    before: IntroductionRow,
    after: IntroductionRow,
    now: Date,
  ): Promise<Change[]> {
    const teaBreak = await this.eventsService.openOrNextBreak(after.eventId, now);
    if (teaBreak) {
      await this.places.lockBreak(manager, teaBreak.id);
      after.breakId = teaBreak.id;
      after.placeId = await this.places.free(manager, after.eventId, teaBreak.id);
    }
    await this.grants.grantBoth(
      manager,
      after.eventId,
      after.requesterAccountId,
      after.targetAccountId,
      'introduction',
    );
    const changes = [await this.save(manager, before, after, now)];
    for (const id of await this.repository.askedBetween(manager, after)) {
      const other = await this.repository.locked(manager, after.eventId, id);
      if (other?.state === 'asked')
        changes.push(await this.save(manager, other, { ...other, ...act(other, 'requester', 'withdraw', now) }, now));
    }
    return changes;
  }

  private async met(manager: EntityManager, row: IntroductionRow): Promise<void> {
    const { eventId, requester, target, requesterAccountId, targetAccountId } = row;
    row.encounterId = await this.encounters.record(
      manager,
      eventId,
      requester.registrationId,
      target.registrationId,
      'introduction',
    );
    await this.circle.addMet(manager, requesterAccountId, targetAccountId, 'met', eventId);
  }

  private async save(
    manager: EntityManager,
    before: IntroductionRow,
    after: IntroductionRow,
    now: Date,
  ): Promise<Change> {
    await this.repository.save(manager, after, now);
    return { before, after };
  }

  private async tell(changes: Change[], now: Date): Promise<void> {
    for (const { before, after } of changes) {
      const { id, eventId, encounterId } = after;
      const hosts = after.byHosts ? await this.repository.hostAccounts(eventId) : [];
      const accountIds = toldOf(before, after, hosts, now);
      if (accountIds.length > 0) this.events.emit('introduction:changed', { eventId, introductionId: id, accountIds });
      if (after.state !== 'met' || before.state === 'met' || encounterId === null) continue;
      await this.presence.foundEachOther(eventId, [after.requester.registrationId, after.target.registrationId]);
      this.events.emit('encounter:recorded', { eventId, encounterId });
      this.events.emit('acquaintance:changed', {
        eventId,
        accountIds: [after.requesterAccountId, after.targetAccountId],
      });
    }
  }

  private async present(actor: Actor, row: IntroductionRow, standsIn: boolean): Promise<IntroductionView | null> {
    const part = partOf(row, actor.accountId, standsIn);
    if (!part) return null;
    const other = part === 'requester' ? row.targetAccountId : row.requesterAccountId;
    const contacts =
      row.agreedAt === null || part === 'introducer'
        ? []
        : await this.grants.visibleContacts(actor.accountId, other, row.eventId);
    return presentIntroduction(row, { part, locale: actor.locale, contacts }, this.clock.now());
  }

  private async writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      // Somebody else's introduction of the same two has got ahead.
      if (violatedConstraint(error) === 'introductions_one_known_per_pair')
        throw new DomainError('introduction_closed');
      throw error;
    }
  }
}
