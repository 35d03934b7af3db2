import type { Note } from '@teabreak/shared';
import { useSyncExternalStore } from 'react';
import { privateText } from '../../lib/private-store.js';

export type NoteValues = Omit<Note, 'voice' | 'version' | 'updatedAt'>;
/** With whom; `encounterId` null: that we talked has not been said yet. */
export type Talk = { eventId: string; personId: string; name: string; encounterId: string | null };
/** What was typed and is not saved. */
export type NoteDraft = Talk & {
  values: NoteValues;
  /** The version that it changes. */
  base: number;
  /** Saved by the person, not yet by the server. */
  waiting: boolean;
};

const START = 'note.';
const keyOf = ({ eventId, personId }: Pick<Talk, 'eventId' | 'personId'>) => `${START}${eventId}.${personId}`;

export const EMPTY_NOTE: NoteValues = {
  text: '',
  fit: null,
  iPromised: '',
  iPromisedDone: false,
  theyPromised: '',
  theyPromisedDone: false,
  remindOn: null,
};

export const valuesOf = (note: Note | null): NoteValues => {
  if (note === null) return EMPTY_NOTE;
  const { voice: _, version: __, updatedAt: ___, ...values } = note;
  return values;
};

/** Trimmed as the server trims: a space at the end is no change. */
export const sameNote = (one: NoteValues, other: NoteValues): boolean =>
  (Object.keys(EMPTY_NOTE) as (keyof NoteValues)[]).every((key) => trimmed(one[key]) === trimmed(other[key]));

const trimmed = (value: NoteValues[keyof NoteValues]) => (typeof value === 'string' ? value.trim() : value);

function parse(text: string | null): NoteDraft | null {
  try {
    const draft = JSON.parse(text ?? 'null') as NoteDraft | null;
    return draft && typeof draft.values?.text === 'string'
      ? { ...draft, values: { ...EMPTY_NOTE, ...draft.values } }
      : null;
  } catch {
    return null;
  }
}

export const noteDrafts = {
  read: (talk: Pick<Talk, 'eventId' | 'personId'>): NoteDraft | null => parse(privateText.read(keyOf(talk))),
  write: (draft: NoteDraft): void => privateText.write(keyOf(draft), JSON.stringify(draft)),
  remove: (talk: Pick<Talk, 'eventId' | 'personId'>): void => privateText.remove(keyOf(talk)),
  waiting: (): NoteDraft[] =>
    privateText.keys(START).flatMap((key) => {
      const draft = parse(privateText.read(key));
      return draft?.waiting ? draft : [];
    }),
};

/** 'draft': something typed is not saved; 'waiting': it is to be sent as soon as there is a network. */
export function useDraftState(eventId: string, personId: string): 'none' | 'draft' | 'waiting' {
  const text = useSyncExternalStore(privateText.subscribe, () => privateText.read(keyOf({ eventId, personId })));
  const draft = parse(text);
  return draft === null ? 'none' : draft.waiting ? 'waiting' : 'draft';
}
