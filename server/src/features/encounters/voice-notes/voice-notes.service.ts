import { Injectable } from '@nestjs/common';
import type { Note } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { DataSource } from 'typeorm';
import type { Actor } from '../../../common/actor.js';
import { Clock } from '../../../common/clock.js';
import { DomainError } from '../../../common/domain-error.js';
import { inTransaction } from '../../../database/transaction.js';
import { NotesRepository } from '../notes/notes.repository.js';
import { NotesService } from '../notes/notes.service.js';
import { type ByteRange, byteRange } from './byte-range.js';
import { type Recording, readRecording } from './recording.js';
import { type StoredVoice, VoiceNotesRepository } from './voice-notes.repository.js';

/** What a phone counts as two minutes may be a little more. */
const TOLERANCE_MS = 1500;

export interface PlayedVoice extends StoredVoice {
  /** Null: all of it. */
  range: ByteRange | null;
  bytes: Buffer;
}

/** The voice of a note: in the database, so that every server plays it and nothing of it is left when the note goes (F1). */
@Injectable()
export class VoiceNotesService {
  constructor(
    private readonly repository: VoiceNotesRepository,
    private readonly notes: NotesRepository,
    private readonly own: NotesService,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * `receive` reads the file only once it is known who sends it. The same voice again changes nothing.
   * @throws DomainError `voice_unreadable`, `voice_too_long`, `too_large`, `note_changed` where the note has another voice
   */
  async put(
    actor: Actor,
    eventId: string,
    encounterId: string,
    voiceId: string,
    receive: () => Promise<Buffer>,
  ): Promise<Note> {
    await this.own.requireOwn(actor, eventId, encounterId);
    const bytes = await receive();
    const recording = shortRecording(bytes);
    await inTransaction(this.dataSource, async (manager) => {
      const at = this.clock.now();
      await this.notes.ensure(manager, actor.accountId, encounterId, at);
      const added = await this.repository.add(manager, actor.accountId, encounterId, voiceId, recording, bytes, at);
      if (!added) throw new DomainError('note_changed');
    });
    this.own.tell(actor, eventId, encounterId);
    const note = await this.own.find(actor, encounterId);
    if (note === null) throw new DomainError('not_found');
    return note;
  }

  /** @param header the request's `Range` */
  async play(
    actor: Actor,
    eventId: string,
    encounterId: string,
    voiceId: string,
    header: string | undefined,
  ): Promise<PlayedVoice> {
    await this.own.requireOwn(actor, eventId, encounterId);
    const voice = await this.repository.find(actor.accountId, encounterId, voiceId);
    if (voice === null) throw new DomainError('not_found');
    const range = byteRange(header, voice.size);
    const wanted = range ?? { from: 0, to: voice.size - 1 };
    return { ...voice, range, bytes: await this.repository.bytes(actor.accountId, encounterId, voiceId, wanted) };
  }

  /** Removing it twice changes nothing. */
  async remove(actor: Actor, eventId: string, encounterId: string, voiceId: string): Promise<void> {
    await this.own.requireOwn(actor, eventId, encounterId);
    await inTransaction(this.dataSource, (manager) =>
      this.repository.remove(manager, actor.accountId, encounterId, voiceId),
    );
    this.own.tell(actor, eventId, encounterId);
  }
}

function shortRecording(bytes: Buffer): Recording {
  const recording = readRecording(bytes);
  if (recording === null) throw new DomainError('voice_unreadable', { field: 'file' });
  if (recording.milliseconds > LIMITS.voiceSeconds * 1000 + TOLERANCE_MS)
    throw new DomainError('voice_too_long', { field: 'file', params: { limit: LIMITS.voiceSeconds } });
  return recording;
}
