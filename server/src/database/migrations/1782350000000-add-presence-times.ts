import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Since when somebody's status holds, so that the board does not go on saying what has long ceased to be true:
 * - presence_said_at: when the person said it themselves. A phone without a network says it late, and must not overrule what was said since;
 * - silent_since: put to 'away' because their phone was not heard of; who said "away" themselves has none and stays away;
 * - talking_until: 'talking' that nobody has to end.
 */
export class AddPresenceTimes1782350000000 implements MigrationInterface {
  name = 'AddPresenceTimes1782350000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE registrations
      ADD COLUMN presence_said_at timestamptz, ADD COLUMN silent_since timestamptz, ADD COLUMN talking_until timestamptz`);
    await runner.query(
      'CREATE INDEX registrations_silent ON registrations (account_id) WHERE silent_since IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX registrations_talking_until ON registrations (talking_until) WHERE talking_until IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registrations_talking_until');
    await runner.query('DROP INDEX registrations_silent');
    await runner.query(`ALTER TABLE registrations
      DROP COLUMN presence_said_at, DROP COLUMN silent_since, DROP COLUMN talking_until`);
  }
}
