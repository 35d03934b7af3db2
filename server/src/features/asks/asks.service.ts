import { Injectable } from '@nestjs/common';
import {
  type AskInput,
  type AskPage,
  type AskQuery,
  type AskUpdate,
  type AskView,
  type FittingAsks,
  LIMITS,
  type ScreenAsk,
} from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { DomainEvents } from '../../common/domain-events.js';
import { Meanings } from '../../common/meanings.js';
import { searchPatterns, textSearchKeys } from '../../common/text-search.js';
import { inTransaction } from '../../database/transaction.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { cursorOf, readCursor } from './ask-cursor.js';
import { topicsMeant, topicsOf, topicsOfTag } from './ask-topics.js';
import { presentAsk } from './asks.presenter.js';
import { AsksRepository, type LockedAsk, type Reader } from './asks.repository.js';
import { AskThreadsRepository } from './threads/ask-threads.repository.js';

const FITTING = 3;
/** Of so many open ones the best are chosen. */
const LOOKED_AT = 200;

/** What people ask of and offer to everybody at an event (A1). Who can help, and what the two write, is in AskThreads. */
@Injectable()
export class AsksService {
  constructor(
    private readonly repository: AsksRepository,
    private readonly threads: AskThreadsRepository,
    private readonly attendees: AttendeeAccess,
    private readonly meanings: Meanings,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, eventId: string, query: AskQuery): Promise<AskPage> {
    const reader = await this.reader(actor, eventId);
    const rows = await this.repository.list(eventId, reader, this.clock.now(), {
      ...{ kind: query.kind, state: query.state, mine: query.mine === '1', limit: query.limit + 1 },
      patterns: searchPatterns(query.q),
      meant: topicsMeant(query.q, this.meanings),
      topics: query.tag === '' ? [] : topicsOfTag(query.tag, this.meanings),
      before: query.after === undefined ? null : readCursor(query.after),
    });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return { asks: shown.map(presentAsk), next: rows.length > query.limit && last ? cursorOf(last) : null };
  }

  /** "You may be able to help": what the reader offers answers them, or what they offer is what the reader seeks. */
  async forMe(actor: Actor, eventId: string): Promise<FittingAsks> {
    const reader = await this.reader(actor, eventId);
    const { asks, seeks, offers } = await this.repository.answerable(eventId, reader, this.clock.now(), LOOKED_AT);
    const fitting = asks.flatMap((ask) => {
      const words = [...ask.tags, ask.text];
      const pair = ask.kind === 'ask' ? this.meanings.bestPair(words, offers) : this.meanings.bestPair(seeks, words);
      return pair ? { ask, quality: pair.quality, because: ask.kind === 'ask' ? pair.offered : pair.sought } : [];
    });
    const best = fitting.sort((one, other) => other.quality - one.quality).slice(0, FITTING);
    return { asks: best.map(({ ask, because }) => ({ ask: presentAsk(ask), because })) };
  }

  async get(actor: Actor, eventId: string, askId: string): Promise<AskView> {
    const row = await this.repository.find(eventId, askId, await this.reader(actor, eventId), this.clock.now());
    if (!row) throw new DomainError('not_found');
    return presentAsk(row);
  }

  /** @throws DomainError `event_over`, `ask_limit` */
  async post(actor: Actor, eventId: string, input: z.output<typeof AskInput>): Promise<AskView> {
    const { registrationId } = await this.reader(actor, eventId);
    const { id, isNew } = await inTransaction(this.dataSource, async (manager) => {
      await this.repository.lockAuthor(manager, registrationId);
      const known = await this.repository.posted(manager, registrationId, input.requestId);
      if (known !== null) return { id: known, isNew: false };
      await this.assertMayOpen(manager, registrationId);
      const ask = { ...input, eventId, authorId: registrationId, ...this.keysOf(input) };
      const inserted = await this.repository.insert(manager, ask, this.clock.now());
      if (inserted === null) throw new DomainError('event_over');
      return { id: inserted, isNew: true };
    });
    if (isNew) this.events.emit('asks:changed', { eventId });
    return this.get(actor, eventId, id);
  }

  /** @throws DomainError `ask_closed` */
  async edit(actor: Actor, eventId: string, askId: string, input: z.output<typeof AskUpdate>): Promise<AskView> {
    await this.change(actor, eventId, askId, async (manager, ask, now) => {
      if (ask.state !== 'open' || ask.removed) throw new DomainError('ask_closed');
      await this.repository.update(manager, askId, { ...input, ...this.keysOf(input) }, now);
      return true;
    });
    return this.get(actor, eventId, askId);
  }

