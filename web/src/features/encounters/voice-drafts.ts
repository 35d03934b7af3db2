import { privateBytes } from '../../lib/private-bytes.js';
import type { Talk } from './note-drafts.js';

/** Recorded and not yet with the server. Bytes and not a Blob: older iPhones lose those. */
export type VoiceDraft = { talk: Talk; id: string; type: string; bytes: ArrayBuffer; seconds: number };

const keyOf = ({ eventId, personId }: Pick<Talk, 'eventId' | 'personId'>) => `${eventId}.${personId}`;

export const voiceDrafts = {
  read: (talk: Pick<Talk, 'eventId' | 'personId'>): Promise<VoiceDraft | null> => privateBytes.read(keyOf(talk)),
  write: (draft: VoiceDraft): Promise<void> => privateBytes.write(keyOf(draft.talk), draft),
  remove: (talk: Pick<Talk, 'eventId' | 'personId'>): Promise<void> => privateBytes.remove(keyOf(talk)),
  all: async (): Promise<VoiceDraft[]> => {
    const drafts = await Promise.all((await privateBytes.keys()).map((key) => privateBytes.read<VoiceDraft>(key)));
    return drafts.filter((draft) => draft !== null);
  },
};

export const soundOf = ({ bytes, type }: VoiceDraft): Blob => new Blob([bytes], { type });
