import { Injectable } from '@nestjs/common';
import type { Inbox, InboxItem } from '@teabreak/shared';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { AskThreads } from '../asks/threads/ask-threads.service.js';
import { CircleService } from '../circle/circle.service.js';
import { CardExchangesService } from '../encounters/cards/card-exchanges.service.js';
import { FollowUpsService } from '../follow-ups/follow-ups.service.js';
import { IntroductionsService } from '../introductions/introductions.service.js';
import { WaitingIntroductions } from '../introductions/waiting-introductions.service.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { MyRounds } from '../rounds/my-rounds.service.js';
import { InboxRepository } from './inbox.repository.js';
import {
  fromAsking,
  fromExchange,
  fromFollowUp,
  fromIntroduction,
  fromRound,
  fromThread,
  inOrder,
} from './inbox-items.js';

/**
 * Everything that waits for somebody in one place. Each part is asked of the feature whose it is, as this very person: what they may
 * not know there (I2, I6, F1) cannot show here.
 */
@Injectable()
export class InboxService {
  constructor(
    private readonly attendees: AttendeeAccess,
    private readonly repository: InboxRepository,
    private readonly introductions: IntroductionsService,
    private readonly waiting: WaitingIntroductions,
    private readonly threads: AskThreads,
    private readonly exchanges: CardExchangesService,
    private readonly circle: CircleService,
    private readonly followUps: FollowUpsService,
    private readonly rounds: MyRounds,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, eventId: string): Promise<Inbox> {
    await this.attendees.require(actor, eventId);
    const [parts, until] = await Promise.all([
      Promise.all([
        this.ofIntroductions(actor, eventId),
        this.rounds.mine(actor, eventId).then(fromRound),
        this.ofCards(actor, eventId),
        this.circle.asking(actor, eventId).then((people) => people.map(fromAsking)),
        this.threads.list(actor, eventId).then(({ threads }) => threads.flatMap(fromThread)),
        this.followUps.due(actor).then((due) => due.map(fromFollowUp)),
      ]),
      this.repository.sessionUntil(eventId, this.clock.now()),
    ]);
    return { items: inOrder(parts.flat()), quietUntil: until?.toISOString() ?? null };
  }

  private async ofIntroductions(actor: Actor, eventId: string): Promise<InboxItem[]> {
    const waiting = await this.waiting.of(actor.accountId, eventId);
    if (waiting.length === 0) return [];
    const { introductions } = await this.introductions.list(actor, eventId);
    const views = new Map(introductions.map((view) => [view.id, view]));
    const now = this.clock.now();
    return waiting.flatMap((one) => {
      const view = views.get(one.introductionId);
      return view ? fromIntroduction(one, view, now) : [];
    });
  }

  private async ofCards(actor: Actor, eventId: string): Promise<InboxItem[]> {
    const { exchanges } = await this.exchanges.list(actor, eventId);
    return exchanges.filter(({ state }) => state === 'waiting-for-me').map(fromExchange);
  }
}
