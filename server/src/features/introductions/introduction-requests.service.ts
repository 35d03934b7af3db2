import { Injectable } from '@nestjs/common';
import { type IntroductionInput, type IntroductionOffer, type IntroductionView, LIMITS } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { violatedConstraint } from '../../database/database-failure.js';
import { inTransaction } from '../../database/transaction.js';
import { CircleService } from '../circle/circle.service.js';
import { EventAccess } from '../events/event-access.service.js';
import { EventsService } from '../events/events.service.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { HostTurnsRepository } from './hosts/host-turns.repository.js';
import { viewersOf } from './introduction-audience.js';
import { type Expiry, expiryOf } from './introduction-expiry.js';
import { IntroductionRequestsRepository, type NewIntroduction } from './introduction-requests.repository.js';
import { mayStandIn } from './introductions.policy.js';
import { IntroductionsRepository } from './introductions.repository.js';
import { IntroductionsService } from './introductions.service.js';

const ASKS = LIMITS.asksPerIntroducer;
/** Who brings people together is paced as who is asked to: good offers are few. */
const OFFERS = LIMITS.asksPerIntroducer;

type Started = Omit<NewIntroduction, 'expiresAt' | 'expiryBreakId' | 'hostAccountId'>;
interface Asked {
  eventId: string;
  own: string;
  target: string;
  introducerId: string | null;
  throughId: string | null;
}

