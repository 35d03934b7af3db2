import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A digest also carries what waits for somebody's answer, where they want it: introductions to pass on or to agree to, help that was
 * offered. Who chose a digest before that chose one without.
 */
export class WidenDigests1783210000000 implements MigrationInterface {
  name = 'WidenDigests1783210000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE digests ADD COLUMN answers boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE digests DROP COLUMN answers');
  }
}
