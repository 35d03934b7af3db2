import type { BoardChange } from '@teabreak/shared';

/**
 * The last change of every person, in the order of versions. Not only shorter: what somebody showed before they hid, left or
 * took a consent back is nobody's to read in the history (P1).
 */
export function lastPerPerson(changes: readonly BoardChange[]): BoardChange[] {
  const last = new Map(changes.map((change) => [change.kind === 'put' ? change.person.id : change.id, change]));
  return [...last.values()].sort((a, b) => a.version - b.version);
}
