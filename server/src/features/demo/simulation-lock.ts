import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

/** Any number that nobody else locks: "tea" in ASCII. */
const KEY = 0x746561;

/** Held by the one server that runs the simulation. It lives as long as its connection, so a server that dies gives it up. */
@Injectable()
export class SimulationLock {
  private runner: QueryRunner | null = null;

  constructor(private readonly dataSource: DataSource) {}

  async take(): Promise<boolean> {
    if (await this.isHeld()) return true;
    const runner = this.dataSource.createQueryRunner();
    try {
      const rows: { taken: boolean }[] = await runner.query('SELECT pg_try_advisory_lock($1) AS taken', [KEY]);
      if (!rows[0]?.taken) return false;
      this.runner = runner;
      return true;
    } finally {
      if (this.runner !== runner) await runner.release();
    }
  }

  /** False also when the connection that held it is gone. */
  async isHeld(): Promise<boolean> {
    const { runner } = this;
    if (runner === null) return false;
    try {
      await runner.query('SELECT 1');
      return true;
    } catch {
      this.runner = null;
      await runner.release().catch(() => undefined);
      return false;
    }
  }

  async release(): Promise<void> {
    const { runner } = this;
    this.runner = null;
    if (runner === null) return;
    await runner.query('SELECT pg_advisory_unlock($1)', [KEY]).catch(() => undefined);
    await runner.release().catch(() => undefined);
  }
}
