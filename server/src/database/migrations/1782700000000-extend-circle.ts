import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // K2: that somebody comes is told to the people they know only by a consent of its own; most of them work with, or for, each other.
  'ALTER TABLE registrations ADD COLUMN consent_circle boolean NOT NULL DEFAULT false',
  'ALTER TABLE consents DROP CONSTRAINT consents_kind_known',
  `ALTER TABLE consents ADD CONSTRAINT consents_kind_known
    CHECK (kind IN ('take-part', 'board', 'screen', 'suggestions', 'circle'))`,

  // What each says of their circle, at every event. Being shown as somebody who connects people is never assumed (M11).
  `CREATE TABLE circle_settings (
    account_id uuid PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    -- "Ask me for introductions": without it the person stands on nobody's path.
    introduces boolean NOT NULL,
    -- "Those who know me may be named as a way to me": without it no path ends at the person.
    reachable boolean NOT NULL,
    shows_connecting boolean NOT NULL,
    updated_at timestamptz NOT NULL
  )`,

  // K1. declined_by keeps an unanswered question standing for the one who asked it, out of sight of the one who said no: nobody learns
  // of a no, and taking the question back and asking anew does not make it come again. Then asked_by is null until somebody asks.
  'ALTER TABLE acquaintances ADD COLUMN declined_by uuid',
  'ALTER TABLE acquaintances ADD CONSTRAINT acquaintances_declined_by_one_of_them CHECK (declined_by IN (one_id, other_id))',
  'ALTER TABLE acquaintances ADD CONSTRAINT acquaintances_known_is_not_declined CHECK (confirmed_at IS NULL OR declined_by IS NULL)',
  // How strong a tie is: at how many events they met, and when last. Twice at one event is once.
  'ALTER TABLE acquaintances ADD COLUMN times_met smallint NOT NULL DEFAULT 0, ADD COLUMN last_met_at timestamptz, ADD COLUMN last_met_event uuid',
  `UPDATE acquaintances SET times_met = 1, last_met_at = confirmed_at, last_met_event = event_id
    WHERE confirmed_at IS NOT NULL AND origin <> 'confirmed'`,

  // 1…9: what it rests on (both said so 3, met 2, scanned 1), each further event up to 4, and 2 within a quarter, 1 within a year.
  // Stable, so that it is inlined: subtracting an interval from a time depends on the time zone.
  `CREATE FUNCTION tie_strength(origin text, times_met smallint, last_at timestamptz, at timestamptz) RETURNS smallint
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
      SELECT (CASE origin WHEN 'confirmed' THEN 3 WHEN 'met' THEN 2 ELSE 1 END
        + least(greatest(times_met - CASE origin WHEN 'confirmed' THEN 0 ELSE 1 END, 0), 4)
        + CASE WHEN last_at > at - interval '90 days' THEN 2 WHEN last_at > at - interval '1 year' THEN 1 ELSE 0 END)::smallint
    $$`,
  // The four below are the one place that says who may be named to whom as somebody who knows somebody; every statement asks them.
  // Both directions of every tie that both confirmed and neither has blocked. The two halves are bare, so that the planner takes an index in each.
  `CREATE VIEW open_ties AS
    SELECT t.account_id, t.known_id, t.origin, t.times_met, greatest(t.confirmed_at, t.last_met_at) AS last_at FROM (
      SELECT one_id AS account_id, other_id AS known_id, origin, times_met, confirmed_at, last_met_at FROM acquaintances
      UNION ALL SELECT other_id, one_id, origin, times_met, confirmed_at, last_met_at FROM acquaintances) t
    WHERE t.confirmed_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = t.account_id AND b.blocked_id = t.known_id)
      AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = t.known_id AND b.blocked_id = t.account_id)`,
  // Ties that may be told to a third person: to somebody who lets paths lead to them.
  `CREATE VIEW named_ties AS
    SELECT t.account_id AS introducer_id, t.known_id, t.origin, t.times_met, t.last_at
    FROM open_ties t LEFT JOIN circle_settings s ON s.account_id = t.known_id WHERE COALESCE(s.reachable, true)`,
  // Who may be named to the people they know, before they are here only by consent (K2).
  `CREATE VIEW event_acquaintances AS
    SELECT r.event_id, r.id AS registration_id, r.account_id, r.name, r.headline, r.sort_key, r.on_board,
      r.checked_in_at IS NOT NULL AS present, COALESCE(s.introduces, true) AS introduces
    FROM registrations r LEFT JOIN circle_settings s ON s.account_id = r.account_id
    WHERE r.account_id IS NOT NULL AND r.status = 'confirmed' AND r.consent_take_part AND r.board_level <> 'hidden'
      AND (r.checked_in_at IS NOT NULL OR r.consent_circle)`,
  'CREATE VIEW event_introducers AS SELECT * FROM event_acquaintances WHERE introduces',
  // M11: introductions that came about. Hosts' are their job; what a block ended is nobody's merit. Declined ones stay out of it (I2).
  `CREATE VIEW introductions_made AS
    SELECT event_id, introducer_account_id AS account_id, count(*)::int AS agreed FROM introductions
    WHERE NOT by_hosts AND agreed_at IS NOT NULL AND end_reason IS DISTINCT FROM 'blocked' AND introducer_account_id IS NOT NULL
    GROUP BY event_id, introducer_account_id`,

  // I6. The quote is what was said at that moment, in the server's own reading: it may be removed later, and nobody can put words into a mouth.
  `ALTER TABLE reports ADD COLUMN quote text NOT NULL DEFAULT '', ADD COLUMN request_id uuid,
    ADD COLUMN handled_at timestamptz, ADD COLUMN handled_by uuid REFERENCES accounts ON DELETE SET NULL`,
  'ALTER TABLE reports ADD CONSTRAINT reports_retry_once UNIQUE (event_id, reporter_id, request_id)',
  'CREATE INDEX reports_by_event ON reports (event_id, created_at DESC)',
  // The level a person had before those who run the event hid them; while it is kept, whatever the person sets, they stay hidden.
  `ALTER TABLE registrations ADD COLUMN level_before_hidden text
    CONSTRAINT registrations_level_before_hidden_known CHECK (level_before_hidden IN ('everyone', 'suggested', 'hidden'))`,
  `CREATE FUNCTION keep_hidden() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.board_level := 'hidden'; RETURN NEW; END $$`,
  `CREATE TRIGGER registrations_keep_hidden BEFORE UPDATE ON registrations FOR EACH ROW
    WHEN (NEW.level_before_hidden IS NOT NULL AND NEW.board_level <> 'hidden') EXECUTE FUNCTION keep_hidden()`,
];

