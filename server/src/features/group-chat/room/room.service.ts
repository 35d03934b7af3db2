import { Injectable } from '@nestjs/common';
import type { MessageInput, MessageQuery, RoomMessage, RoomPage } from '@teabreak/shared';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { AccountsService } from '../../accounts/accounts.service.js';
import { EventAccess } from '../../events/event-access.service.js';
import { AttendeeAccess } from '../../registrations/attendee-access.service.js';
import { MAY_SET_GROUP_LINK } from '../group-chat.policy.js';
import { type MessageRow, RoomRepository } from './room.repository.js';

/** The event's own group room (Q4), for everyone who takes part and those who run the event. */
@Injectable()
export class RoomService {
  constructor(
    private readonly repository: RoomRepository,
    private readonly access: EventAccess,
    private readonly attendees: AttendeeAccess,
    private readonly accounts: AccountsService,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, eventId: string, query: z.output<typeof MessageQuery>): Promise<RoomPage> {
    await this.member(actor, eventId);
    const rows = await this.repository.page(eventId, actor.accountId, query);
    const first = rows[0]?.seq ?? 1;
    return { messages: rows.map((row) => present(row, actor)), older: first > 1 };
  }

  async post(actor: Actor, eventId: string, input: z.output<typeof MessageInput>): Promise<RoomMessage> {
    const authorName = await this.member(actor, eventId);
    const message = { eventId, accountId: actor.accountId, authorName, clientId: input.clientId, text: input.text };
    const { row, isNew } = await this.repository.post(message);
    if (isNew) this.events.emit('room:message-posted', { eventId, seq: row.seq });
    return present(row, actor);
  }

  /** By its author, or by those who run the event. */
  async remove(actor: Actor, eventId: string, messageId: string): Promise<void> {
    await this.member(actor, eventId);
    const author = await this.repository.authorOf(eventId, messageId);
    if (author === undefined) throw new DomainError('not_found');
    if (author !== actor.accountId) await this.access.require(actor, eventId, ...MAY_SET_GROUP_LINK);
    const seq = await this.repository.remove(eventId, messageId, this.clock.now());
    if (seq !== null) this.events.emit('room:message-posted', { eventId, seq });
  }

  /** Throws `not_found` for outsiders; answers the name that the person has in this event. */
  async member(actor: Actor, eventId: string): Promise<string> {
    const role = await this.access.roleOf(actor, eventId);
    if (role === null) return (await this.attendees.require(actor, eventId)).name;
    const name = await this.accounts.findName(actor.accountId);
    if (name === null) throw new DomainError('session_ended');
    return name;
  }
}

function present(row: MessageRow, actor: Actor): RoomMessage {
  return {
    id: row.id,
    seq: row.seq,
    authorId: row.author_account_id,
    author: row.author_name,
    personId: row.person_id,
    text: row.removed ? '' : row.text,
    at: row.created_at.toISOString(),
    mine: row.author_account_id === actor.accountId,
    removed: row.removed,
  };
}
