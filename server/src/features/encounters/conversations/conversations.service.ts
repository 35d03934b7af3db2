import { Injectable } from '@nestjs/common';
import type { Conversation, ConversationPage, ConversationQuery, Note } from '@teabreak/shared';
import type { z } from 'zod';
import type { Actor } from '../../../common/actor.js';
import { matchesName } from '../../../common/name-search.js';
import { NotesRepository } from '../notes/notes.repository.js';
import { type ConversationRow, ConversationsRepository } from './conversations.repository.js';
import { wordsMatch } from './own-words-search.js';

const PAGE = 40;

interface Found {
  row: ConversationRow;
  note: Note | null;
}

/** Everybody I talked with, carried from event to event (G5), each with my own note. */
@Injectable()
export class ConversationsService {
  constructor(
    private readonly repository: ConversationsRepository,
    private readonly notes: NotesRepository,
  ) {}

  async page(actor: Actor, { q, only, after }: z.output<typeof ConversationQuery>): Promise<ConversationPage> {
    const all = await this.all(actor.accountId);
    const matching = all.filter((found) => (only === 'all' || isOpen(found.note)) && matches(found, q));
    const start = after === undefined ? 0 : matching.findIndex(({ row }) => row.id === after) + 1;
    const shown = matching.slice(start, start + PAGE);
    return {
      conversations: shown.map(present),
      next: start + PAGE < matching.length ? (shown.at(-1)?.row.id ?? null) : null,
      matching: matching.length,
      total: all.length,
    };
  }

  private async all(accountId: string): Promise<Found[]> {
    const rows = await this.repository.of(accountId);
    const notes = await this.notes.byAuthor(
      accountId,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ row, note: notes.get(row.id) ?? null }));
  }
}

function present({ row, note }: Found): Conversation {
  const { id, via, at, registrationId, name, headline, eventId, slug, title, timeZone } = row;
  return {
    id,
    person: { registrationId, name, headline },
    via,
    at: at.toISOString(),
    note,
    event: { id: eventId, slug, title, timeZone },
  };
}

function isOpen(note: Note | null): boolean {
  if (note === null) return false;
  const { iPromised, iPromisedDone, theyPromised, theyPromisedDone, remindOn } = note;
  return (iPromised !== '' && !iPromisedDone) || (theyPromised !== '' && !theyPromisedDone) || remindOn !== null;
}

function matches({ row, note }: Found, query: string): boolean {
  const words = [row.name, row.headline, row.title];
  if (note) words.push(note.text, note.iPromised, note.theyPromised);
  return matchesName(row.searchKeys, query) || wordsMatch(words, query);
}
