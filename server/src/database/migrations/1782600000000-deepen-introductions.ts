import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Warm introductions in full (I1–I7). What must never be untrue:
 * - states follow each other in order, and who asked whom for what stays as it was, whatever a statement tries;
 * - of two steps the second comes after the first;
 * - nobody is to meet two people in the same ten minutes of a break.
 */
export class DeepenIntroductions1782600000000 implements MigrationInterface {
  name = 'DeepenIntroductions1782600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    await knowEndReasons(runner, [...REASONS, ...NEW_REASONS]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE introductions SET end_reason = 'introducer-declined' WHERE end_reason = 'through-declined'`,
    );
    await runner.query('DROP TRIGGER introductions_in_order ON introductions');
    await runner.query('DROP FUNCTION introductions_in_order');
    await runner.query(`UPDATE introductions SET end_reason = NULL WHERE end_reason LIKE '%-cancelled'`);
    await knowEndReasons(runner, REASONS);
    await runner.query('DROP TABLE introduction_seats');
    await runner.query(`ALTER TABLE introductions ${COLUMNS.map((column) => `DROP COLUMN ${column}`).join(', ')}`);
  }
}

const REASONS = [
  'introducer-declined',
  'target-declined',
  'requester-declined',
  'both-declined',
  'withdrawn',
  'expired',
  'blocked',
  'left',
];
const NEW_REASONS = ['through-declined', 'requester-cancelled', 'target-cancelled'];

async function knowEndReasons(runner: QueryRunner, known: readonly string[]): Promise<void> {
  const list = known.map((reason) => `'${reason}'`).join(', ');
  await runner.query(`ALTER TABLE introductions DROP CONSTRAINT introductions_end_reason_known,
    ADD CONSTRAINT introductions_end_reason_known CHECK (end_reason IN (${list}))`);
}

const COLUMNS = [
  'through_account_id',
  'through_line',
  'through_passed_at',
  'host_account_id',
  'introducer_joins',
  'expiry_break_id',
  'slot',
  'requester_word',
  'target_word',
  'moved_by',
  'moves',
  'ping_by',
  'ping_at',
];

const UP = [
  `ALTER TABLE introductions
    -- Two steps: this one, whom the requester knows, is asked first and knows the introducer.
    ADD COLUMN through_account_id uuid REFERENCES accounts ON DELETE CASCADE,
    ADD COLUMN through_line text NOT NULL DEFAULT '',
    ADD COLUMN through_passed_at timestamptz,
    -- Whose turn it is while it waits for a host; null: anybody's.
    ADD COLUMN host_account_id uuid REFERENCES accounts ON DELETE SET NULL,
    -- The introducer sits with the two.
    ADD COLUMN introducer_joins boolean NOT NULL DEFAULT false,
    -- It runs out with this break, also when that is longer or shorter than planned. null: with the event.
    ADD COLUMN expiry_break_id uuid,
    -- Which ten minutes of the break, counted from its planned start.
    ADD COLUMN slot smallint,
    ADD COLUMN requester_word text CONSTRAINT introductions_requester_word_known CHECK (requester_word IN ('met', 'missed')),
    ADD COLUMN target_word text CONSTRAINT introductions_target_word_known CHECK (target_word IN ('met', 'missed')),
    ADD COLUMN moved_by text CONSTRAINT introductions_moved_by_known CHECK (moved_by IN ('requester', 'target')),
    ADD COLUMN moves smallint NOT NULL DEFAULT 0,
    ADD COLUMN ping_by text CONSTRAINT introductions_ping_by_known CHECK (ping_by IN ('requester', 'target', 'introducer')),
    ADD COLUMN ping_at timestamptz,
    ADD CONSTRAINT introductions_expiry_break_of_event FOREIGN KEY (event_id, expiry_break_id)
      REFERENCES agenda_items (event_id, id) ON DELETE SET NULL (expiry_break_id),
    ADD CONSTRAINT introductions_through_another CHECK (through_account_id <> introducer_account_id),
    ADD CONSTRAINT introductions_step_by_step CHECK (through_account_id IS NULL OR passed_on_at IS NULL OR through_passed_at IS NOT NULL)`,
  'CREATE INDEX introductions_by_through ON introductions (through_account_id) WHERE through_account_id IS NOT NULL',
  'CREATE INDEX introductions_by_expiry_break ON introductions (expiry_break_id) WHERE told_at IS NULL AND expiry_break_id IS NOT NULL',

  // Who comes to which agreed meeting. An account, not a registration: a host who sits with the two may not be a guest.
  `CREATE TABLE introduction_seats (
    introduction_id uuid NOT NULL,
    event_id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    break_id uuid NOT NULL,
    slot smallint NOT NULL,
    PRIMARY KEY (introduction_id, account_id),
    CONSTRAINT introduction_seats_of_introduction FOREIGN KEY (event_id, introduction_id) REFERENCES introductions (event_id, id) ON DELETE CASCADE,
    CONSTRAINT introduction_seats_break_of_event FOREIGN KEY (event_id, break_id) REFERENCES agenda_items (event_id, id) ON DELETE CASCADE,
    -- Nobody can be in two places.
    CONSTRAINT introduction_seats_one_at_a_time UNIQUE (break_id, slot, account_id)
  )`,
  'CREATE INDEX introduction_seats_by_account ON introduction_seats (account_id)',

  // The last word on what follows what, for statements that somebody writes in years to come. "met" and "missed" change places
  // when the two disagree or one corrects what they said.
  `CREATE FUNCTION introductions_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
      ('asked', 'passed-on'), ('asked', 'not-this-time'), ('passed-on', 'agreed'), ('passed-on', 'not-this-time'),
      ('agreed', 'met'), ('agreed', 'missed'), ('met', 'missed'), ('missed', 'met'))
    THEN
      RAISE EXCEPTION 'an introduction that is % cannot become %', OLD.state, NEW.state
        USING ERRCODE = 'check_violation', CONSTRAINT = 'introductions_in_order', TABLE = 'introductions';
    END IF;
    IF (NEW.event_id, NEW.request_id, NEW.requester_id, NEW.target_id, NEW.started_by, NEW.by_hosts, NEW.created_at)
        IS DISTINCT FROM (OLD.event_id, OLD.request_id, OLD.requester_id, OLD.target_id, OLD.started_by, OLD.by_hosts, OLD.created_at)
      OR (OLD.passed_on_at IS NOT NULL AND NEW.passed_on_at IS DISTINCT FROM OLD.passed_on_at)
      OR (OLD.agreed_at IS NOT NULL AND NEW.agreed_at IS DISTINCT FROM OLD.agreed_at)
    THEN
      RAISE EXCEPTION 'what an introduction began with does not change'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'introductions_in_order', TABLE = 'introductions';
    END IF;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER introductions_in_order BEFORE UPDATE ON introductions FOR EACH ROW EXECUTE FUNCTION introductions_in_order()`,
];
