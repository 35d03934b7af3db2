import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { AcquaintanceGraph } from './acquaintance-graph.js';
import { IntroductionPathsRepository } from './introduction-paths.repository.js';

interface EventGraph {
  graph: AcquaintanceGraph;
  /** Account → number in the graph. */
  numbers: ReadonlyMap<string, number>;
  people: readonly string[];
}
interface Kept {
  read: Promise<EventGraph>;
  /** In ms of a clock that only runs forward. */
  at: number;
  changed: boolean;
}

/** Events whose graph is kept in memory; the one asked for least recently goes first. */
const KEPT = 20;
/** A graph with a change of this server is read anew after so long, one without after so long (other servers have people, too), in ms. */
const CHANGED_FOR_MS = 10_000;
const KEPT_FOR_MS = 60_000;

/**
 * Who knows whom at an event, in memory: only to *find* paths over two people among the acquaintances of two large circles. Both ends
 * are read anew for each question, and what is found is confirmed in PostgreSQL, so that a graph that is seconds old shows nobody
 * anything that no longer holds.
 */
@Injectable()
export class EventGraphs implements OnModuleInit {
  private readonly graphs = new Map<string, Kept>();

  constructor(
    private readonly repository: IntroductionPathsRepository,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const changed = ({ eventId }: { eventId: string }) => {
      const kept = this.graphs.get(eventId);
      if (kept) kept.changed = true;
    };
    for (const name of ['acquaintance:changed', 'block:changed', 'registration:changed'] as const)
      this.events.on(name, changed);
    this.events.on('registration:checked-in', changed);
    this.events.on('event:deleted', ({ eventId }) => void this.graphs.delete(eventId));
  }

  of(eventId: string): Promise<EventGraph> {
    const kept = this.graphs.get(eventId);
    const age = kept === undefined ? 0 : performance.now() - kept.at;
    if (kept !== undefined && age < (kept.changed ? CHANGED_FOR_MS : KEPT_FOR_MS)) return kept.read;
    const read = this.read(eventId);
    this.graphs.delete(eventId);
    this.graphs.set(eventId, { read, at: performance.now(), changed: false });
    // A reading that failed is no answer to the next one.
    read.catch(() => this.graphs.delete(eventId));
    const [oldest] = this.graphs.keys();
    if (this.graphs.size > KEPT && oldest !== undefined) this.graphs.delete(oldest);
    return read;
  }

  private async read(eventId: string): Promise<EventGraph> {
    const { people, ties } = await this.repository.room(eventId, this.clock.now());
    return {
      graph: new AcquaintanceGraph(people.length, ties),
      numbers: new Map(people.map((account, at) => [account, at])),
      people,
    };
  }
}
