import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Breaks run as rounds (R1–R5). What must never be untrue is a constraint:
 * - one series runs per event, and one round of it, whoever taps how often on however many servers;
 * - a person sits once per round: at one seat of one table with three seats at most, or nowhere;
 * - two people meet once per event (R3). A table that the host holds is the marked exception.
 * A series says itself when its next step is due, so that it survives any restart.
 */
export class CreateRounds1782100000000 implements MigrationInterface {
  name = 'CreateRounds1782100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await knowEncountersVia(runner, ['introduction', 'card', 'board', 'round']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
    await runner.query(`UPDATE encounters SET via = 'board' WHERE via = 'round'`);
    await knowEncountersVia(runner, ['introduction', 'card', 'board']);
  }
}

async function knowEncountersVia(runner: QueryRunner, known: readonly string[]): Promise<void> {
  const list = known.map((via) => `'${via}'`).join(', ');
  await runner.query(
    `ALTER TABLE encounters DROP CONSTRAINT encounters_via_known, ADD CONSTRAINT encounters_via_known CHECK (via IN (${list}))`,
  );
}

const TABLES = ['round_series', 'rounds', 'round_seats', 'round_meetings', 'round_holds', 'round_outs'] as const;

const STATEMENTS = [
  `CREATE TABLE round_series (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL REFERENCES events ON DELETE CASCADE,
    -- null: the break was taken out of the agenda since.
    break_id uuid,
    minutes smallint NOT NULL CONSTRAINT round_series_minutes_positive CHECK (minutes > 0),
    changeover_seconds smallint NOT NULL CONSTRAINT round_series_changeover_positive CHECK (changeover_seconds > 0),
    rounds smallint NOT NULL CONSTRAINT round_series_rounds_positive CHECK (rounds > 0),
    odd_one_out text NOT NULL CONSTRAINT round_series_odd_one_out_known CHECK (odd_one_out IN ('trio', 'sit-out')),
    state text NOT NULL DEFAULT 'running' CONSTRAINT round_series_state_known CHECK (state IN ('running', 'ended')),
    -- No further round is begun.
    stopped_at timestamptz,
    next_step_at timestamptz,
    created_at timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT round_series_in_event UNIQUE (event_id, id),
    CONSTRAINT round_series_break_of_event FOREIGN KEY (event_id, break_id) REFERENCES agenda_items (event_id, id) ON DELETE SET NULL (break_id),
    CONSTRAINT round_series_running_has_a_step CHECK ((state = 'running') = (next_step_at IS NOT NULL)),
    CONSTRAINT round_series_ended_has_time CHECK ((state = 'ended') = (ended_at IS NOT NULL))
  )`,
  // Two hosts who start at once start one series.
  `CREATE UNIQUE INDEX round_series_one_running ON round_series (event_id) WHERE state = 'running'`,
  `CREATE INDEX round_series_due ON round_series (next_step_at) WHERE state = 'running'`,
  'CREATE INDEX round_series_by_event ON round_series (event_id, created_at DESC)',

  `CREATE TABLE rounds (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL,
    series_id uuid NOT NULL,
    number smallint NOT NULL CONSTRAINT rounds_number_positive CHECK (number > 0),
    -- cancelled: its tables were made, and made anew or given up before anybody talked.
    phase text NOT NULL DEFAULT 'changeover' CONSTRAINT rounds_phase_known CHECK (phase IN ('changeover', 'running', 'over', 'cancelled')),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT rounds_in_event UNIQUE (event_id, id),
    CONSTRAINT rounds_of_series FOREIGN KEY (event_id, series_id) REFERENCES round_series (event_id, id) ON DELETE CASCADE
  )`,
  `CREATE UNIQUE INDEX rounds_one_current ON rounds (event_id) WHERE phase IN ('changeover', 'running')`,
  `CREATE UNIQUE INDEX rounds_number_once ON rounds (series_id, number) WHERE phase <> 'cancelled'`,

  `CREATE TABLE round_seats (
    round_id uuid NOT NULL,
    event_id uuid NOT NULL,
    registration_id uuid NOT NULL,
    -- null: sits this round out.
    table_no smallint,
    seat_no smallint,
    -- missing: did not come to the table. left: went away while they talked.
    attendance text NOT NULL DEFAULT 'here' CONSTRAINT round_seats_attendance_known CHECK (attendance IN ('here', 'left', 'missing')),
    -- The board says "talking" because of this seat; who said something else since keeps it.
    shown_talking boolean NOT NULL DEFAULT false,
    PRIMARY KEY (round_id, registration_id),
    CONSTRAINT round_seats_of_round FOREIGN KEY (event_id, round_id) REFERENCES rounds (event_id, id) ON DELETE CASCADE,
    CONSTRAINT round_seats_of_event FOREIGN KEY (event_id, registration_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE,
    CONSTRAINT round_seats_at_a_table CHECK ((table_no IS NULL) = (seat_no IS NULL)),
    CONSTRAINT round_seats_three_at_most CHECK (seat_no BETWEEN 1 AND 3),
    -- Checked after the statement: two people change places in one.
    CONSTRAINT round_seats_one_each UNIQUE (round_id, table_no, seat_no) DEFERRABLE INITIALLY IMMEDIATE
  )`,
  'CREATE INDEX round_seats_by_registration ON round_seats (registration_id)',

  // R3. Written when tables are made, taken away where somebody did not come.
  `CREATE TABLE round_meetings (
    event_id uuid NOT NULL,
    round_id uuid NOT NULL,
    one_id uuid NOT NULL,
    other_id uuid NOT NULL,
    -- The host held their table: they go on with a talk that is counted already (R4).
    held boolean NOT NULL DEFAULT false,
    PRIMARY KEY (round_id, one_id, other_id),
    CONSTRAINT round_meetings_ordered CHECK (one_id < other_id),
    CONSTRAINT round_meetings_of_round FOREIGN KEY (event_id, round_id) REFERENCES rounds (event_id, id) ON DELETE CASCADE,
    CONSTRAINT round_meetings_one_of_event FOREIGN KEY (event_id, one_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE,
    CONSTRAINT round_meetings_other_of_event FOREIGN KEY (event_id, other_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,
  'CREATE UNIQUE INDEX round_meetings_once ON round_meetings (event_id, one_id, other_id) WHERE NOT held',

  `CREATE TABLE round_holds (
    round_id uuid NOT NULL REFERENCES rounds ON DELETE CASCADE,
    table_no smallint NOT NULL,
    PRIMARY KEY (round_id, table_no)
  )`,

  // Who is left out of the rounds to come until they are back: said so, or did not come.
  `CREATE TABLE round_outs (
    series_id uuid NOT NULL,
    event_id uuid NOT NULL,
    registration_id uuid NOT NULL,
    why text NOT NULL CONSTRAINT round_outs_why_known CHECK (why IN ('left', 'missing')),
    at timestamptz NOT NULL,
    PRIMARY KEY (series_id, registration_id),
    CONSTRAINT round_outs_of_series FOREIGN KEY (event_id, series_id) REFERENCES round_series (event_id, id) ON DELETE CASCADE,
    CONSTRAINT round_outs_of_event FOREIGN KEY (event_id, registration_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,
];
