import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vectors of texts, so that a text is asked about once and every server compares the same ones:
 * - a text is not kept here, only its SHA-256: rows outlive the goals they were asked for by some weeks;
 * - a vector is one signed byte per dimension: comparing whole numbers gives the same on every machine;
 * - what is not used any more goes, the longest unused first.
 */
export class CreateTextEmbeddings1782500000000 implements MigrationInterface {
  name = 'CreateTextEmbeddings1782500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE text_embeddings (
      model text NOT NULL,
      text_hash bytea NOT NULL CONSTRAINT text_embeddings_hash_sha256 CHECK (octet_length(text_hash) = 32),
      vector bytea NOT NULL CONSTRAINT text_embeddings_vector_size CHECK (octet_length(vector) BETWEEN 2 AND 4096),
      used_at timestamptz NOT NULL,
      PRIMARY KEY (model, text_hash)
    )`);
    await runner.query('CREATE INDEX text_embeddings_by_use ON text_embeddings (used_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE text_embeddings');
  }
}