  /** Taken back: gone for everybody else. Who waited is told no more than when it was answered. */
  async withdraw(actor: Actor, eventId: string, askId: string): Promise<AskView> {
    await this.change(actor, eventId, askId, async (manager, ask, now) => {
      if (ask.state === 'withdrawn') return false;
      if (ask.state === 'answered') throw new DomainError('ask_closed');
      await this.repository.close(manager, askId, 'withdrawn', now);
      return true;
    });
    return this.get(actor, eventId, askId);
  }

  /**
   * Answered: by somebody whom the author was introduced to, or some other way. The first word counts; the same word again is harmless.
   * @throws DomainError `ask_closed` where it was closed in another way before
   */
  async answered(
    actor: Actor,
    eventId: string,
    askId: string,
    { threadId, thanks }: { threadId: string | null; thanks: string },
  ): Promise<AskView> {
    await this.change(actor, eventId, askId, async (manager, ask, now) => {
      if (threadId !== null && !(await this.threads.isIntroduced(manager, askId, threadId)))
        throw new DomainError('not_found');
      if (ask.state === 'answered' && ask.answeredBy === threadId && ask.thanks === thanks) return false;
      if (ask.state !== 'open' && ask.state !== 'over') throw new DomainError('ask_closed');
      await this.repository.close(manager, askId, 'answered', now, { threadId, thanks });
      return true;
    });
    return this.get(actor, eventId, askId);
  }

  /** @throws DomainError `ask_closed` for what was taken back, `event_over`, `ask_limit` */
  async reopen(actor: Actor, eventId: string, askId: string): Promise<AskView> {
    await this.change(actor, eventId, askId, async (manager, ask) => {
      if (ask.state === 'open') return false;
      if (ask.state === 'over') throw new DomainError('event_over');
      if (ask.state === 'withdrawn' || ask.removed) throw new DomainError('ask_closed');
      await this.assertMayOpen(manager, ask.authorId);
      await this.repository.reopen(manager, askId);
      return true;
    });
    return this.get(actor, eventId, askId);
  }

  /** For those who run the event; the author learns nothing, and one person counts once. */
  async report(actor: Actor, eventId: string, askId: string, reason: string): Promise<void> {
    const ask = await this.get(actor, eventId, askId);
    if (ask.mine) throw new DomainError('own_ask');
    const accountIds = await this.repository.report(eventId, askId, actor.accountId, reason, this.clock.now());
    if (accountIds.length === 0) return;
    this.events.emit('report:made', { eventId, accountIds });
    this.events.emit('asks:changed', { eventId });
  }

  /** For the projector (B4): its link is the permission, and whoever calls this has checked it. */
  forScreen(eventId: string): Promise<ScreenAsk[]> {
    return this.repository.forScreen(eventId, this.clock.now());
  }

  private async reader(actor: Actor, eventId: string): Promise<Reader> {
    return { registrationId: (await this.attendees.require(actor, eventId)).id, accountId: actor.accountId };
  }

  private async assertMayOpen(manager: EntityManager, authorId: string): Promise<void> {
    if ((await this.repository.countOpen(manager, authorId)) >= LIMITS.openAsks)
      throw new DomainError('ask_limit', { params: { limit: LIMITS.openAsks } });
  }

  private keysOf({ text, tags }: { text: string; tags: string[] }) {
    return { topicKeys: topicsOf(text, tags, this.meanings), searchKeys: textSearchKeys(text, ...tags) };
  }

  /** The author's own change under a lock; `work` answers whether there is anything to tell. Others find nothing to change here. */
  private async change(
    actor: Actor,
    eventId: string,
    askId: string,
    work: (manager: EntityManager, ask: LockedAsk, now: Date) => Promise<boolean>,
  ): Promise<void> {
    const reader = await this.reader(actor, eventId);
    const now = this.clock.now();
    const changed = await inTransaction(this.dataSource, async (manager) => {
      // The person first, as when posting: what changes the number of open ones waits for its turn.
      await this.repository.lockAuthor(manager, reader.registrationId);
      const ask = await this.repository.locked(manager, eventId, askId, reader, now);
      if (!ask || ask.authorId !== reader.registrationId) throw new DomainError('not_found');
      return work(manager, ask, now);
    });
    if (!changed) return;
    this.events.emit('asks:changed', { eventId });
    const accountIds = await this.threads.accountsOf(askId);
    this.events.emit('ask-thread:changed', { eventId, askId, threadId: null, accountIds });
  }
}
