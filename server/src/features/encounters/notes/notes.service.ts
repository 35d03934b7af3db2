import { Injectable } from '@nestjs/common';
import type { Note } from '@teabreak/shared';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { EncountersRepository } from '../encounters.repository.js';
import { type NoteFields, NotesRepository } from './notes.repository.js';

/** What somebody wrote down for themselves (F1). It stays theirs when they have left the event. */
@Injectable()
export class NotesService {
  constructor(
    private readonly notes: NotesRepository,
    private readonly encounters: EncountersRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not_found` where it is not the actor's own conversation */
  async requireOwn(actor: Actor, eventId: string, encounterId: string): Promise<void> {
    if (!(await this.encounters.isOwn(eventId, actor.accountId, encounterId))) throw new DomainError('not_found');
  }

  /** Null where none was written. */
  async read(actor: Actor, eventId: string, encounterId: string): Promise<{ note: Note | null }> {
    await this.requireOwn(actor, eventId, encounterId);
    return { note: await this.find(actor, encounterId) };
  }

  /** Saving the same once more answers the same. @throws DomainError `note_changed` where another version stands there */
  async put(actor: Actor, eventId: string, encounterId: string, input: NoteFields): Promise<Note> {
    await this.requireOwn(actor, eventId, encounterId);
    const fields = onlyPromisedIsDone(input);
    const written = await this.notes.put(actor.accountId, encounterId, fields, this.clock.now());
    const note = await this.find(actor, encounterId);
    if (note === null || !(written || sameFields(note, fields))) throw new DomainError('note_changed');
    this.tell(actor, eventId, encounterId);
    return note;
  }

  /** @throws DomainError `note_changed` where another version stands there */
  async remove(actor: Actor, eventId: string, encounterId: string, version: number): Promise<void> {
    await this.requireOwn(actor, eventId, encounterId);
    if (!(await this.notes.remove(actor.accountId, encounterId, version))) throw new DomainError('note_changed');
    this.tell(actor, eventId, encounterId);
  }

  async find(actor: Actor, encounterId: string): Promise<Note | null> {
    return (await this.notes.byAuthor(actor.accountId, [encounterId])).get(encounterId) ?? null;
  }

  /** The author's other tabs and phones. */
  tell({ accountId }: Actor, eventId: string, encounterId: string): void {
    this.events.emit('note:changed', { eventId, encounterId, accountId });
  }
}

const FIELDS = [
  'text',
  'fit',
  'iPromised',
  'iPromisedDone',
  'theyPromised',
  'theyPromisedDone',
  'remindOn',
] as const satisfies (keyof NoteFields & keyof Note)[];

function sameFields(note: Note, fields: NoteFields): boolean {
  return FIELDS.every((field) => note[field] === fields[field]);
}

function onlyPromisedIsDone(fields: NoteFields): NoteFields {
  return {
    ...fields,
    iPromisedDone: fields.iPromisedDone && fields.iPromised !== '',
    theyPromisedDone: fields.theyPromisedDone && fields.theyPromised !== '',
  };
}
