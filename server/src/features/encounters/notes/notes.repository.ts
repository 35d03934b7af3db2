import { Injectable } from '@nestjs/common';
import type { Note, NoteInput, VoiceType } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';

export type NoteFields = z.output<typeof NoteInput>;

interface NoteRow {
  encounterId: string;
  text: string;
  fit: number | null;
  iPromised: string;
  iPromisedDone: boolean;
  theyPromised: string;
  theyPromisedDone: boolean;
  remindOn: string | null;
  version: number;
  updatedAt: Date;
  voiceId: string | null;
  voiceType: VoiceType | null;
  milliseconds: number | null;
}

/** F1: with the voices' repository the only file that touches `notes`, and every statement of it names the author. */
@Injectable()
export class NotesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The author's own notes, by encounter id. */
  async byAuthor(authorId: string, encounterIds: readonly string[]): Promise<Map<string, Note>> {
    const rows = await this.dataSource.query<NoteRow[]>(
      `SELECT n.encounter_id AS "encounterId", n.text, n.fit, n.i_promised AS "iPromised", n.i_promised_done AS "iPromisedDone",
         n.they_promised AS "theyPromised", n.they_promised_done AS "theyPromisedDone", n.remind_on::text AS "remindOn", n.version,
         n.updated_at AS "updatedAt", v.id AS "voiceId", v.type AS "voiceType", v.milliseconds
       FROM notes n LEFT JOIN voice_notes v USING (encounter_id, author_account_id)
       WHERE author_account_id = $1 AND encounter_id = ANY($2::uuid[])`,
      [authorId, encounterIds],
    );
    return new Map(rows.map((row) => [row.encounterId, toNote(row)]));
  }

  /** False where the note is not the one that was changed: somebody else of the same author has written or removed it. */
  async put(authorId: string, encounterId: string, note: NoteFields, at: Date): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `INSERT INTO notes (encounter_id, author_account_id, text, fit, i_promised, i_promised_done, they_promised, they_promised_done,
         remind_on, updated_at, version)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1
       WHERE $11 = 0 OR EXISTS (SELECT FROM notes WHERE encounter_id = $1 AND author_account_id = $2)
       ON CONFLICT (encounter_id, author_account_id) DO UPDATE SET text = excluded.text, fit = excluded.fit,
         i_promised = excluded.i_promised, i_promised_done = excluded.i_promised_done, they_promised = excluded.they_promised,
         they_promised_done = excluded.they_promised_done, remind_on = excluded.remind_on, updated_at = excluded.updated_at,
         version = notes.version + 1
       WHERE notes.version = $11
       RETURNING version`,
      [
        encounterId,
        authorId,
        note.text,
        note.fit,
        note.iPromised,
        note.iPromisedDone,
        note.theyPromised,
        note.theyPromisedDone,
        note.remindOn,
        at,
        note.version,
      ],
    );
    return rows.length > 0;
  }

  /** A note for a voice to stand in, where there is none. */
  async ensure(manager: EntityManager, authorId: string, encounterId: string, at: Date): Promise<void> {
    await manager.query(
      `INSERT INTO notes (encounter_id, author_account_id, version, updated_at) VALUES ($1, $2, 0, $3)
       ON CONFLICT (encounter_id, author_account_id) DO NOTHING`,
      [encounterId, authorId, at],
    );
  }

  /** The voice goes with it. False where another version stands there. */
  async remove(authorId: string, encounterId: string, version: number): Promise<boolean> {
    const rows = await this.dataSource.query<{ kept: boolean }[]>(
      `WITH gone AS (DELETE FROM notes WHERE author_account_id = $1 AND encounter_id = $2 AND version = $3 RETURNING version)
       SELECT EXISTS (SELECT FROM notes WHERE author_account_id = $1 AND encounter_id = $2) AND NOT EXISTS (SELECT FROM gone) AS kept`,
      [authorId, encounterId, version],
    );
    return rows[0]?.kept === false;
  }
}

function toNote({ encounterId: _, updatedAt, voiceId, voiceType, milliseconds, ...note }: NoteRow): Note {
  const voice =
    voiceId && voiceType && milliseconds ? { id: voiceId, type: voiceType, seconds: milliseconds / 1000 } : null;
  return { ...note, voice, updatedAt: updatedAt.toISOString() };
}
