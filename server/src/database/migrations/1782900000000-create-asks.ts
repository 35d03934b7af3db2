import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Asks and offers, who can help with them, and what the two write to each other (A1):
 * - a helper is never the author: the author's id goes along with the reference, so that a CHECK can see both;
 * - one row per ask and helper for ever: a second tap, a second phone and a second thought are the same row;
 * - messages are numbered by a counter in the locked row of the thread, so that no reader skips one;
 * - who helped is one of the helpers of this very ask, and only an answered one has somebody to thank;
 * - a report may say which ask it is about, once per person, so that a crowd is counted and one loud voice is not.
 */
export class CreateAsks1782900000000 implements MigrationInterface {
  name = 'CreateAsks1782900000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reports DROP COLUMN ask_id');
    await runner.query('DROP TABLE ask_messages');
    await runner.query('ALTER TABLE asks DROP CONSTRAINT asks_answered_by_its_helper');
    await runner.query('DROP TABLE ask_helps');
    await runner.query('DROP TABLE asks');
  }
}

const STATEMENTS = [
  `CREATE TABLE asks (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL,
    author_id uuid NOT NULL,
    request_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT asks_kind_known CHECK (kind IN ('ask', 'offer')),
    text text NOT NULL CONSTRAINT asks_text_length CHECK (char_length(text) BETWEEN 1 AND 280),
    tags text[] NOT NULL DEFAULT '{}' CONSTRAINT asks_tags_five CHECK (cardinality(tags) <= 5),
    -- What tags and text are about: =folded tag, #concept of a tag, ~concept of the text.
    topic_keys text[] NOT NULL DEFAULT '{}',
    search_keys text NOT NULL DEFAULT '',
    on_screen boolean NOT NULL DEFAULT false,
    state text NOT NULL DEFAULT 'open' CONSTRAINT asks_state_known CHECK (state IN ('open', 'answered', 'withdrawn')),
    posted_at timestamptz NOT NULL,
    edited_at timestamptz,
    closed_at timestamptz,
    answered_by_help uuid,
    thanks text NOT NULL DEFAULT '' CONSTRAINT asks_thanks_length CHECK (char_length(thanks) <= 280),
    hidden_at timestamptz,
    hidden_by uuid REFERENCES accounts ON DELETE SET NULL,
    hidden_reason text NOT NULL DEFAULT '',
    removed_at timestamptz,
    CONSTRAINT asks_of_author UNIQUE (event_id, id, author_id),
    CONSTRAINT asks_retry_once UNIQUE (author_id, request_id),
    CONSTRAINT asks_closed_or_open CHECK ((state = 'open') = (closed_at IS NULL)),
    CONSTRAINT asks_thanks_answered CHECK (state = 'answered' OR (answered_by_help IS NULL AND thanks = '')),
    CONSTRAINT asks_removed_is_hidden CHECK (removed_at IS NULL OR hidden_at IS NOT NULL),
    CONSTRAINT asks_hidden_with_reason CHECK ((hidden_at IS NULL) = (hidden_reason = '')),
    CONSTRAINT asks_author_of_event FOREIGN KEY (event_id, author_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX asks_newest ON asks (event_id, posted_at DESC, id DESC)',
  `CREATE INDEX asks_open ON asks (event_id, posted_at DESC) WHERE state = 'open' AND hidden_at IS NULL`,

  `CREATE TABLE ask_helps (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id uuid NOT NULL,
    ask_id uuid NOT NULL,
    author_id uuid NOT NULL,
    helper_id uuid NOT NULL,
    line text NOT NULL DEFAULT '' CONSTRAINT ask_helps_line_length CHECK (char_length(line) <= 280),
    -- 'declined' is known to the author alone: a helper sees the same as while waiting.
    state text NOT NULL DEFAULT 'waiting' CONSTRAINT ask_helps_state_known CHECK (state IN ('waiting', 'accepted', 'declined', 'taken-back')),
    offered_at timestamptz NOT NULL,
    accepted_at timestamptz,
    last_at timestamptz NOT NULL,
    message_seq integer NOT NULL DEFAULT 0,
    author_read integer NOT NULL DEFAULT 0,
    -- −1: does not know yet of having been introduced.
    helper_read integer NOT NULL DEFAULT -1,
    CONSTRAINT ask_helps_once UNIQUE (ask_id, helper_id),
    CONSTRAINT ask_helps_of_ask UNIQUE (ask_id, id),
    CONSTRAINT ask_helps_not_oneself CHECK (author_id <> helper_id),
    CONSTRAINT ask_helps_accepted_at CHECK ((state = 'accepted') = (accepted_at IS NOT NULL)),
    CONSTRAINT ask_helps_read_what_is_there CHECK (author_read BETWEEN 0 AND message_seq AND helper_read BETWEEN -1 AND message_seq),
    CONSTRAINT ask_helps_ask_of_author FOREIGN KEY (event_id, ask_id, author_id) REFERENCES asks (event_id, id, author_id) ON DELETE CASCADE,
    CONSTRAINT ask_helps_helper_of_event FOREIGN KEY (event_id, helper_id) REFERENCES registrations (event_id, id) ON DELETE CASCADE
  )`,
  'CREATE INDEX ask_helps_by_helper ON ask_helps (helper_id, last_at DESC)',
  'CREATE INDEX ask_helps_by_author ON ask_helps (author_id, last_at DESC)',
  `ALTER TABLE asks ADD CONSTRAINT asks_answered_by_its_helper
    FOREIGN KEY (id, answered_by_help) REFERENCES ask_helps (ask_id, id) ON DELETE SET NULL (answered_by_help)`,

  `CREATE TABLE ask_messages (
    help_id uuid NOT NULL REFERENCES ask_helps ON DELETE CASCADE,
    seq integer NOT NULL,
    author_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
    client_id uuid NOT NULL,
    text text NOT NULL CONSTRAINT ask_messages_text_length CHECK (char_length(text) BETWEEN 1 AND 2000),
    written_at timestamptz NOT NULL,
    PRIMARY KEY (help_id, seq),
    CONSTRAINT ask_messages_retry_once UNIQUE (help_id, author_id, client_id)
  )`,

  'ALTER TABLE reports ADD COLUMN ask_id uuid REFERENCES asks ON DELETE SET NULL',
  'CREATE UNIQUE INDEX reports_once_per_ask ON reports (ask_id, reporter_id) WHERE ask_id IS NOT NULL',
];
