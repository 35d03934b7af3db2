interface Question<V> {
  resolve: (value: V | null) => void;
  reject: (error: unknown) => void;
}

/**
 * Rows that very many ask for one by one: whoever asks within one turn of the event loop shares a statement with the others.
 * The statement begins after the question, so the answer is as fresh as that of a statement of one's own.
 */
export class SharedLookup<K, V> {
  private asked = new Map<string, { key: K; questions: Question<V>[] }>();

  /**
   * `find` is given each key once and answers with the values that exist, by `nameOf` their keys.
   * When it fails, all who share it get its error.
   */
  constructor(
    private readonly nameOf: (key: K) => string,
    private readonly find: (keys: readonly K[]) => Promise<ReadonlyMap<string, V>>,
  ) {}

  get(key: K): Promise<V | null> {
    return new Promise((resolve, reject) => {
      if (this.asked.size === 0) setImmediate(() => void this.answer());
      const name = this.nameOf(key);
      const same = this.asked.get(name) ?? { key, questions: [] };
      same.questions.push({ resolve, reject });
      this.asked.set(name, same);
    });
  }

  private async answer(): Promise<void> {
    const asked = this.asked;
    this.asked = new Map();
    try {
      const found = await this.find([...asked.values()].map(({ key }) => key));
      for (const [name, { questions }] of asked) for (const { resolve } of questions) resolve(found.get(name) ?? null);
    } catch (error) {
      for (const { questions } of asked.values()) for (const { reject } of questions) reject(error);
    }
  }
}
