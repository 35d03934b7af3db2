import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { type BoardBatch, type BoardChange, packMoves } from '@teabreak/shared';
import { Logger } from '../../common/logger.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { BoardRepository, LOG_REACH } from './board.repository.js';
import { BoardPace } from './board-pace.js';
import { type Told, ToldPeople } from './told-people.js';

interface Stream {
  /** Every change up to here has been sent; null before the first. */
  sent: number | null;
  /** Of the batches up to there. */
  told: ToldPeople;
  /** There may be something to send. */
  stale: boolean;
  /** When the next batch may leave, in performance.now(). */
  next: number;
  running: Promise<void> | null;
}

/** The first change after a pause waits only for those that happen with it. */
const GATHER_MS = 5;
/** What could not be read is tried again, or nobody would hear of the last change before the next one. */
const RETRY_MS = 2000;
/** A board on which something happened so lately counts when it is decided how fast all may go. */
const LATELY_MS = 1000;
/** The log is trimmed once in this many versions. */
const TRIM_EVERY = 256;

/**
 * Sends an event's changes to all of this node who watch: what happened within one tick goes out as one message that is
 * encoded once; who is not shown somebody in it gets one of their own (I6). Every node does so for its own sockets. Messages may be
 * lost; `since` and `version` let every phone notice.
 */
@Injectable()
export class BoardBroadcast implements OnModuleDestroy {
  private readonly streams = new Map<string, Stream>();
  private readonly pace = new BoardPace();
  private readonly closing = new AbortController();

  constructor(
    private readonly repository: BoardRepository,
    private readonly publisher: RealtimePublisher,
    private readonly logger: Logger,
  ) {}

  /** The board has changed: it is sent at once after a pause, else within a tick, the longer the more people watch. */
  schedule(eventId: string): void {
    const stream = this.stream(eventId);
    stream.stale = true;
    if (!this.closing.signal.aborted) stream.running ??= this.run(eventId, stream);
  }

  /** Another node says that the board has changed. */
  scheduleIfWatched(eventId: string): void {
    if (this.watchers(eventId) > 0) this.schedule(eventId);
  }

  /** Somebody watches and was told everything up to `version`; what came before the first of them concerns nobody. */
  watchedFrom(eventId: string, version: number): void {
    const stream = this.stream(eventId);
    if (stream.sent === null || (stream.sent < version && this.watchers(eventId) === 1)) skipTo(stream, version);
  }

  /** Sends what nobody has told this node of, for hints get lost. */
  async lookForMissed(): Promise<void> {
    const watched = [...this.streams].filter(([eventId]) => this.watchers(eventId) > 0);
    await Promise.all(
      watched.map(async ([eventId, { sent }]) => {
        if ((await this.repository.version(eventId)) !== sent) this.schedule(eventId);
      }),
    );
  }

  forget(eventId: string): void {
    const stream = this.streams.get(eventId);
    if (stream) stream.stale = false;
    this.streams.delete(eventId);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing.abort();
    await Promise.all([...this.streams.values()].map(({ running }) => running));
  }

  private stream(eventId: string): Stream {
    const known = this.streams.get(eventId);
    if (known) return known;
    const stream: Stream = { sent: null, told: new ToldPeople(), stale: false, next: 0, running: null };
    this.streams.set(eventId, stream);
    return stream;
  }

  /** One batch after the other until there is nothing more to send. Never rejects. */
  private async run(eventId: string, stream: Stream): Promise<void> {
    const { signal } = this.closing;
    while (stream.stale && !signal.aborted) {
      const pause = Math.max(stream.next - performance.now(), GATHER_MS);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (!stream.stale || signal.aborted) break;
      stream.stale = false;
      stream.next = performance.now() + this.pace.tick(this.busyWatchers());
      await this.flush(eventId, stream).catch((error: unknown) => {
        this.logger.error({ error, eventId }, 'board broadcast failed');
        stream.stale = this.streams.get(eventId) === stream;
        stream.next = performance.now() + RETRY_MS;
      });
    }
    stream.running = null;
  }

  private async flush(eventId: string, stream: Stream): Promise<void> {
    const current = await this.repository.version(eventId);
    if (current === null) return;
    // Before the first watcher nobody waits for what came earlier; the newest change is all there is to tell.
    const since = stream.sent ?? Math.max(current - 1, 0);
    // Asked after the version: whoever begins to watch from now on sees at least that one.
    if (this.watchers(eventId) === 0) skipTo(stream, current);
    else await this.send(eventId, stream, since);
    const version = stream.sent ?? since;
    if (version > LOG_REACH && Math.floor(version / TRIM_EVERY) > Math.floor(since / TRIM_EVERY))
      await this.repository.trim(eventId, version);
  }

  private async send(eventId: string, stream: Stream, since: number): Promise<void> {
    const logged = await this.repository.changes(eventId, since);
    if (logged === null || logged.version === since) return;
    const { version } = logged;
    // Asked after the changes: whoever was blocked before one of them is not told of it, whichever server took the block.
    const hidden = await this.repository.hiddenFrom(eventId, idsIn(logged.changes ?? []));
    stream.sent = version;
    // Where versions were left out nobody knows who looks how.
    if (logged.changes === null) stream.told.forget();
    // An empty batch says that there is something to fetch: where the log is too short, or somebody too slow.
    const nothing: BoardBatch = { eventId, since: version, version, changes: [], moved: {} };
    const told = logged.changes && stream.told.shorten(logged.changes);
    const news = (gone?: ReadonlySet<string>): [BoardBatch] =>
      told === null ? [nothing] : [{ eventId, since, version, ...batchOf(told, gone) }];
    const { sent, busy } = await this.publisher.publishHere({
      room: rooms.board(eventId),
      event: 'board:changed',
      message: news(),
      own: new Map([...hidden].map(([accountId, gone]) => [rooms.account(accountId), news(gone)])),
      instead: [nothing],
    });
    this.pace.measured(sent, busy);
  }

  private watchers(eventId: string): number {
    return this.publisher.sizeOf(rooms.board(eventId));
  }

  /** Of all boards of this node on which something happens. */
  private busyWatchers(): number {
    const lately = performance.now() - LATELY_MS;
    return [...this.streams]
      .filter(([, { next }]) => next > lately)
      .reduce((sum, [eventId]) => sum + this.watchers(eventId), 0);
  }
}

function idsIn(changes: readonly BoardChange[]): string[] {
  return [...new Set(changes.map(idOf))];
}

const idOf = (change: BoardChange): string => (change.kind === 'put' ? change.person.id : change.id);

/** What `told` says to who is not shown `gone`. */
function batchOf({ changes, moved }: Told, gone: ReadonlySet<string> = NOBODY): Pick<BoardBatch, 'changes' | 'moved'> {
  return {
    changes: gone.size === 0 ? changes : changes.filter((change) => !gone.has(idOf(change))),
    moved: packMoves(gone.size === 0 ? moved : moved.filter(({ id }) => !gone.has(id))),
  };
}
const NOBODY: ReadonlySet<string> = new Set();

/** As if everything up to `version` had been sent: nothing is kept of boards at which nobody looks. */
function skipTo(stream: Stream, version: number): void {
  stream.sent = version;
  stream.told.forget();
}
