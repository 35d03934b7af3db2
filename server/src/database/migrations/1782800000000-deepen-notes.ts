import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What somebody keeps of a conversation (F1), and the WeChat code on a card (C1):
 * - a note has a version, so that of two tabs the later one learns that it would overwrite what it has not seen;
 * - only what was promised can be done;
 * - a note has one voice at most; it goes with the note, in the same statement, and so with encounter and account;
 * - a voice is small and short, whatever the code in front of the table believed.
 * The bytes stand in the database and not in a folder: every server of an installation plays them, a backup has them, and no file can
 * be left behind by a deleted note. EXTERNAL keeps them as they are (sound does not shrink), so that a phone that asks for a range of
 * them gets it from the pages that hold it.
 */
export class DeepenNotes1782800000000 implements MigrationInterface {
  name = 'DeepenNotes1782800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    await knowContacts(runner, ['wechat', 'phone', 'email', 'link', 'wechat-qr']);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
    await knowContacts(runner, ['wechat', 'phone', 'email', 'link']);
  }
}

async function knowContacts(runner: QueryRunner, known: readonly string[]): Promise<void> {
  const list = known.map((kind) => `'${kind}'`).join(', ');
  await runner.query(
    `ALTER TABLE contacts DROP CONSTRAINT contacts_kind_known, ADD CONSTRAINT contacts_kind_known CHECK (kind IN (${list}))`,
  );
}

const UP = [
  `ALTER TABLE notes
    ADD COLUMN version integer NOT NULL DEFAULT 1 CONSTRAINT notes_version_counts CHECK (version >= 0),
    ADD COLUMN i_promised_done boolean NOT NULL DEFAULT false,
    ADD COLUMN they_promised_done boolean NOT NULL DEFAULT false,
    ADD COLUMN remind_on date,
    ADD CONSTRAINT notes_done_was_promised
      CHECK ((i_promised <> '' OR NOT i_promised_done) AND (they_promised <> '' OR NOT they_promised_done))`,
  'CREATE INDEX notes_by_author ON notes (author_account_id)',
  // One person's conversations over all events are looked for from either side.
  'CREATE INDEX encounters_by_one ON encounters (one_id)',
  'CREATE INDEX encounters_by_other ON encounters (other_id)',

  // F1: like notes, read by its author only.
  `CREATE TABLE voice_notes (
    encounter_id uuid NOT NULL,
    author_account_id uuid NOT NULL,
    -- The phone's own name for it: the same recording sent again is no other one.
    id uuid NOT NULL,
    type text NOT NULL CONSTRAINT voice_notes_type_known CHECK (type IN ('audio/webm', 'audio/mp4', 'audio/mpeg')),
    milliseconds integer NOT NULL CONSTRAINT voice_notes_short CHECK (milliseconds BETWEEN 1 AND 122000),
    bytes bytea NOT NULL CONSTRAINT voice_notes_small CHECK (octet_length(bytes) BETWEEN 1 AND 2500000),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (encounter_id, author_account_id),
    CONSTRAINT voice_notes_of_note FOREIGN KEY (encounter_id, author_account_id) REFERENCES notes ON DELETE CASCADE
  )`,
  'ALTER TABLE voice_notes ALTER COLUMN bytes SET STORAGE EXTERNAL',
  // One WeChat code per card: it stands alone on the screen.
  `CREATE UNIQUE INDEX contacts_one_wechat_qr ON contacts (account_id) WHERE kind = 'wechat-qr'`,
];

const DOWN = [
  `DELETE FROM contacts WHERE kind = 'wechat-qr'`,
  'DROP INDEX contacts_one_wechat_qr',
  'DROP TABLE voice_notes',
  'DROP INDEX encounters_by_other',
  'DROP INDEX encounters_by_one',
  'DROP INDEX notes_by_author',
  `ALTER TABLE notes DROP CONSTRAINT notes_done_was_promised, DROP COLUMN version, DROP COLUMN i_promised_done,
    DROP COLUMN they_promised_done, DROP COLUMN remind_on`,
];
