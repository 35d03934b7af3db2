import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // F3: one row per person somebody keeps in touch with, whatever the number of events they met at; it speaks of the latest talk.
  `CREATE TABLE follow_ups (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    other_account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
    encounter_id uuid NOT NULL REFERENCES encounters ON DELETE CASCADE,
    -- Days, not moments: "a week later" means a morning where the person lives.
    met_on date NOT NULL,
    -- 0 first day, 1 first week, 2 third week, 3 the rhythm from then on
    step smallint NOT NULL DEFAULT 0 CONSTRAINT follow_ups_step_known CHECK (step BETWEEN 0 AND 3),
    due_on date NOT NULL CONSTRAINT follow_ups_due_after_the_talk CHECK (due_on > met_on),
    stopped_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT follow_ups_once UNIQUE (account_id, other_account_id),
    CONSTRAINT follow_ups_not_oneself CHECK (account_id <> other_account_id)
  )`,
  'CREATE INDEX follow_ups_due ON follow_ups (account_id, due_on) WHERE stopped_at IS NULL',
  'CREATE INDEX follow_ups_by_other ON follow_ups (other_account_id)',
  'CREATE INDEX follow_ups_by_encounter ON follow_ups (encounter_id)',

  // What was done, read by the one who did it and by nobody else.
  `CREATE TABLE touches (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    follow_up_id uuid NOT NULL REFERENCES follow_ups ON DELETE CASCADE,
    request_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT touches_kind_known CHECK (kind IN ('message', 'call', 'met', 'helped', 'asked-favour')),
    line text NOT NULL DEFAULT '' CONSTRAINT touches_line_length CHECK (char_length(line) <= 280),
    at timestamptz NOT NULL,
    CONSTRAINT touches_retry_once UNIQUE (follow_up_id, request_id)
  )`,

  // A mail with what is due: no row, no mail.
  `CREATE TABLE digests (
    account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    rhythm text NOT NULL CONSTRAINT digests_rhythm_known CHECK (rhythm IN ('never', 'daily', 'weekly')),
    weekday smallint NOT NULL CONSTRAINT digests_weekday_range CHECK (weekday BETWEEN 1 AND 7),
    hour smallint NOT NULL CONSTRAINT digests_hour_range CHECK (hour BETWEEN 0 AND 23),
    time_zone text NOT NULL,
    -- The day in that zone for which a mail was written, or found to be needless: no day has two.
    done_on date,
    updated_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX digests_wanted ON digests (account_id) WHERE rhythm <> 'never'`,
];

const DOWN = ['digests', 'touches', 'follow_ups'].map((table) => `DROP TABLE ${table}`);

export class CreateFollowUps1783100000000 implements MigrationInterface {
  name = 'CreateFollowUps1783100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
