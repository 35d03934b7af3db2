import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What attendees and organizers say about matching:
 * - one word per reader and person: a later one replaces the earlier; it goes when either leaves the event's lists for good;
 * - "not now" always has an end, the others never do: the moment is fixed when it is said, so that two readers of the table agree;
 * - one row of settings per event; without one everything is neutral.
 */
export class CreateMatchingControls1782200000000 implements MigrationInterface {
  name = 'CreateMatchingControls1782200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE match_wishes (
      registration_id uuid NOT NULL,
      other_id uuid NOT NULL,
      event_id uuid NOT NULL,
      kind text NOT NULL CONSTRAINT match_wishes_kind_known CHECK (kind IN ('not-now', 'never', 'more-like-this')),
      until timestamptz,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (registration_id, other_id),
      CONSTRAINT match_wishes_not_oneself CHECK (registration_id <> other_id),
      CONSTRAINT match_wishes_not_now_ends CHECK ((kind = 'not-now') = (until IS NOT NULL)),
      CONSTRAINT match_wishes_reader_of_event FOREIGN KEY (event_id, registration_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE,
      CONSTRAINT match_wishes_other_of_event FOREIGN KEY (event_id, other_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
    )`);
    await runner.query('CREATE INDEX match_wishes_of_event ON match_wishes (event_id)');
    await runner.query('CREATE INDEX match_wishes_of_other ON match_wishes (other_id)');
    await runner.query(`CREATE TABLE match_settings (
      event_id uuid PRIMARY KEY REFERENCES events ON DELETE CASCADE,
      goals smallint NOT NULL CONSTRAINT match_settings_goals_weight CHECK (goals BETWEEN 0 AND 100),
      in_common smallint NOT NULL CONSTRAINT match_settings_in_common_weight CHECK (in_common BETWEEN 0 AND 100),
      new_circles smallint NOT NULL CONSTRAINT match_settings_new_circles_weight CHECK (new_circles BETWEEN 0 AND 100),
      rules jsonb NOT NULL CONSTRAINT match_settings_rules_list CHECK (jsonb_typeof(rules) = 'array'),
      updated_by uuid REFERENCES accounts ON DELETE SET NULL,
      updated_at timestamptz NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE match_settings');
    await runner.query('DROP TABLE match_wishes');
  }
}
