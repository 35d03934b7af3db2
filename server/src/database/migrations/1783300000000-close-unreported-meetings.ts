import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A meeting that both agreed to and of which neither says what became of it does not stay open for ever.
 * - state `unknown`: follows `agreed` alone, some days after the event; it is nobody's fault and counts as agreed, not as met.
 * - A block says nothing about whoever brought the two together: if it took away from what introducers are thanked for, one of the two
 *   could read it there (I6).
 */
export class CloseUnreportedMeetings1783300000000 implements MigrationInterface {
  name = 'CloseUnreportedMeetings1783300000000';

  async up(runner: QueryRunner): Promise<void> {
    await know(runner, [...STATES, 'unknown'], [...STEPS, ['agreed', 'unknown']]);
    await runner.query(made(''));
    await runner.query(`CREATE INDEX introductions_unreported ON introductions (event_id) WHERE state = 'agreed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX introductions_unreported');
    await runner.query(made(`AND end_reason IS DISTINCT FROM 'blocked'`));
    await runner.query('ALTER TABLE introductions DISABLE TRIGGER introductions_in_order');
    await runner.query(`ALTER TABLE introductions DROP CONSTRAINT introductions_end_has_time`);
    await runner.query(`UPDATE introductions SET state = 'agreed', ended_at = NULL WHERE state = 'unknown'`);
    await runner.query(`ALTER TABLE introductions ADD CONSTRAINT introductions_end_has_time CHECK (true)`);
    await runner.query('ALTER TABLE introductions ENABLE TRIGGER introductions_in_order');
    await know(runner, STATES, STEPS);
  }
}

const STATES = ['asked', 'passed-on', 'agreed', 'met', 'missed', 'not-this-time'];
const STEPS: readonly (readonly [string, string])[] = [
  ['asked', 'passed-on'],
  ['asked', 'not-this-time'],
  ['passed-on', 'agreed'],
  ['passed-on', 'not-this-time'],
  ['agreed', 'met'],
  ['agreed', 'missed'],
  ['met', 'missed'],
  ['missed', 'met'],
];
const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** The states there are, what of them was agreed to and what is over, and which follows which. */
async function know(
  runner: QueryRunner,
  states: readonly string[],
  steps: readonly (readonly [string, string])[],
): Promise<void> {
  const after = (...before: string[]) => states.filter((state) => !['asked', 'passed-on', ...before].includes(state));
  await runner.query(`ALTER TABLE introductions
    DROP CONSTRAINT introductions_state_known,
    ADD CONSTRAINT introductions_state_known CHECK (state IN (${listed(states)})),
    DROP CONSTRAINT introductions_agreed_by_both,
    ADD CONSTRAINT introductions_agreed_by_both CHECK (state NOT IN (${listed(after('not-this-time'))})
      OR (requester_accepted_at IS NOT NULL AND target_accepted_at IS NOT NULL AND agreed_at IS NOT NULL)),
    DROP CONSTRAINT introductions_end_has_time,
    ADD CONSTRAINT introductions_end_has_time CHECK ((state IN (${listed(after('agreed'))})) = (ended_at IS NOT NULL))`);
  await runner.query(`CREATE OR REPLACE FUNCTION introductions_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (${steps.map((step) => `(${listed(step)})`).join(', ')}) THEN
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
  END $$`);
}

/** M11: introductions that came about, by whom. Hosts' are their job. Declined ones stay out of it (I2). */
const made = (more: string) => `CREATE OR REPLACE VIEW introductions_made AS
  SELECT event_id, introducer_account_id AS account_id, count(*)::int AS agreed FROM introductions
  WHERE NOT by_hosts AND agreed_at IS NOT NULL ${more} AND introducer_account_id IS NOT NULL
  GROUP BY event_id, introducer_account_id`;
