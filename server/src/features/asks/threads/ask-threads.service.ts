import { Injectable } from '@nestjs/common';
import type { AskDetail, AskThread, AskThreadList, AskThreadView } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { inTransaction } from '../../../database/transaction.js';
import { ContactGrants } from '../../encounters/contact-grants/contact-grants.service.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { AsksRepository, type LockedAsk, type Reader } from '../asks.repository.js';
import { AsksService } from '../asks.service.js';
import { presentThread } from './ask-threads.presenter.js';
import { AskThreadsRepository, type HelpRow, type ThreadRow } from './ask-threads.repository.js';

/**
 * "I can help" (A1). The helper's tap is the helper's consent: name and line go to the author, to nobody else. The author's "yes" is the
 * author's: only then do both see each other, with the contacts that each allows (I5), and may write. A "no" is silent (I2): the helper
 * waits like everybody else until the ask ends. So a helper is never turned down in public, and nobody collects an author's contacts
 * by tapping on everything.
 */
@Injectable()
export class AskThreads {
  constructor(
    private readonly repository: AskThreadsRepository,
    private readonly asks: AsksRepository,
    private readonly asksService: AsksService,
    private readonly attendees: AttendeeAccess,
    private readonly grants: ContactGrants,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, eventId: string): Promise<AskThreadList> {
    const reader = await this.reader(actor, eventId);
    return { threads: (await this.repository.list(eventId, reader, this.clock.now())).map(presentThread) };
  }

  async ofAsk(actor: Actor, eventId: string, askId: string): Promise<AskDetail> {
    const ask = await this.asksService.get(actor, eventId, askId);
    const reader = await this.reader(actor, eventId);
    const threads = await this.repository.list(eventId, reader, this.clock.now(), { askId });
    return { ask, threads: threads.map(presentThread) };
  }

  async view(actor: Actor, eventId: string, threadId: string): Promise<AskThreadView> {
    const row = await this.requireThread(actor, eventId, threadId);
    const contacts =
      row.state === 'introduced' ? await this.grants.visibleContacts(actor.accountId, row.otherAccountId, eventId) : [];
    return { thread: presentThread(row), contacts };
  }

  /** Once per person and ask: again it is the same. @throws DomainError `own_ask`, `ask_closed`; `not_found` for what one may not see */
  async offer(actor: Actor, eventId: string, askId: string, line: string): Promise<AskThread> {
    const reader = await this.reader(actor, eventId);
    const now = this.clock.now();
    const { threadId, isNew } = await inTransaction(this.dataSource, async (manager) => {
      const ask = await this.asks.locked(manager, eventId, askId, reader, now);
      if (!ask?.visible) throw new DomainError('not_found');
      if (ask.authorId === reader.registrationId) throw new DomainError('own_ask');
      const known = await this.repository.help(manager, askId, reader.registrationId);
      if (known && known.state !== 'taken-back') return { threadId: known.id, isNew: false };
      if (ask.state !== 'open') throw new DomainError('ask_closed');
      const help = { eventId, askId, authorId: ask.authorId, helperId: reader.registrationId, line };
      return { threadId: await this.repository.offer(manager, help, now), isNew: true };
    });
    const row = await this.requireThread(actor, eventId, threadId);
    if (isNew) this.tell(eventId, askId, threadId, [actor.accountId, row.otherAccountId]);
    return presentThread(row);
  }

  /** @throws DomainError `ask_closed` once introduced; `not_found` where there is nothing to take back */
  async takeBack(actor: Actor, eventId: string, askId: string): Promise<void> {
    const reader = await this.reader(actor, eventId);
    const now = this.clock.now();
    const help = await inTransaction(this.dataSource, async (manager) => {
      const ask = await this.asks.locked(manager, eventId, askId, reader, now);
      const known = ask && (await this.repository.help(manager, askId, reader.registrationId));
      if (!known || known.state === 'taken-back') throw new DomainError('not_found');
      if (known.state === 'accepted') throw new DomainError('ask_closed');
      await this.repository.setState(manager, known.id, 'taken-back', now);
      return known;
    });
    this.tell(eventId, askId, help.id, [help.authorAccountId, help.helperAccountId]);
  }

  /** The author's yes: the two are introduced. Several helpers may be. @throws DomainError `ask_closed`, `person_unavailable` */
  async accept(actor: Actor, eventId: string, threadId: string): Promise<AskThreadView> {
    const help = await this.decide(actor, eventId, threadId, async (manager, ask, known, now) => {
      if (known.state === 'accepted') return false;
      if (known.state === 'taken-back') throw new DomainError('person_unavailable');
      if (ask.state !== 'open' || ask.hidden) throw new DomainError('ask_closed');
      await this.repository.setState(manager, known.id, 'accepted', now);
      await this.grants.grantBoth(manager, eventId, known.authorAccountId, known.helperAccountId, 'introduction');
      return true;
    });
    if (help) this.tell(eventId, help.askId, threadId, [help.authorAccountId, help.helperAccountId]);
    return this.view(actor, eventId, threadId);
  }

  /** Silently: only the author's own phones hear of it. */
  async decline(actor: Actor, eventId: string, threadId: string): Promise<void> {
    const help = await this.decide(actor, eventId, threadId, async (manager, _, known, now) => {
      if (known.state === 'accepted') throw new DomainError('ask_closed');
      if (known.state !== 'waiting') return false;
      await this.repository.setState(manager, known.id, 'declined', now);
      return true;
    });
    if (help) this.tell(eventId, help.askId, threadId, [help.authorAccountId]);
  }

  /**
   * The thread as one of its two sees it.
   * @throws DomainError `not_found` for everybody else, and while there is a block between the two or one of them has left (I6)
   */
  async requireThread(actor: Actor, eventId: string, threadId: string, manager?: EntityManager): Promise<ThreadRow> {
    const reader = await this.reader(actor, eventId);
    const [row] = await this.repository.list(eventId, reader, this.clock.now(), { threadId }, manager);
    if (!row) throw new DomainError('not_found');
    return row;
  }

  private async reader(actor: Actor, eventId: string): Promise<Reader> {
    return { registrationId: (await this.attendees.require(actor, eventId)).id, accountId: actor.accountId };
  }

  /** What the author says to a helper, one at a time; null where nothing changed. */
  private async decide(
    actor: Actor,
    eventId: string,
    threadId: string,
    work: (manager: EntityManager, ask: LockedAsk, help: HelpRow, now: Date) => Promise<boolean>,
  ): Promise<HelpRow | null> {
    const reader = await this.reader(actor, eventId);
    const now = this.clock.now();
    const askId = await this.repository.askOf(eventId, threadId);
    if (askId === null) throw new DomainError('not_found');
    return inTransaction(this.dataSource, async (manager) => {
      const ask = await this.asks.locked(manager, eventId, askId, reader, now);
      const help = await this.repository.locked(manager, eventId, threadId);
      if (!ask || !help || help.authorId !== reader.registrationId) throw new DomainError('not_found');
      if (!(await this.repository.isReachable(manager, help.helperId, actor.accountId)))
        throw new DomainError('not_found');
      return (await work(manager, ask, help, now)) ? help : null;
    });
  }

  private tell(eventId: string, askId: string, threadId: string, accountIds: string[]): void {
    this.events.emit('ask-thread:changed', { eventId, askId, threadId, accountIds });
  }
}
