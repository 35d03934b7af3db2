import type { Note } from '@teabreak/shared';

/** F2: the aim of an evening. More are as welcome, and nobody is told to have them. */
export const DEEP_ENOUGH = 3;
export const BOWLS = [1, 2, 3, 4, 5] as const;

/** A real conversation is one that left something: words, a voice, a promise, or the wish to go on. A name swapped in passing is none. */
export function isDeep(note: Note | null): boolean {
  if (note === null) return false;
  return (
    note.text !== '' || note.voice !== null || note.iPromised !== '' || note.theyPromised !== '' || (note.fit ?? 0) > 1
  );
}
