import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Logger } from '../../common/logger.js';
import { sessionCookieName } from '../../common/session-cookie.js';
import { Config } from '../../config/config.js';
import { SessionsService } from '../accounts/sessions/sessions.service.js';
import { DemoRepository } from './demo.repository.js';
import { companionKeys } from './demo-people.js';
import { SimulatedPeopleRepository } from './simulated-people.repository.js';
import type { Order, SimulatedAccount } from './simulation/order.js';
import { SimulationLock } from './simulation-lock.js';

const TEND_EVERY_MS = 5000;
/** The program beside this file, built or not. */
const PROGRAM = join(import.meta.dirname, `simulation/main${extname(import.meta.filename)}`);
const DEVICE = 'simulation';
/** 160 guests in memory need a tenth of it. */
const HEAP_MB = 128;

/**
 * Runs the program that plays the guests, on one server of the installation, as long as there is a demo. It gets sessions
 * and an address and is a client like any other; it has neither our settings nor the database.
 */
@Injectable()
export class DemoSimulation implements OnApplicationBootstrap, OnModuleDestroy {
  private child: ChildProcess | null = null;
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private closing = false;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly demo: DemoRepository,
    private readonly people: SimulatedPeopleRepository,
    private readonly sessions: SessionsService,
    private readonly lock: SimulationLock,
    private readonly http: HttpAdapterHost,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.demo) this.timer = setInterval(() => void this.tend(), TEND_EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    await this.stop();
  }

  /** Starts it where there is a demo and no other server runs it, ends it where there is none. Never rejects. */
  tend(): Promise<void> {
    return this.inTurn(async () => {
      if (this.closing) return;
      const demo = await this.demo.find();
      if (demo === null || demo.endsAt <= this.clock.now()) return this.end();
      if (this.child && !(await this.lock.isHeld())) await this.end();
      if (this.child || !(await this.lock.take())) return;
      const order = await this.orderFor(demo.id);
      if (order) this.begin(order);
    });
  }

  /** Ends the program and gives another server the chance. Never rejects. */
  stop(): Promise<void> {
    return this.inTurn(() => this.end());
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.turn = this.turn
      .then(work)
      .catch((error: unknown) => this.logger.warn({ error }, 'the simulation could not be tended'));
    return this.turn;
  }

  private begin(order: Order): void {
    const { PATH = '', NODE_OPTIONS = '', SystemRoot = '' } = process.env;
    const child = fork(PROGRAM, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH, NODE_OPTIONS, SystemRoot },
      execArgv: [
        ...process.execArgv.filter((option) => !/watch|inspect/u.test(option)),
        `--max-old-space-size=${HEAP_MB}`,
      ],
    });
    this.child = child;
    child.on('error', (error) => this.logger.warn({ error }, 'the simulation failed'));
    child.once('exit', () => {
      if (this.child === child) this.child = null;
    });
    child.send(order, () => undefined);
  }

  private async end(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child && child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'))
      await once(child, 'exit');
    await this.lock.release();
  }

  /** Fresh sessions for everybody it plays; null before the server listens. */
  private async orderFor(eventId: string): Promise<Order | null> {
    const address: AddressInfo | null = this.http.httpAdapter.getHttpServer().address();
    if (address === null) return null;
    const accounts = await this.dataSource.transaction(async (manager) => {
      const people = await this.people.list(manager, eventId, companionKeys());
      await this.people.endSessions(
        manager,
        people.map(({ accountId }) => accountId),
      );
      const signedIn: SimulatedAccount[] = [];
      for (const person of people) {
        const { token } = await this.sessions.open(manager, person.accountId, DEVICE);
        signedIn.push({ ...person, cookie: `${sessionCookieName(this.config.secure)}=${token}` });
      }
      return signedIn;
    });
    return { baseUrl: baseUrlOf(address), eventId, seed: this.clock.now().getTime() % 2 ** 31, accounts };
  }
}

function baseUrlOf({ address, port }: AddressInfo): string {
  const anywhere = address === '::' || address === '0.0.0.0';
  const host = anywhere ? '127.0.0.1' : address.includes(':') ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
