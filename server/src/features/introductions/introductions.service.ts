import { Injectable } from '@nestjs/common';
import type { IntroductionList, IntroductionView } from '@teabreak/shared';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { CircleService } from '../circle/circle.service.js';
import { ContactGrants } from '../encounters/contact-grants/contact-grants.service.js';
import { EncountersService } from '../encounters/encounters.service.js';
import { type Change, IntroductionChanges, type Tap } from './introduction-changes.service.js';
import { type Act, act } from './introduction-state.js';
import { partOf } from './introductions.policy.js';
import { presentIntroduction } from './introductions.presenter.js';
import { type IntroductionRow, IntroductionsRepository } from './introductions.repository.js';
import { MeetingPlanner } from './meetings/meeting-planner.service.js';

/** What somebody passes on with the request. */
interface Passing {
  line: string;
  joins: boolean;
}
type OneTap = Exclude<Act, 'change' | 'ping'>;

/** What those concerned by an introduction see and do (I1, I2, I5, I7). Asking and offering are in IntroductionRequests. */
@Injectable()
export class IntroductionsService {
  constructor(
    private readonly repository: IntroductionsRepository,
    private readonly changes: IntroductionChanges,
    private readonly planner: MeetingPlanner,
    private readonly grants: ContactGrants,
    private readonly encounters: EncountersService,
    private readonly circle: CircleService,
    private readonly clock: Clock,
  ) {}

  /** Mine, newest first; for hosts also what waits for a host. */
  async list(actor: Actor, eventId: string): Promise<IntroductionList> {
    const standsIn = await this.changes.requireHostOrAttendee(actor, eventId);
    const rows = await this.repository.list(eventId, actor.accountId, standsIn);
    const views = await Promise.all(rows.map((row) => this.present(actor, row, standsIn)));
    return { introductions: views.filter((view) => view !== null) };
  }

  async get(actor: Actor, eventId: string, id: string): Promise<IntroductionView> {
    const standsIn = await this.changes.requireHostOrAttendee(actor, eventId);
    const row = await this.repository.find(eventId, id);
    const view = row && (await this.present(actor, row, standsIn));
    if (!view) throw new DomainError('not_found');
    return view;
  }

  /**
   * One tap of one of them. Repeating it is harmless.
   * @throws DomainError `not_found` for everybody else and for whoever must not know of it yet, `introduction_closed`
   */
  async act(
    actor: Actor,
    eventId: string,
    id: string,
    what: OneTap,
    passing: Passing = { line: '', joins: false },
  ): Promise<IntroductionView> {
    await this.changes.apply(actor, eventId, id, what, (manager, before, tap) =>
      this.change(manager, before, { ...tap, what, passing }),
    );
    return this.get(actor, eventId, id);
  }

  private async change(
    manager: EntityManager,
    before: IntroductionRow,
    { actor, part, what, passing, now }: Tap & { what: OneTap; passing: Passing },
  ): Promise<Change[]> {
    const after: IntroductionRow = { ...before, ...act(before, part, what, now) };
    if (part === 'introducer') after.introducerAccountId = actor.accountId;
    if (what === 'pass-on' && part === 'through') after.throughLine = passing.line;
    if (what === 'pass-on' && part === 'introducer')
      Object.assign(after, { introducerLine: passing.line, introducerJoins: passing.joins });
    if (after.state === 'agreed' && before.state !== 'agreed') return this.agreed(manager, before, after, now);
    if (after.state === 'met' && before.state !== 'met') await this.met(manager, after);
    if (after.state === 'missed' && before.state === 'met') await this.notMet(manager, after);
    return [await this.changes.save(manager, before, after, now)];
  }

  /** Both said yes: a time and a place, each other's contacts, and nothing left to ask between the two. */
  private async agreed(
    manager: EntityManager,
    before: IntroductionRow,
    after: IntroductionRow,
    now: Date,
  ): Promise<Change[]> {
    const { eventId, requesterAccountId, targetAccountId } = after;
    const changes: Change[] = [];
    for (const id of await this.repository.pendingBetween(manager, after, now)) {
      const other = await this.repository.locked(manager, eventId, id);
      if (other?.state === 'asked' || other?.state === 'not-this-time')
        changes.push(
          await this.changes.save(manager, other, { ...other, ...act(other, 'requester', 'withdraw', now) }, now),
        );
    }
    await this.grants.grantBoth(manager, eventId, requesterAccountId, targetAccountId, 'introduction');
    const introducerJoins = after.introducerJoins && !before.introducerMissing;
    const arranged = await this.planner.arrange(manager, { ...after, introducerJoins }, now);
    return [await this.changes.save(manager, before, arranged, now), ...changes];
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

  /** One says they met, the other that they did not: it makes no acquaintance (K1), and a conversation only for who says so. */
  private async notMet(manager: EntityManager, row: IntroductionRow): Promise<void> {
    const { eventId, requester, target, requesterAccountId, targetAccountId, requesterWord } = row;
    const saidBy = requesterWord === 'met' ? requester : target;
    await this.encounters.contest(
      manager,
      eventId,
      requester.registrationId,
      target.registrationId,
      saidBy.registrationId,
    );
    await this.circle.unmeet(manager, requesterAccountId, targetAccountId, eventId);
  }

  private async present(actor: Actor, row: IntroductionRow, standsIn: boolean): Promise<IntroductionView | null> {
    const part = partOf(row, actor.accountId, standsIn);
    if (!part) return null;
    const other = part === 'requester' ? row.targetAccountId : row.requesterAccountId;
    const theTwo = part === 'requester' || part === 'target';
    const contacts =
      row.agreedAt !== null && theTwo ? await this.grants.visibleContacts(actor.accountId, other, row.eventId) : [];
    return presentIntroduction(
      row,
      { part, accountId: actor.accountId, locale: actor.locale, contacts },
      this.clock.now(),
    );
  }
}
