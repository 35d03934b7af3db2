import type { BoardPerson } from '@teabreak/shared';
import { breathe } from '../../lib/breathe.js';
import { tagKey } from './board-filter.js';
import type { BoardState } from './board-state.js';

/** What there is to choose from. Languages and tags the most frequent first. */
export type Counts = {
  total: number;
  free: number;
  languages: readonly string[];
  tags: readonly { key: string; label: string }[];
};

/** A wheel with more is no longer a choice; the search box finds the rest. */
const TAGS_OFFERED = 40;

/** After the people are on the screen. */
const CHOICES_AFTER_MS = 150;

/** Counts whom I may see; afterwards only who changed is counted again. What there is to choose from comes a moment after the people. */
export class BoardCounts {
  private readonly counted = new Map<string, BoardPerson>();
  private readonly languages: Tally = new Map();
  private readonly tags: Tally = new Map();
  /** Whose languages and tags are in the tallies, as long as not everybody's are. */
  private tallied: Set<string> | null = new Set();
  private free = 0;
  private revision = -1;
  private offered: Pick<Counts, 'languages' | 'tags'> = { languages: [], tags: [] };
  private current: Counts;

  constructor(
    private readonly board: BoardState,
    private readonly me: string | null,
  ) {
    this.current = this.recount(board.byName);
  }

  readonly snapshot = (): Counts => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.revision !== this.board.revision)
      this.current = this.recount([...this.counted.keys(), ...this.board.byName]);
    const timer = setTimeout(() => void this.choose().then(listener), CHOICES_AFTER_MS);
    const stop = this.board.subscribe((ids) => {
      this.current = this.recount(ids);
      listener();
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  };

  /** Ten thousand people have fifty thousand tags: counted in slices, between which people come, change and go. */
  async choose(): Promise<void> {
    const pause = breathe();
    for (const [id, person] of this.tallied ? this.counted : []) {
      if (!this.tallied || this.tallied.has(id)) continue;
      this.add(person, 1);
      this.tallied.add(id);
      await pause();
    }
    this.tallied = null;
    this.offered = this.choices();
    this.current = { ...this.current, ...this.offered };
  }

  private recount(ids: Iterable<string>): Counts {
    this.revision = this.board.revision;
    let choices = false;
    for (const id of ids) {
      const before = this.counted.get(id);
      const person = this.board.people.get(id);
      const now = this.board.isThere(id, this.me) ? person : undefined;
      if (before === now) continue;
      this.free += Number(now?.presence === 'free') - Number(before?.presence === 'free');
      const isTallied = this.tallied?.has(id) ?? true;
      if (isTallied && (before?.languages !== now?.languages || before?.goal !== now?.goal)) {
        if (before) this.add(before, -1);
        if (now) this.add(now, 1);
        choices = true;
      }
      if (now) this.counted.set(id, now);
      else if (this.counted.delete(id)) this.tallied?.delete(id);
    }
    if (choices && !this.tallied) this.offered = this.choices();
    return { total: this.counted.size, free: this.free, ...this.offered };
  }

  private add({ languages, goal }: BoardPerson, one: 1 | -1): void {
    for (const language of languages) count(this.languages, language, language, one);
    for (const tag of goal?.seeks ?? []) count(this.tags, tagKey(tag), tag, one);
    for (const tag of goal?.offers ?? []) count(this.tags, tagKey(tag), tag, one);
  }

  private choices(): typeof this.offered {
    return {
      languages: mostFrequent(this.languages).map(({ key }) => key),
      tags: mostFrequent(this.tags).slice(0, TAGS_OFFERED),
    };
  }
}

type Tally = Map<string, { key: string; label: string; count: number }>;

function count(tally: Tally, key: string, label: string, one: 1 | -1): void {
  const known = tally.get(key);
  if (known) known.count += one;
  else tally.set(key, { key, label, count: one });
}

const mostFrequent = (tally: Tally) =>
  [...tally.values()].filter((one) => one.count > 0).sort((a, b) => b.count - a.count);
