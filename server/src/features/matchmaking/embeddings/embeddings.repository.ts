import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export type Vectors = Map<string, Int8Array>;

const DAY = 24 * 3_600_000;
const KEPT_FOR = 30 * DAY;
/** About 200 MB with the largest usual models. */
const MOST_KEPT = 100_000;
/** Hashes per statement. */
const AT_ONCE = 500;

/** Vectors by model and text; of the text only its SHA-256 is kept. */
@Injectable()
export class EmbeddingsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those of the texts that are known. */
  async find(model: string, texts: readonly string[], now: Date): Promise<Vectors> {
    const found: Vectors = new Map();
    for (let from = 0; from < texts.length; from += AT_ONCE) {
      const byHash = new Map(texts.slice(from, from + AT_ONCE).map((text) => [hashOf(text).toString('hex'), text]));
      const hashes = [...byHash.keys()].map((hex) => Buffer.from(hex, 'hex'));
      const rows: { hash: Buffer; vector: Buffer }[] = await this.dataSource.query(
        'SELECT text_hash AS hash, vector FROM text_embeddings WHERE model = $1 AND text_hash = ANY($2)',
        [model, hashes],
      );
      for (const { hash, vector } of rows) found.set(byHash.get(hash.toString('hex')) ?? '', Int8Array.from(vector));
      await this.dataSource.query(
        'UPDATE text_embeddings SET used_at = $3 WHERE model = $1 AND text_hash = ANY($2) AND used_at < $4',
        [model, hashes, now, new Date(now.getTime() - DAY)],
      );
    }
    return found;
  }

  /** Whoever came first is right, so that all servers compare the same vectors. */
  async keep(model: string, vectors: Vectors, now: Date): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO text_embeddings (model, text_hash, vector, used_at)
       SELECT $1, hash, vector, $4 FROM unnest($2::bytea[], $3::bytea[]) AS fresh (hash, vector)
       ON CONFLICT DO NOTHING`,
      [model, [...vectors.keys()].map(hashOf), [...vectors.values()].map((vector) => Buffer.from(vector)), now],
    );
  }

  /** What nobody has needed for a month, and what is too much. */
  async prune(now: Date): Promise<void> {
    await this.dataSource.query('DELETE FROM text_embeddings WHERE used_at < $1', [new Date(now.getTime() - KEPT_FOR)]);
    await this.dataSource.query(
      `DELETE FROM text_embeddings WHERE (model, text_hash) IN
         (SELECT model, text_hash FROM text_embeddings ORDER BY used_at DESC OFFSET ${MOST_KEPT})`,
    );
  }
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