/** How introductions begin: somebody asks for one (I1), or somebody who knows both offers one (I4). */
@Injectable()
export class IntroductionRequests {
  constructor(
    private readonly repository: IntroductionRequestsRepository,
    private readonly introductions: IntroductionsRepository,
    private readonly introductionsService: IntroductionsService,
    private readonly attendees: AttendeeAccess,
    private readonly access: EventAccess,
    private readonly eventsService: EventsService,
    private readonly circle: CircleService,
    private readonly hosts: HostTurnsRepository,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `not_an_acquaintance`, `introduction_exists`, `introduction_limit`, `person_unavailable`,
   * `event_over`; `not_found` for whoever the actor may not see
   */
  async ask(actor: Actor, eventId: string, input: z.output<typeof IntroductionInput>): Promise<IntroductionView> {
    const self = await this.attendees.require(actor, eventId);
    const repeated = await this.repeated(actor, eventId, input.requestId);
    if (repeated) return repeated;
    // Before anything else: somebody who has blocked the actor since must not answer otherwise than before.
    try {
      await this.assertNothingOpen(this.dataSource.manager, self.id, input.targetId, this.clock.now());
    } catch (refused) {
      // What is open may be this very request, sent twice: the other one was written between the two readings.
      const twin = await this.repeated(actor, eventId, input.requestId);
      if (twin) return twin;
      throw refused;
    }
    const target = await this.attendees.visiblePerson(self, input.targetId);
    await this.assertIntroducer({ eventId, own: actor.accountId, target: target.accountId ?? '', ...input });
    const { requestId, introducerId, throughId } = input;
    const introduction = {
      ...{ eventId, requestId, requesterId: self.id, targetId: target.id },
      ...{ throughAccountId: throughId, introducerAccountId: introducerId, introducerJoins: false },
      ...{ startedBy: 'requester' as const, requesterLine: input.line, introducerLine: '' },
    };
    return this.start(actor, introduction, async (manager, now) => {
      await this.assertNothingOpen(manager, self.id, target.id, now);
      await this.assertNotTooOften(manager, eventId, [throughId, introducerId], now);
      if ((await this.repository.pendingOfRequester(manager, self.id, now)) >= LIMITS.pendingPerRequester)
        throw new DomainError('introduction_limit', { params: { limit: LIMITS.pendingPerRequester } });
      await this.assertReachable(manager, [target.id], now);
    });
  }

  /** "You two should meet": by somebody who knows both, or by a host. */
  async offer(actor: Actor, eventId: string, input: z.output<typeof IntroductionOffer>): Promise<IntroductionView> {
    const { one, other, isHost } = await this.requireBoth(actor, eventId, input.oneId, input.otherId);
    const repeated = await this.repeated(actor, eventId, input.requestId);
    if (repeated) return repeated;
    if (await this.circle.isBlocked(one.accountId, other.accountId)) throw new DomainError('person_unavailable');
    const introduction = {
      ...{ eventId, requestId: input.requestId, requesterId: one.id, targetId: other.id },
      ...{ throughAccountId: null, introducerAccountId: actor.accountId, introducerJoins: input.joins },
      ...{ startedBy: 'introducer' as const, requesterLine: '', introducerLine: input.line },
    };
    return this.start(actor, introduction, async (manager, now) => {
      // Hosts do it for a living.
      if (!isHost && (await this.repository.pendingOffers(manager, eventId, actor.accountId, now)) >= OFFERS)
        throw new DomainError('introduction_limit', { params: { limit: OFFERS } });
      if (await this.repository.underWay(manager, one.id, other.id, now)) throw new DomainError('person_unavailable');
      await this.assertReachable(manager, [one.id, other.id], now);
    });
  }

  private async start(
    actor: Actor,
    introduction: Started,
    assertAllowed: (manager: EntityManager, now: Date) => Promise<void>,
  ): Promise<IntroductionView> {
    const { eventId, requestId, requesterId, targetId } = introduction;
    const now = this.clock.now();
    const expiry = await this.expiry(eventId, now);
    try {
      const id = await inTransaction(this.dataSource, async (manager) => {
        await this.repository.lockPeople(manager, introduction);
        // The first of two equal taps has won meanwhile.
        if (await this.repository.byRequestId(eventId, requestId, manager)) return null;
        await this.repository.endExpired(manager, requesterId, targetId, now);
        await assertAllowed(manager, now);
        const byHosts = introduction.introducerAccountId === null;
        const hostAccountId = byHosts ? await this.hosts.nextOf(manager, eventId, [requesterId, targetId]) : null;
        return this.repository.insert(manager, { ...introduction, ...expiry, hostAccountId }, now);
      });
      if (id !== null) await this.tell(eventId, id, now);
    } catch (error) {
      throw refusal(error);
    }
    const view = await this.repeated(actor, eventId, requestId);
    if (!view) throw new DomainError('introduction_exists');
    return view;
  }

  /** What this request has led to already. */
  private async repeated(actor: Actor, eventId: string, requestId: string): Promise<IntroductionView | null> {
    const known = await this.repository.byRequestId(eventId, requestId);
    if (!known) return null;
    if (known.ofAccountId !== actor.accountId) throw new DomainError('introduction_exists');
    return this.introductionsService.get(actor, eventId, known.id);
  }

  /** Hosts stand in where nobody who knows both is in the room and can be asked. Of two steps each must know the next. */
  private async assertIntroducer({ eventId, own, target, introducerId, throughId }: Asked): Promise<void> {
    const shared = await this.circle.shared(throughId ?? own, target, eventId);
    if (introducerId === null) {
      const here = shared.flatMap(({ present, accountId }) => (present ? [accountId] : []));
      const busy = await this.repository.busy(this.dataSource.manager, eventId, here, ASKS, this.clock.now());
      if (throughId !== null || here.length > busy.length)
        throw new DomainError('not_an_acquaintance', { field: 'introducerId' });
      return;
    }
    if (!shared.some(({ accountId }) => accountId === introducerId))
      throw new DomainError('not_an_acquaintance', { field: 'introducerId' });
    if (throughId === null) return;
    const first = await this.circle.shared(own, introducerId, eventId);
    if (!first.some(({ accountId }) => accountId === throughId))
      throw new DomainError('not_an_acquaintance', { field: 'throughId' });
  }

  private async assertNotTooOften(
    manager: EntityManager,
    eventId: string,
    introducers: readonly (string | null)[],
    now: Date,
  ): Promise<void> {
    const asked = introducers.filter((one) => one !== null);
    const [busy] = await this.repository.busy(manager, eventId, asked, ASKS, now);
    if (busy === undefined) return;
    throw new DomainError('introducer_busy', {
      params: { name: await this.repository.nameOf(manager, eventId, busy) },
    });
  }

  private async requireBoth(actor: Actor, eventId: string, oneId: string, otherId: string) {
    if (oneId === otherId)
      throw new DomainError('invalid_input', { fields: [{ field: 'otherId', code: 'not_allowed' }] });
    if (mayStandIn(await this.access.roleOf(actor, eventId))) {
      const [one, other] = await Promise.all([oneId, otherId].map((id) => this.repository.person(eventId, id)));
      if (!one || !other || [one.accountId, other.accountId].includes(actor.accountId))
        throw new DomainError('not_found');
      return { one, other, isHost: true };
    }
    const self = await this.attendees.require(actor, eventId);
    const one = await this.attendees.visiblePerson(self, oneId);
    const other = await this.attendees.visiblePerson(self, otherId);
    const known = await this.circle.acquaintancesOf(actor.accountId);
    const [oneAccount, otherAccount] = [one.accountId ?? '', other.accountId ?? ''];
    if (!known.includes(oneAccount) || !known.includes(otherAccount)) throw new DomainError('not_an_acquaintance');
    return {
      one: { id: one.id, accountId: oneAccount },
      other: { id: other.id, accountId: otherAccount },
      isHost: false,
    };
  }

  private async assertNothingOpen(manager: EntityManager, ownId: string, otherId: string, now: Date): Promise<void> {
    if (await this.repository.knownBetween(manager, ownId, otherId, now)) throw new DomainError('introduction_exists');
  }

  /** I3: a request never piles up on somebody; the refusal is the one for everything else that stands in the way. */
  private async assertReachable(manager: EntityManager, registrationIds: string[], now: Date): Promise<void> {
    for (const id of registrationIds) {
      if ((await this.repository.incoming(manager, id, now)) >= LIMITS.incomingPerTarget)
        throw new DomainError('person_unavailable');
    }
  }

  private async expiry(eventId: string, now: Date): Promise<Expiry> {
    const [event, agenda] = await Promise.all([this.eventsService.find(eventId), this.eventsService.agendaOf(eventId)]);
    if (!event) throw new DomainError('not_found');
    const expiry = expiryOf(
      agenda.filter(({ kind }) => kind === 'break'),
      event.endsAt,
      now,
    );
    if (!expiry) throw new DomainError('event_over');
    return expiry;
  }

  private async tell(eventId: string, id: string, now: Date): Promise<void> {
    const row = await this.introductions.find(eventId, id);
    if (!row) return;
    const hosts = row.byHosts ? await this.introductions.hostAccounts(eventId) : [];
    this.events.emit('introduction:changed', { eventId, introductionId: id, accountIds: viewersOf(row, hosts, now) });
  }
}

function refusal(error: unknown): unknown {
  switch (violatedConstraint(error)) {
    case 'introductions_one_open_per_direction':
      return new DomainError('introduction_exists');
    case 'introductions_one_known_per_pair':
      return new DomainError('person_unavailable');
    case 'introductions_retry_once':
      return new DomainError('introduction_exists');
    default:
      return error;
  }
}
