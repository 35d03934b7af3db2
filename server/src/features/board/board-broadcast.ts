import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Logger } from '../../common/logger.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { rooms } from '../../realtime/rooms.js';
import { BoardRepository, LOG_REACH } from './board.repository.js';
import { ToldPeople } from './told-people.js';

interface Stream {
  /** Every change up to here has been sent; null before the first. */
  sent: number | null;
  /** Of the batches up to there. */
  told: ToldPeople;
  timer: NodeJS.Timeout | null;
  flushing: Promise<void> | null;
}

const SHORTEST_TICK_MS = 50;
const LONGEST_TICK_MS = 1000;
/** One delivery costs about 20 µs of this thread; sending may take a fifth of it. */
const TICK_MS_PER_SOCKET = 0.02 / 0.2;
/** What could not be read is tried again, or nobody would hear of the last change before the next one. */
const RETRY_MS = 2000;
/** The log is trimmed once in this many versions. */
const TRIM_EVERY = 256;

/**
 * Sends an event's changes to all who watch: what happened within one tick goes out as one message that is encoded once.
 * Messages may be lost; `since` and `version` let every phone notice.
 */
@Injectable()
export class BoardBroadcast implements OnModuleDestroy {
  private readonly streams = new Map<string, Stream>();
  private closing = false;

  constructor(
    private readonly repository: BoardRepository,
    private readonly publisher: RealtimePublisher,
    private readonly logger: Logger,
  ) {}

  /** The board has changed: sends within a tick, the longer the more people watch. */
  schedule(eventId: string, least = SHORTEST_TICK_MS): void {
    const stream = this.stream(eventId);
    if (stream.timer !== null || this.closing) return;
    const tick = this.publisher.sizeOf(rooms.board(eventId)) * TICK_MS_PER_SOCKET;
    stream.timer = setTimeout(
      () => {
        stream.timer = null;
        stream.flushing = (stream.flushing ?? Promise.resolve())
          .then(() => this.flush(eventId, stream))
          .catch((error: unknown) => {
            this.logger.error({ error, eventId }, 'board broadcast failed');
            this.schedule(eventId, RETRY_MS);
          });
      },
      Math.max(Math.min(tick, LONGEST_TICK_MS), least),
    );
  }

  /** Somebody watches and was told everything up to `version`. */
  watchedFrom(eventId: string, version: number): void {
    this.stream(eventId).sent ??= version;
  }

  forget(eventId: string): void {
    clearTimeout(this.streams.get(eventId)?.timer ?? undefined);
    this.streams.delete(eventId);
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    for (const { timer } of this.streams.values()) clearTimeout(timer ?? undefined);
    await Promise.all([...this.streams.values()].map(({ flushing }) => flushing));
  }

  private stream(eventId: string): Stream {
    const stream = this.streams.get(eventId) ?? { sent: null, told: new ToldPeople(), timer: null, flushing: null };
    this.streams.set(eventId, stream);
    return stream;
  }

  private async flush(eventId: string, stream: Stream): Promise<void> {
    const current = stream.sent ?? (await this.repository.version(eventId));
    if (current === null) return;
    // Before the first watcher nobody waits for what came earlier; the newest change is all there is to tell.
    const since = stream.sent ?? Math.max(current - 1, 0);
    const logged = await this.repository.changes(eventId, since);
    if (logged === null || logged.version === since) return;
    const { version } = logged;
    stream.sent = version;
    const room = rooms.board(eventId);
    // Nothing is kept of boards at which nobody looks, nor past versions that the log has lost.
    if (logged.changes === null || this.publisher.sizeOf(room) === 0) stream.told.forget();
    // Where the log is too short for the batch, an empty one says that there is something to fetch.
    const message = logged.changes
      ? { eventId, since, version, changes: stream.told.shorten(logged.changes) }
      : { eventId, since: version, version, changes: [] };
    this.publisher.publish(room, 'board:changed', message);
    if (version > LOG_REACH && Math.floor(version / TRIM_EVERY) > Math.floor(since / TRIM_EVERY))
      await this.repository.trim(eventId, version);
  }
}
