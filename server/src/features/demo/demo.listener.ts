import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainEvents } from '../../common/domain-events.js';
import { inTransaction } from '../../database/transaction.js';
import { SessionsService } from '../accounts/sessions/sessions.service.js';
import { DemoRepository } from './demo.repository.js';
import { DemoSimulation } from './demo-simulation.service.js';

/** The demo's owner may also delete it like any event; its people go all the same. */
@Injectable()
export class DemoListener implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly events: DomainEvents,
    private readonly dataSource: DataSource,
    private readonly repository: DemoRepository,
    private readonly simulation: DemoSimulation,
    private readonly sessions: SessionsService,
  ) {}

  onModuleInit(): void {
    this.events.on('event:deleted', async () => {
      await this.simulation.tend();
      await this.removeLeftovers();
    });
  }

  /** A server may have died between the event's end and its people's. */
  onApplicationBootstrap(): Promise<void> {
    return this.removeLeftovers();
  }

  private async removeLeftovers(): Promise<void> {
    const removed = await inTransaction(this.dataSource, (manager) => this.repository.removeLeftovers(manager));
    for (const { id, accountId } of removed) this.sessions.announceEnd(accountId, [id]);
  }
}
