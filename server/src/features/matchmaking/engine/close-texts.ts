/** Two texts that are close in meaning though no word says so: folded as by `foldLatin`, with a quality in thousandths. */
export type ClosePair = readonly [sought: string, offered: string, quality: number];

const NOTHING: ReadonlyMap<string, number> = new Map();

/** What is sought and what is offered, linked by closeness in meaning alone. Empty unless somebody outside says how close texts are. */
export class CloseTexts {
  private bySought = new Map<string, Map<string, number>>();
  private byOffered = new Map<string, Map<string, number>>();
  private readonly moved = new Map<string, Set<string>>();

  replace(pairs: readonly ClosePair[]): void {
    const [before, bySought, byOffered] = [this.bySought, new Map(), new Map()];
    for (const [sought, offered, quality] of pairs) {
      raise(bySought, sought, offered, quality);
      raise(byOffered, offered, sought, quality);
    }
    [this.bySought, this.byOffered] = [bySought, byOffered];
    this.note(before, this.bySought);
    this.note(this.bySought, before);
  }

  /** 0…1; 0 where they are not close. */
  quality(sought: string, offered: string): number {
    return (this.bySought.get(sought)?.get(offered) ?? 0) / 1000;
  }

  offeredNear(sought: string): Iterable<string> {
    return (this.bySought.get(sought) ?? NOTHING).keys();
  }

  soughtNear(offered: string): Iterable<string> {
    return (this.byOffered.get(offered) ?? NOTHING).keys();
  }

  /** Pairs whose quality is another than when this was last asked. */
  *takeMoved(): Generator<readonly [sought: string, offered: string]> {
    for (const [sought, texts] of this.moved) for (const offered of texts) yield [sought, offered];
    this.moved.clear();
  }

  private note(one: ReadonlyMap<string, ReadonlyMap<string, number>>, other: typeof one): void {
    for (const [sought, qualities] of one) {
      for (const [offered, quality] of qualities) {
        if (other.get(sought)?.get(offered) === quality) continue;
        const texts = this.moved.get(sought) ?? new Set();
        this.moved.set(sought, texts.add(offered));
      }
    }
  }
}

function raise(map: Map<string, Map<string, number>>, from: string, to: string, quality: number): void {
  const known = map.get(from) ?? new Map<string, number>();
  map.set(from, known.set(to, Math.max(known.get(to) ?? 0, quality)));
}
