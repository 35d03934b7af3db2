import { Injectable } from '@nestjs/common';
import type { Note, NoteInput } from '@teabreak/shared';
import { DataSource } from 'typeorm';
import type { z } from 'zod';

interface NoteRow {
  encounter_id: string;
  text: string;
  fit: number | null;
  i_promised: string;
  they_promised: string;
  updated_at: Date;
}

/** F1: the only file that touches `notes`, and every statement of it names the author. */
@Injectable()
export class NotesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The author's own notes, by encounter id. */
  async byAuthor(authorId: string, encounterIds: readonly string[]): Promise<Map<string, Note>> {
    const rows = await this.dataSource.query<NoteRow[]>(
      `SELECT encounter_id, text, fit, i_promised, they_promised, updated_at FROM notes
       WHERE author_account_id = $1 AND encounter_id = ANY($2::uuid[])`,
      [authorId, encounterIds],
    );
    return new Map(rows.map((row) => [row.encounter_id, toNote(row)]));
  }

  async put(authorId: string, encounterId: string, note: z.output<typeof NoteInput>, at: Date): Promise<Note> {
    const rows = await this.dataSource.query<NoteRow[]>(
      `INSERT INTO notes (encounter_id, author_account_id, text, fit, i_promised, they_promised, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (encounter_id, author_account_id) DO UPDATE SET text = excluded.text, fit = excluded.fit,
         i_promised = excluded.i_promised, they_promised = excluded.they_promised, updated_at = excluded.updated_at
       RETURNING encounter_id, text, fit, i_promised, they_promised, updated_at`,
      [encounterId, authorId, note.text, note.fit, note.iPromised, note.theyPromised, at],
    );
    return toNote(rows[0] as NoteRow);
  }
}

function toNote(row: NoteRow): Note {
  return {
    text: row.text,
    fit: row.fit,
    iPromised: row.i_promised,
    theyPromised: row.they_promised,
    updatedAt: row.updated_at.toISOString(),
  };
}
