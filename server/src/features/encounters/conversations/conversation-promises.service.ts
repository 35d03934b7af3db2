import { Injectable } from '@nestjs/common';
import type { Note } from '@teabreak/shared';
import { NotesRepository } from '../notes/notes.repository.js';

export type NotedPromises = Pick<
  Note,
  'iPromised' | 'iPromisedDone' | 'theyPromised' | 'theyPromisedDone' | 'remindOn'
>;

/** What somebody noted down to be done, for features that remind them of it: their own notes only (F1), and not what was said. */
@Injectable()
export class ConversationPromises {
  constructor(private readonly notes: NotesRepository) {}

  /** By encounter id; talks without a note are missing. */
  async of(authorId: string, encounterIds: readonly string[]): Promise<Map<string, NotedPromises>> {
    const notes = await this.notes.byAuthor(authorId, encounterIds);
    return new Map(
      [...notes].map(([id, { iPromised, iPromisedDone, theyPromised, theyPromisedDone, remindOn }]) => [
        id,
        { iPromised, iPromisedDone, theyPromised, theyPromisedDone, remindOn },
      ]),
    );
  }
}
