import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Links for projectors: several for one event, each ends by itself and can be taken away alone.
 * - No secret is kept: a link signs its row's id. Only the links given out before there were rows are known by their SHA-256;
 *   they go on working, and end like the others.
 * - A link ends some hours after its event, so that it moves with an event that is put off; one made later counts from then.
 * - name: which screen it is for, so that somebody who takes one away takes the right one.
 */
export class CreateScreenLinks1783000000000 implements MigrationInterface {
  name = 'CreateScreenLinks1783000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE screen_links (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      event_id uuid NOT NULL REFERENCES events (id) ON DELETE CASCADE,
      request_id uuid,
      name text NOT NULL DEFAULT '' CONSTRAINT screen_links_name_size CHECK (char_length(name) <= 80),
      hours_after_end integer NOT NULL CONSTRAINT screen_links_hours_after_end_size CHECK (hours_after_end BETWEEN 1 AND 8760),
      old_token_hash bytea CONSTRAINT screen_links_old_token_once UNIQUE
        CONSTRAINT screen_links_old_token_hash_sha256 CHECK (octet_length(old_token_hash) = 32),
      created_by uuid REFERENCES accounts (id) ON DELETE SET NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_used_at timestamptz,
      revoked_at timestamptz,
      CONSTRAINT screen_links_request_once UNIQUE (event_id, request_id)
    )`);
    await runner.query('CREATE INDEX screen_links_by_creator ON screen_links (created_by)');
    await runner.query(`INSERT INTO screen_links (event_id, hours_after_end, old_token_hash, created_by)
      SELECT id, 48, sha256(convert_to(screen_token, 'UTF8')), created_by FROM events`);
    await runner.query('ALTER TABLE events DROP COLUMN screen_token');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE events ADD COLUMN screen_token text NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', '')
      CONSTRAINT events_screen_token_once UNIQUE`);
    await runner.query('ALTER TABLE events ALTER COLUMN screen_token DROP DEFAULT');
    await runner.query('DROP TABLE screen_links');
  }
}
