import type { BoardNews, BoardPerson, BoardSnapshot } from '@teabreak/shared';

/** What the phone knows of the board: everybody by id, as of one version. */
export type BoardState = { eventId: string; version: number; people: ReadonlyMap<string, BoardPerson>; at: string };
export type Batch = { since: number; version: number; changes: readonly BoardNews[] };

export const fromSnapshot = ({ eventId, version, people, at }: BoardSnapshot): BoardState => ({
  eventId,
  version,
  people: new Map(people.map((person) => [person.id, person])),
  at,
});

/**
 * The board after a batch. Answers the same state for a batch that is already in it, and 'gap' where something in between is
 * missing: then the changes since `state.version` are to be fetched (B3). A batch holds the last change of each person in
 * (since, version], so applying one that overlaps what is known changes nothing twice.
 */
export function applyBatch(state: BoardState, batch: Batch, at: string): BoardState | 'gap' {
  if (batch.version <= state.version) return state;
  if (batch.since > state.version) return 'gap';
  const people = new Map(state.people);
  for (const change of batch.changes) {
    if (change.version <= state.version) continue;
    if (change.kind === 'put') people.set(change.person.id, change.person);
    else if (change.kind === 'removed') people.delete(change.id);
    else move(people, change);
  }
  return { eventId: state.eventId, version: batch.version, people, at };
}

/** Who moved is known: whatever else changed of them would have come as a whole. */
function move(people: Map<string, BoardPerson>, { id, presence, placeId }: BoardNews & { kind: 'moved' }): void {
  const known = people.get(id);
  if (known) people.set(id, { ...known, presence, placeId });
}
