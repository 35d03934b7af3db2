import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever ends somebody's right to hear: when, and how that is called in `node-channel.ts`. */
const TRIGGERS = [
  { table: 'sessions', event: 'UPDATE OF revoked_at', when: 'OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL' },
  { table: 'sessions', event: 'DELETE', when: 'OLD.revoked_at IS NULL AND OLD.expires_at > now()' },
  {
    table: 'screen_links',
    event: 'UPDATE OF revoked_at',
    when: 'OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL',
  },
  { table: 'screen_links', event: 'DELETE', when: 'OLD.revoked_at IS NULL' },
  {
    table: 'registrations',
    event: 'UPDATE OF status, consent_take_part, account_id',
    when: `OLD.status = 'confirmed' AND OLD.consent_take_part AND OLD.account_id IS NOT NULL
      AND (NEW.status <> 'confirmed' OR NOT NEW.consent_take_part OR NEW.account_id IS DISTINCT FROM OLD.account_id)`,
  },
  { table: 'registrations', event: 'DELETE', when: `OLD.status = 'confirmed' AND OLD.account_id IS NOT NULL` },
  { table: 'event_roles', event: 'UPDATE OF role', when: 'NEW.role <> OLD.role' },
  { table: 'event_roles', event: 'DELETE', when: 'true' },
  { table: 'blocks', event: 'INSERT', when: 'true' },
  { table: 'blocks', event: 'DELETE', when: 'true' },
] as const;

/**
 * PostgreSQL itself tells every server when a right to hear ends, with the commit that ends it: a server that was killed
 * between its commit and its word told nobody, and the others found out minutes later.
 */
export class TellEndedRights1783400000000 implements MigrationInterface {
  name = 'TellEndedRights1783400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE FUNCTION tell_ended_right() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE word json;
      BEGIN
        IF TG_TABLE_NAME = 'sessions' THEN
          word := json_build_object('kind', 'session-ended', 'sessionId', OLD.id);
        ELSIF TG_TABLE_NAME = 'screen_links' THEN
          word := json_build_object('kind', 'screen-ended', 'eventId', OLD.event_id, 'linkId', OLD.id);
        ELSIF TG_TABLE_NAME = 'blocks' AND TG_OP = 'INSERT' THEN
          word := json_build_object('kind', 'block-changed', 'accountIds', ARRAY[NEW.blocker_id, NEW.blocked_id]);
        ELSIF TG_TABLE_NAME = 'blocks' THEN
          word := json_build_object('kind', 'block-changed', 'accountIds', ARRAY[OLD.blocker_id, OLD.blocked_id]);
        ELSE
          word := json_build_object('kind', 'right-changed', 'eventId', OLD.event_id, 'accountId', OLD.account_id);
        END IF;
        PERFORM pg_notify('teabreak_removals', word::text);
        RETURN NULL;
      END $$`);
    for (const { table, event, when } of TRIGGERS)
      await runner.query(
        `CREATE TRIGGER ${nameOf(table, event)} AFTER ${event} ON ${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION tell_ended_right()`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, event } of TRIGGERS) await runner.query(`DROP TRIGGER ${nameOf(table, event)} ON ${table}`);
    await runner.query('DROP FUNCTION tell_ended_right()');
  }
}

const nameOf = (table: string, event: string): string => `${table}_told_${event.split(' ')[0]?.toLowerCase()}`;
