import { Injectable } from '@nestjs/common';
import type { BoardWatched } from '@teabreak/shared';
import type { Actor } from '../../common/actor.js';
import { DomainError } from '../../common/domain-error.js';
import { EventAccess } from '../events/event-access.service.js';
import { AttendeeAccess } from '../registrations/attendee-access.service.js';
import { MAY_LOOK } from './board.policy.js';
import { type BoardAnswer, BoardAnswers, type BoardForm } from './board-answers.js';
import { BoardAudiences } from './board-audiences.js';

/** Whole people pack well, and are told over HTTP, packed once for all; who only moved is so short already that it makes no difference. */
const MOST_WHOLE = 20;
const MOST_CHARACTERS = 100_000;

/**
 * The live board (B1). What it sends is the same for all of an audience, so it can be made once and sent to all. Hence only people
 * who show themselves to everyone are in it; those who show themselves only to people suggested to them (B4) are found
 * through suggestions, and what a reader has in common with somebody comes separately.
 */
@Injectable()
export class BoardService {
  constructor(
    private readonly answers: BoardAnswers,
    private readonly audiences: BoardAudiences,
    private readonly attendees: AttendeeAccess,
    private readonly access: EventAccess,
  ) {}

  /** Confirmed attendees who take part may look, checked in or not, and those who run the event. */
  async requireReader(actor: Actor, eventId: string): Promise<void> {
    if (await this.mayRead(actor, eventId)) return;
    if ((await this.access.roleOf(actor, eventId)) !== null) throw new DomainError('not_allowed');
    await this.attendees.require(actor, eventId);
  }

  async mayRead(actor: Actor, eventId: string): Promise<boolean> {
    if (await this.attendees.isAttendee(actor, eventId)) return true;
    const role = await this.access.roleOf(actor, eventId);
    return role !== null && MAY_LOOK.includes(role);
  }

  async whole(actor: Actor, eventId: string, form: BoardForm): Promise<BoardAnswer> {
    await this.requireReader(actor, eventId);
    return found(await this.answers.whole(eventId, form, await this.audiences.of(actor, eventId)));
  }

  async changes(actor: Actor, eventId: string, since: number): Promise<BoardAnswer> {
    await this.requireReader(actor, eventId);
    return (await this.missed(actor, eventId, since)).answer;
  }

  /** The answer to somebody who begins to watch, who may do so; and the version the board has now. */
  async watched(actor: Actor, eventId: string, since: number): Promise<{ answer: BoardWatched; version: number }> {
    await this.requireReader(actor, eventId);
    const { told, text } = await this.missed(actor, eventId, since);
    const { version } = told;
    const more = told.changes.length > MOST_WHOLE || text.length > MOST_CHARACTERS;
    return { answer: more ? { ...told, version: since, changes: [], moved: {}, more } : { ...told, more }, version };
  }

  private async missed(actor: Actor, eventId: string, since: number) {
    return found(await this.answers.changes(eventId, since, await this.audiences.of(actor, eventId)));
  }
}

function found<T>(answer: T | null): T {
  if (answer === null) throw new DomainError('not_found');
  return answer;
}
