import { Injectable } from '@nestjs/common';
import type { AskMessage, AskMessages, MessageInput, MessageQuery } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { inTransaction } from '../../../database/transaction.js';
import { AskMessagesRepository } from './ask-messages.repository.js';
import { presentMessage } from './ask-threads.presenter.js';
import { AskThreadsRepository } from './ask-threads.repository.js';
import { AskThreads } from './ask-threads.service.js';

/** What two who were introduced by an ask write to each other. Nobody else reads it, those who run the event neither. */
@Injectable()
export class AskMessagesService {
  constructor(
    private readonly repository: AskMessagesRepository,
    private readonly threadRows: AskThreadsRepository,
    private readonly threads: AskThreads,
    private readonly dataSource: DataSource,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async page(
    actor: Actor,
    eventId: string,
    threadId: string,
    query: z.output<typeof MessageQuery>,
  ): Promise<AskMessages> {
    const thread = await this.threads.requireThread(actor, eventId, threadId);
    if (thread.state !== 'introduced') return { messages: [], older: false };
    const rows = await this.repository.page(threadId, thread.readerId, query);
    return { messages: rows.map(presentMessage), older: (rows[0]?.seq ?? 1) > 1 };
  }

  /** @throws DomainError `ask_closed` before the two were introduced */
  async post(
    actor: Actor,
    eventId: string,
    threadId: string,
    { clientId, text }: z.output<typeof MessageInput>,
  ): Promise<AskMessage> {
    const { posted, thread } = await inTransaction(this.dataSource, async (manager) => {
      // Locked first: a block that was said before this has its way.
      await this.threadRows.locked(manager, eventId, threadId);
      const found = await this.threads.requireThread(actor, eventId, threadId, manager);
      if (found.state !== 'introduced') throw new DomainError('ask_closed');
      const message = { threadId, authorId: found.readerId, clientId, text };
      return { posted: await this.repository.post(manager, message, this.clock.now()), thread: found };
    });
    if (posted.isNew) {
      const accountIds = [actor.accountId, thread.otherAccountId];
      this.events.emit('ask-thread:changed', { eventId, askId: thread.askId, threadId, accountIds });
    }
    return presentMessage(posted.row);
  }

  /** My other phones hear that nothing waits any more; what I have read is nobody else's to know. */
  async read(actor: Actor, eventId: string, threadId: string, seq: number): Promise<void> {
    const { askId, readerId, state } = await this.threads.requireThread(actor, eventId, threadId);
    if (state !== 'introduced' || !(await this.repository.read(threadId, readerId, seq))) return;
    this.events.emit('ask-thread:changed', { eventId, askId, threadId, accountIds: [actor.accountId] });
  }
}
