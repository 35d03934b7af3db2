import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { BackgroundTasks } from '../../../common/background/background-tasks.js';
import type { BackgroundThread } from '../../../common/background/background-thread.js';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { Logger } from '../../../common/logger.js';
import { Config } from '../../../config/config.js';
import type { ClosePair } from '../engine/close-texts.js';
import type { RoomPerson } from '../matchmaking.repository.js';
import { CloseRows } from './close-rows.js';
import type { CloseRow, Comparison, run } from './compare.js';
import { EmbeddingsRepository, type Vectors } from './embeddings.repository.js';
import { EmbeddingsClient } from './embeddings-client.js';
import { goalTexts } from './goal-texts.js';
import { TextVectors } from './text-vectors.js';

type Room = { rows: CloseRows; pairs: readonly ClosePair[]; looked: string; waiting: readonly RoomPerson[] | null };

const COMPARE = new URL('./compare.js', import.meta.url);
const NONE: readonly ClosePair[] = [];
/** Changes of this long are looked at together, in ms. */
const GATHER_MS = 2_000;
/** Sought texts per task of the thread. */
const AT_ONCE = 200;
const ROOMS_KEPT = 20;
const FIRST_PRUNE_MS = 60_000;
const PRUNE_EVERY_MS = 6 * 3_600_000;

/**
 * Which texts of a room are close in meaning, where EMBEDDINGS_URL names somebody who knows. Nobody waits for it: `of` answers what is known
 * now, `lookAt` finds out the rest in its own time and tells by `close-texts:changed`. Without EMBEDDINGS_URL nothing ever happens here.
 */
@Injectable()
export class RoomCloseness implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rooms = new Map<string, Room>();
  private readonly client: EmbeddingsClient | null = null;
  private readonly vectors: TextVectors | null = null;
  private readonly thread: BackgroundThread;
  private readonly timers = new Set<NodeJS.Timeout>();
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly repository: EmbeddingsRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly logger: Logger,
    { embeddings }: Config,
    background: BackgroundTasks,
  ) {
    this.thread = background.thread('closeness');
    if (embeddings === undefined) return;
    this.client = new EmbeddingsClient(embeddings, logger);
    this.vectors = new TextVectors(embeddings.model, this.client, repository, clock, logger);
  }

  onApplicationBootstrap(): void {
    this.soon(FIRST_PRUNE_MS, () => this.prune());
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    this.client?.stop();
    this.rooms.clear();
    await this.queue;
  }

  of(eventId: string): readonly ClosePair[] {
    return this.rooms.get(eventId)?.pairs ?? NONE;
  }

  /** Looks at these people's goals soon. Returns at once. */
  lookAt(eventId: string, people: readonly RoomPerson[]): void {
    if (this.vectors === null) return;
    const room = this.rooms.get(eventId) ?? { rows: new CloseRows(), pairs: NONE, looked: '', waiting: null };
    this.rooms.delete(eventId);
    this.rooms.set(eventId, room);
    const [oldest] = this.rooms.keys();
    if (this.rooms.size > ROOMS_KEPT && oldest !== undefined) this.rooms.delete(oldest);
    const isExpected = room.waiting !== null;
    room.waiting = people;
    if (!isExpected) this.soon(GATHER_MS, () => this.look(eventId));
  }

  forget(eventId: string): void {
    this.rooms.delete(eventId);
  }

  /** One room after the other: the endpoint is asked one question at a time. */
  private soon(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.queue = this.queue
        .then(work)
        .catch((error: unknown) => this.logger.error({ error }, 'close texts could not be looked for'));
    }, ms).unref();
    this.timers.add(timer);
  }

  private async look(eventId: string): Promise<void> {
    const room = this.rooms.get(eventId);
    const { vectors } = this;
    if (vectors === null || !room?.waiting) return;
    const people = room.waiting;
    room.waiting = null;
    const texts = await goalTexts(people);
    const looked = JSON.stringify(texts);
    if (looked === room.looked) return;
    const scale = await vectors.scale();
    if (scale === null) return;
    const found = await vectors.of([...new Set([...texts.sought, ...texts.offered])]);
    const [sought, offered] = [among(texts.sought, found), among(texts.offered, found)];
    await this.compare(room.rows, { sought, offered, scale });
    // What has no vector yet is tried again when the room is looked at the next time.
    if (sought.size + offered.size === texts.sought.length + texts.offered.length) room.looked = looked;
    const pairs = room.rows.pairs();
    if (this.rooms.get(eventId) !== room || JSON.stringify(pairs) === JSON.stringify(room.pairs)) return;
    room.pairs = pairs;
    this.events.emit('close-texts:changed', { eventId });
  }

  private async compare(rows: CloseRows, { sought, offered, scale }: Comparison): Promise<void> {
    const { fresh, known, freshOffered } = rows.prepare({ sought: [...sought.keys()], offered: [...offered.keys()] });
    rows.add({ fresh, freshOffered }, [
      ...(await this.inThread({ sought: among(fresh, sought), offered, scale })),
      ...(await this.inThread({ sought: among(known, sought), offered: among(freshOffered, offered), scale })),
    ]);
  }

  private async inThread({ sought, offered, scale }: Comparison): Promise<CloseRow[]> {
    const [all, found]: [[string, Int8Array][], CloseRow[]] = [[...sought], []];
    for (let from = 0; from < all.length && offered.size > 0; from += AT_ONCE) {
      const part = new Map(all.slice(from, from + AT_ONCE));
      found.push(...(await this.thread.run<typeof run>(COMPARE, { sought: part, offered, scale })));
    }
    return found;
  }

  private async prune(): Promise<void> {
    await this.repository.prune(this.clock.now());
    this.soon(PRUNE_EVERY_MS, () => this.prune());
  }
}

function among(texts: readonly string[], vectors: Vectors): Vectors {
  const found: Vectors = new Map();
  for (const text of texts) {
    const vector = vectors.get(text);
    if (vector !== undefined) found.set(text, vector);
  }
  return found;
}
