import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody writes under their registration, by the column that names it. What hangs on the account itself is refused with it. */
const WRITTEN_BY = {
  goals: 'registration_id',
  asks: 'author_id',
  ask_helps: 'helper_id',
  ask_messages: 'author_id',
  introductions: 'requester_id',
} as const;

const UP = [
  // P2: set as the last step of a deletion. What the same person sent in that moment waits for the row, and then finds it closed: a phone
  // with an outbox would else write their words again under a name that is nobody's.
  'ALTER TABLE registrations ADD COLUMN left_at timestamptz',
  // Named like a key to a row that has gone: that is what it is to whoever sent it.
  `CREATE FUNCTION refuse_who_has_left() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_TABLE_NAME <> 'registrations' THEN
      PERFORM FROM registrations WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid AND left_at IS NULL FOR KEY SHARE;
      IF FOUND THEN RETURN NEW; END IF;
    END IF;
    RAISE EXCEPTION 'whoever this registration was has left'
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'registrations_left_id_fkey', TABLE = 'registrations';
  END $$`,
  ...Object.entries(WRITTEN_BY).map(
    ([table, column]) => `CREATE TRIGGER ${table}_not_by_who_has_left BEFORE INSERT ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_who_has_left('${column}')`,
  ),
  `CREATE TRIGGER asks_not_edited_by_who_has_left BEFORE UPDATE OF text, thanks ON asks
    FOR EACH ROW EXECUTE FUNCTION refuse_who_has_left('author_id')`,
  `CREATE TRIGGER goals_not_edited_by_who_has_left BEFORE UPDATE ON goals
    FOR EACH ROW EXECUTE FUNCTION refuse_who_has_left('registration_id')`,
  `CREATE TRIGGER registrations_closed BEFORE UPDATE ON registrations FOR EACH ROW
    WHEN (OLD.left_at IS NOT NULL AND (NEW.name, NEW.headline, NEW.company, NEW.recognise, NEW.email, NEW.phone, NEW.consent_take_part)
      IS DISTINCT FROM (OLD.name, OLD.headline, OLD.company, OLD.recognise, OLD.email, OLD.phone, OLD.consent_take_part))
    EXECUTE FUNCTION refuse_who_has_left()`,
];

const DOWN = [
  'DROP TRIGGER registrations_closed ON registrations',
  'DROP TRIGGER goals_not_edited_by_who_has_left ON goals',
  'DROP TRIGGER asks_not_edited_by_who_has_left ON asks',
  ...Object.keys(WRITTEN_BY).map((table) => `DROP TRIGGER ${table}_not_by_who_has_left ON ${table}`),
  'DROP FUNCTION refuse_who_has_left()',
  'ALTER TABLE registrations DROP COLUMN left_at',
];

/** Nobody writes under the registration of somebody who has left. Each part says why beside it. */
export class CloseLeftRegistrations1783220000000 implements MigrationInterface {
  name = 'CloseLeftRegistrations1783220000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