const DOWN = [
  'DROP TRIGGER registrations_keep_hidden ON registrations',
  'DROP FUNCTION keep_hidden()',
  'ALTER TABLE registrations DROP COLUMN level_before_hidden',
  'DROP INDEX reports_by_event',
  'ALTER TABLE reports DROP COLUMN quote, DROP COLUMN request_id, DROP COLUMN handled_at, DROP COLUMN handled_by',
  'DROP VIEW introductions_made',
  'DROP VIEW event_introducers',
  'DROP VIEW event_acquaintances',
  'DROP VIEW named_ties',
  'DROP VIEW open_ties',
  'DROP FUNCTION tie_strength(text, smallint, timestamptz, timestamptz)',
  'ALTER TABLE acquaintances DROP COLUMN times_met, DROP COLUMN last_met_at, DROP COLUMN last_met_event, DROP COLUMN declined_by',
  'DROP TABLE circle_settings',
  `DELETE FROM consents WHERE kind = 'circle'`,
  'ALTER TABLE consents DROP CONSTRAINT consents_kind_known',
  `ALTER TABLE consents ADD CONSTRAINT consents_kind_known CHECK (kind IN ('take-part', 'board', 'screen', 'suggestions'))`,
  'ALTER TABLE registrations DROP COLUMN consent_circle',
];

/** Who knows whom as introductions need it (K1, K2, M5, M11), and reports that somebody handles (I6). Each part says why beside it. */
export class ExtendCircle1782700000000 implements MigrationInterface {
  name = 'ExtendCircle1782700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
