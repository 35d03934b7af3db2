import { Injectable } from '@nestjs/common';
import type { VoiceType } from '@teabreak/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { ByteRange } from './byte-range.js';
import type { Recording } from './recording.js';

export interface StoredVoice {
  type: VoiceType;
  size: number;
}

/** F1: like `notes`, every statement names the author. */
@Injectable()
export class VoiceNotesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** False where the note has another voice. The same one again is no change. */
  async add(
    manager: EntityManager,
    authorId: string,
    encounterId: string,
    voiceId: string,
    { type, milliseconds }: Recording,
    bytes: Buffer,
    at: Date,
  ): Promise<boolean> {
    await manager.query(
      `INSERT INTO voice_notes (id, encounter_id, author_account_id, type, milliseconds, bytes, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [voiceId, encounterId, authorId, type, milliseconds, bytes, at],
    );
    const rows = await manager.query<unknown[]>(
      'SELECT FROM voice_notes WHERE id = $1 AND encounter_id = $2 AND author_account_id = $3',
      [voiceId, encounterId, authorId],
    );
    return rows.length > 0;
  }

  async find(authorId: string, encounterId: string, voiceId: string): Promise<StoredVoice | null> {
    const rows = await this.dataSource.query<StoredVoice[]>(
      `SELECT type, octet_length(bytes) AS size FROM voice_notes WHERE id = $3 AND encounter_id = $2 AND author_account_id = $1`,
      [authorId, encounterId, voiceId],
    );
    return rows[0] ?? null;
  }

  async bytes(authorId: string, encounterId: string, voiceId: string, { from, to }: ByteRange): Promise<Buffer> {
    const rows = await this.dataSource.query<{ bytes: Buffer }[]>(
      `SELECT substring(bytes FROM $4 FOR $5) AS bytes FROM voice_notes
       WHERE id = $3 AND encounter_id = $2 AND author_account_id = $1`,
      [authorId, encounterId, voiceId, from + 1, to - from + 1],
    );
    return rows[0]?.bytes ?? Buffer.alloc(0);
  }

  /** A note of which the voice was all goes with it. */
  async remove(manager: EntityManager, authorId: string, encounterId: string, voiceId: string): Promise<void> {
    await manager.query('DELETE FROM voice_notes WHERE id = $3 AND encounter_id = $2 AND author_account_id = $1', [
      authorId,
      encounterId,
      voiceId,
    ]);
    await manager.query(
      `DELETE FROM notes n WHERE encounter_id = $2 AND author_account_id = $1 AND version = 0
         AND NOT EXISTS (SELECT FROM voice_notes v WHERE v.encounter_id = n.encounter_id AND v.author_account_id = n.author_account_id)`,
      [authorId, encounterId],
    );
  }
}
