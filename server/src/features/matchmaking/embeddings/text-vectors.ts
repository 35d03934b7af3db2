import { Clock } from '../../../common/clock.js';
import type { Logger } from '../../../common/logger.js';
import type { EmbeddingsRepository, Vectors } from './embeddings.repository.js';
import { BATCH, type EmbeddingsClient } from './embeddings-client.js';
import { SAMPLES, type Scale, scaleOf } from './scale.js';

/** Vectors of texts, of one model: out of the database, and where that lacks one, from the endpoint, once for all. */
export class TextVectors {
  private measured: { scale: Scale | null } | null = null;

  constructor(
    private readonly model: string,
    private readonly client: EmbeddingsClient,
    private readonly repository: EmbeddingsRepository,
    private readonly clock: Clock,
    private readonly logger: Pick<Logger, 'warn'>,
  ) {}

  /** Of as many of the texts as there are vectors for. */
  async of(texts: readonly string[]): Promise<Vectors> {
    const found = await this.find(texts);
    const missing = texts.filter((text) => !found.has(text));
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const vectors = await this.client.embed(batch);
      if (vectors === null) break;
      await this.repository.keep(
        this.model,
        new Map(vectors.map((vector, at) => [batch[at] ?? '', vector])),
        this.clock.now(),
      );
      for (const [text, vector] of await this.find(batch)) found.set(text, vector);
    }
    return found;
  }

  /** Null where the model tells nothing, or cannot be asked now. Measured once. */
  async scale(): Promise<Scale | null> {
    if (this.measured === null) {
      const samples = SAMPLES.flat();
      const vectors = await this.of(samples);
      if (vectors.size < samples.length) return null;
      this.measured = { scale: scaleOf(vectors) };
      if (this.measured.scale === null) {
        this.logger.warn(
          { model: this.model },
          'EMBEDDINGS_MODEL does not tell texts apart in English and Chinese: it is not used',
        );
      }
    }
    return this.measured.scale;
  }

  private find(texts: readonly string[]): Promise<Vectors> {
    return this.repository.find(this.model, texts, this.clock.now());
  }
}
