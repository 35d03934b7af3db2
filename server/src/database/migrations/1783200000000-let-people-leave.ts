import type { MigrationInterface, QueryRunner } from 'typeorm';

const INDEXES = {
  room_messages_by_author: 'room_messages (author_account_id)',
  ask_messages_by_author: 'ask_messages (author_id)',
  reports_by_reporter: 'reports (reporter_id)',
  check_in_scans_by_registration: 'check_in_scans (event_id, registration_id)',
  check_in_scans_by_account: 'check_in_scans (by_account_id) WHERE by_account_id IS NOT NULL',
};

/**
 * People take everything with them, or delete it (P2).
 * - accounts.left_at: the account stands where others' records need somebody who has gone. It is nobody's: no address can be proven for
 *   it, nothing may be run by it.
 * - What somebody wrote is found without reading all that everybody wrote; the foreign keys to a deleted account need the same.
 */
export class LetPeopleLeave1783200000000 implements MigrationInterface {
  name = 'LetPeopleLeave1783200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE accounts ADD COLUMN left_at timestamptz,
      ADD CONSTRAINT accounts_left_is_nobody CHECK (left_at IS NULL OR (email IS NULL AND site_role = 'none'))`);
    for (const [name, on] of Object.entries(INDEXES)) await runner.query(`CREATE INDEX ${name} ON ${on}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await runner.query(`DROP INDEX ${name}`);
    await runner.query('ALTER TABLE accounts DROP COLUMN left_at');
  }
}
