import type { BoardPerson } from '@teabreak/shared';

/** One person after the other goes to talk, or is free again; never twice the same within one message. */
export function changeTo(people: readonly BoardPerson[], version: number): BoardPerson {
  const presence = Math.floor(version / people.length) % 2 === 0 ? 'talking' : 'free';
  return { ...(people[version % people.length] as BoardPerson), presence };
}
