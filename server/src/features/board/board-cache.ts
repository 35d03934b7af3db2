import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { BoardChange, BoardPerson } from '@teabreak/shared';
import { Clock } from '../../common/clock.js';
import { BoardRepository } from './board.repository.js';

/** Serialised snapshot, ready to be sent either way: packing it anew for each of a thousand phones would cost most of all. */
export interface CachedSnapshot {
  version: number;
  json: Buffer;
  gzipped: Buffer;
}
interface Entry {
  version: number;
  /** Serialised people by id. */
  people: Map<string, string>;
  snapshot: CachedSnapshot | null;
  builtAt: number;
}

/** Boards held in memory at once; the one not asked for the longest goes first. */
const BOARDS = 30;
/** `at` says when the snapshot was true; a board on which nothing happens must not look old. */
const REFRESH_MS = 10_000;
const packed = promisify(gzip);

/**
 * Boards as they are sent. An outdated one catches up from the log as a phone does, so that a board of 10,000 people with a
 * change every 20 ms is not read and folded anew for each reader.
 */
@Injectable()
export class BoardCache {
  private readonly entries = new Map<string, Entry>();
  private readonly running = new Map<string, Promise<CachedSnapshot | null>>();

  constructor(
    private readonly repository: BoardRepository,
    private readonly clock: Clock,
  ) {}

  /** The event's board, at least as new as when it was asked for; null where there is no such event. */
  async snapshot(eventId: string): Promise<CachedSnapshot | null> {
    const version = await this.repository.version(eventId);
    if (version === null) return null;
    const fresh = this.fresh(eventId, version);
    if (fresh) return fresh;
    // Who comes while another fills the cache waits for that; only if it then is older than what they asked for, once more.
    await this.running.get(eventId);
    return this.fresh(eventId, version) ?? this.fillOnce(eventId);
  }

  forget(eventId: string): void {
    this.entries.delete(eventId);
  }

  private fresh(eventId: string, version: number): CachedSnapshot | null {
    const entry = this.entries.get(eventId);
    const recent = entry !== undefined && this.clock.now().getTime() - entry.builtAt < REFRESH_MS;
    return recent && entry.snapshot && entry.snapshot.version >= version ? entry.snapshot : null;
  }

  private fillOnce(eventId: string): Promise<CachedSnapshot | null> {
    const running = this.running.get(eventId) ?? this.fill(eventId).finally(() => this.running.delete(eventId));
    this.running.set(eventId, running);
    return running;
  }

  private async fill(eventId: string): Promise<CachedSnapshot | null> {
    const entry = (await this.caughtUp(eventId)) ?? (await this.readAnew(eventId));
    if (entry === null) return null;
    const now = this.clock.now();
    entry.builtAt = now.getTime();
    const { version } = entry;
    const json = Buffer.from(serialise(eventId, entry, now));
    entry.snapshot = { version, json, gzipped: await packed(json, { level: 5 }) };
    this.keep(eventId, entry);
    return entry.snapshot;
  }

  private async caughtUp(eventId: string): Promise<Entry | null> {
    const entry = this.entries.get(eventId);
    const logged = entry ? await this.repository.changes(eventId, entry.version) : null;
    if (!entry || !logged?.changes) return null;
    for (const change of logged.changes) apply(entry.people, change);
    entry.version = logged.version;
    return entry;
  }

  private async readAnew(eventId: string): Promise<Entry | null> {
    const state = await this.repository.state(eventId);
    if (state === null) return null;
    const people = new Map(state.people.map((person) => [person.id, JSON.stringify(person)]));
    return { version: state.version, people, snapshot: null, builtAt: 0 };
  }

  private keep(eventId: string, entry: Entry): void {
    this.entries.delete(eventId);
    this.entries.set(eventId, entry);
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= BOARDS) break;
      this.entries.delete(oldest);
    }
  }
}

function apply(people: Map<string, string>, change: BoardChange): void {
  if (change.kind === 'removed') people.delete(change.id);
  else people.set(change.person.id, JSON.stringify(change.person satisfies BoardPerson));
}

/** Each person on a line of their own: a phone reads a large board piece by piece. Line breaks within a string are escaped in JSON. */
function serialise(eventId: string, { version, people }: Entry, at: Date): string {
  const head = `{"eventId":"${eventId}","version":${version},"at":"${at.toISOString()}","people":[`;
  return `${head}\n${[...people.values()].join(',\n')}\n]}`;
}
