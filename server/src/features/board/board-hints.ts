import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../common/domain-events.js';
import { Logger } from '../../common/logger.js';
import { RealtimePublisher } from '../../realtime/realtime.publisher.js';
import { BoardBroadcast } from './board-broadcast.js';

/** Other nodes are told of a board at most this often. */
const AT_MOST_EVERY_MS = 50;
/** Every node looks itself so often whether it was not told of something. */
const LOOK_EVERY_MS = 2000;

/**
 * Nodes tell each other only that a board has changed; each reads the changes itself. A hint is small whatever has happened,
 * and the worst that a lost one does is that phones of other nodes hear of a change some seconds later.
 */
@Injectable()
export class BoardHints implements OnModuleInit, OnModuleDestroy {
  /** Events of which the others were told a moment ago; true: something has happened since. */
  private readonly lately = new Map<string, boolean>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly events: DomainEvents,
    private readonly publisher: RealtimePublisher,
    private readonly broadcast: BoardBroadcast,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.events.on('board:changed', ({ eventId }) => this.tell(eventId));
    this.publisher.onBoardHint((eventId) => this.broadcast.scheduleIfWatched(eventId));
    const look = () =>
      this.broadcast
        .lookForMissed()
        .catch((error: unknown) => this.logger.warn({ error }, 'boards could not be looked after'));
    this.timers.add(setInterval(look, LOOK_EVERY_MS).unref());
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  private tell(eventId: string): void {
    if (this.lately.has(eventId)) {
      this.lately.set(eventId, true);
      return;
    }
    this.publisher.hintBoard(eventId);
    this.lately.set(eventId, false);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const again = this.lately.get(eventId);
      this.lately.delete(eventId);
      if (again) this.tell(eventId);
    }, AT_MOST_EVERY_MS);
    this.timers.add(timer);
  }
}
