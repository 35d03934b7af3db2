import { createHash } from 'node:crypto';
import { type BoardBatch, type BoardPerson, unpackMoves } from '@teabreak/shared';

/**
 * Notes whatever a phone hears against the rules of docs/REALTIME.md, and how its board looked at each version. A phone that
 * mends itself by fetching anew would hide most faults of the server; this does not.
 */
export class BoardWitness {
  readonly faults: string[] = [];
  /** The board by version, as this phone showed it. */
  readonly looks = new Map<number, string>();
  readonly counts = { batches: 0, gaps: 0, connections: 0 };
  /** Up to where this connection's batches went; null before the first. */
  private last: number | null = null;
  /** Up to where this connection's answer went; null before it. */
  private answer: number | null = null;
  private shown = 0;

  /** A new connection of the phone as it was at `version`; what a connection told that was lost meanwhile may be lost with it. */
  connected(version: number): void {
    this.shown = version;
    this.last = null;
    this.answer = null;
    this.counts.connections += 1;
  }

  /** `board:watch` was acknowledged: from here on no batch of this connection may leave anything out. */
  answered(version: number): void {
    this.answer = version;
  }

  /** A batch came in at a phone that has `mine`. */
  heard({ since, version, changes, moved }: BoardBatch, mine: number): void {
    const { last, answer } = this;
    this.counts.batches += 1;
    // Of who could not keep up; they fetch.
    const isNotice = since === version && changes.length === 0;
    if (since > version) this.faults.push(`a batch from ${since} back to ${version}`);
    if (last !== null && since < last)
      this.faults.push(`${since}–${version} was told twice, up to ${last} it was told`);
    if (answer !== null && since > Math.max(answer, last ?? 0) && !isNotice)
      this.faults.push(`${since}–${version} leaves something out: told up to ${last}, answered up to ${answer}`);
    if (since > mine) this.counts.gaps += 1;
    let before = since;
    for (const change of changes) {
      if (change.version <= before || change.version > version)
        this.faults.push(`${change.version} after ${before} in ${since}–${version}`);
      before = change.version;
    }
    const moves = unpackMoves(moved).map(({ id }) => id);
    if (changes.length + moves.length > version - since)
      this.faults.push(`${since}–${version} tells of more than that`);
    const ids = [...moves, ...changes.map((change) => (change.kind === 'put' ? change.person.id : change.id))];
    if (new Set(ids).size < ids.length) this.faults.push(`somebody is in ${since}–${version} twice`);
    this.last = version;
  }

  /** From now on it is shown other people than before, be the version the same. */
  otherwise(): void {
    this.looks.clear();
  }

  /** The phone now shows these people as of `version`. */
  shows(version: number, people: Iterable<BoardPerson>): void {
    if (version < this.shown) this.faults.push(`went back from ${this.shown} to ${version}`);
    this.shown = version;
    const look = lookOfBoard(people);
    const before = this.looks.get(version);
    if (before !== undefined && before !== look) this.faults.push(`two boards at ${version}`);
    this.looks.set(version, look);
  }
}

const looks = new WeakMap<BoardPerson, string>();

/**
 * The same people look the same, whatever their order and the order of their fields: a log and a table do not keep it. Short,
 * and still telling whom two boards show differently.
 */
export function lookOfBoard(people: Iterable<BoardPerson>): string {
  const texts = [...people].map((person) => {
    const text = looks.get(person) ?? lookOf(person);
    looks.set(person, text);
    return text;
  });
  return texts.sort().join('\n');
}

function lookOf(person: BoardPerson): string {
  const { id, presence, placeId } = person;
  const rest = createHash('sha1').update(plain(person)).digest('hex').slice(0, 8);
  return [id.slice(0, 8), presence, placeId?.slice(0, 4) ?? '', rest].join(' ');
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
