import { type FaultProxy, faultProxy } from '../faults.js';
import { createTestApp, type TestApp } from '../test-app.js';
import type { TestDatabase } from '../test-database.js';

/**
 * A server that can die at any moment. It runs in this process and everything it says or hears goes through proxies: when they
 * end every connection and take no new one, nothing of it reaches the outside any more, neither an answer, nor a commit, nor a
 * word to other servers. To them, to phones and to PostgreSQL that is what kill -9 is; what it had in memory is lost with it.
 */
export class MortalNode {
  isAlive = true;
  private buried: Promise<void> | null = null;

  private constructor(
    readonly app: TestApp,
    /** What phones and browsers talk to. */
    private readonly web: FaultProxy,
    private readonly tables: FaultProxy,
    /** Only what servers tell each other: losing it must cost nothing but a few seconds. */
    private readonly hints: FaultProxy,
  ) {}

  static async start(database: TestDatabase): Promise<MortalNode> {
    const port = Number(new URL(database.url).port);
    const [tables, hints] = await Promise.all([faultProxy(port), faultProxy(port)]);
    const config = { databaseUrl: withPort(database.url, hints.port) };
    const app = await createTestApp({ databaseUrl: withPort(database.url, tables.port), config });
    app.clock.set(new Date());
    return new MortalNode(app, await faultProxy(Number(new URL(app.url).port)), tables, hints);
  }

  get url(): string {
    return `http://127.0.0.1:${this.web.port}`;
  }

  /** What it still holds in this process is freed in the meantime; `bury` waits for that. */
  kill(): void {
    this.isAlive = false;
    for (const proxy of [this.web, this.tables, this.hints]) proxy.refuse(true);
    this.buried = this.close();
  }

  bury(): Promise<void> {
    this.buried ??= this.close();
    return this.buried;
  }

  private async close(): Promise<void> {
    await this.app.close();
    await Promise.all([this.web, this.tables, this.hints].map((proxy) => proxy.close()));
  }

  loseHints(on: boolean): void {
    this.hints.refuse(on);
  }

  calm(): void {
    this.hints.refuse(false);
    this.web.cutNoMore();
  }

  /** Ends one connection in the middle of a message, or all of them at once. */
  cut(which: 'one' | 'all'): void {
    if (which === 'all') this.web.cut();
    else this.web.cutWithin();
  }
}

function withPort(url: string, port: number): string {
  const through = new URL(url);
  through.port = String(port);
  return through.href;
}
