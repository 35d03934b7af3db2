import { Injectable } from '@nestjs/common';
import type { DomainEventMap } from './domain-event-map.js';
import { Logger } from './logger.js';

export type DomainEventName = keyof DomainEventMap;
type Listener<N extends DomainEventName> = (event: DomainEventMap[N]) => void | Promise<void>;

/**
 * What one feature tells the others, in this process. Call `emit` after the transaction has committed: a listener
 * reads the database and must find what it is told about. A listener that fails is logged; nobody else notices.
 */
@Injectable()
export class DomainEvents {
  private readonly listeners = new Map<DomainEventName, Listener<DomainEventName>[]>();
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly logger: Logger) {}

  on<N extends DomainEventName>(name: N, listener: Listener<N>): void {
    const known = this.listeners.get(name) ?? [];
    this.listeners.set(name, [...known, listener as Listener<DomainEventName>]);
  }

  /** Returns at once; listeners run after the caller has gone on. */
  emit<N extends DomainEventName>(name: N, event: DomainEventMap[N]): void {
    for (const listener of this.listeners.get(name) ?? []) this.run(name, () => listener(event));
  }

  /** Waits until every listener has finished, those that listeners caused included. For the drain and for tests. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  private run(name: DomainEventName, listener: () => void | Promise<void>): void {
    const done = Promise.resolve()
      .then(listener)
      .catch((error: unknown) => this.logger.error({ error, event: name }, 'listener failed'))
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }
}
