import { pinyin } from 'pinyin-pro';
import { containsHan, foldLatin } from '../../../common/text-fold.js';
import type { ConceptId } from './concept-file.js';

/** A concept by what people call it, its own name first. */
export type Named = { id: ConceptId; forms: readonly string[] };
type Entry = { text: string; id: ConceptId; han: boolean; rank: number };
/** Something typed is looked for at the start of each word, in Chinese of each character. */
type Start = { from: string; entry: Entry; whole: boolean };
type Starts = Map<string, Start[]>;

const FEWEST_FOR_PINYIN = 2;
/** Of each concept so many names are found by pinyin: reading all of them would hold everybody up for a moment. */
const NAMES_IN_PINYIN = 3;

/** Completes what is typed into the tag input, over all forms of the vocabulary. */
export class Suggestions {
  private readonly starts: Starts;
  private byPinyin: Starts | null = null;

  constructor(private readonly concepts: Iterable<Named>) {
    this.starts = byFirstCharacter(entriesOf(concepts), startsOf);
  }

  /** Whole starts before inner ones, names of concepts before their synonyms, one of each concept first. */
  find(typed: string, limit: number): string[] {
    const query = foldLatin(typed).replaceAll('-', ' ');
    if (query === '') return [];
    const found = ranked(startingWith(this.starts, query), containsHan(query), limit);
    if (found.length < limit && query.length >= FEWEST_FOR_PINYIN && /^[a-z ]+$/u.test(query)) {
      this.byPinyin ??= byFirstCharacter(entriesOf(this.concepts), pinyinOf);
      found.push(...ranked(startingWith(this.byPinyin, query.replaceAll(' ', '')), true, limit));
    }
    return [...new Set(found)].slice(0, limit);
  }
}

function* entriesOf(concepts: Iterable<Named>): Generator<Entry> {
  for (const { id, forms } of concepts) {
    let latin = 0;
    let han = 0;
    for (const text of forms) {
      const isHan = containsHan(text);
      yield { text, id, han: isHan, rank: isHan ? han++ : latin++ };
    }
  }
}

function startsOf(entry: Entry): Start[] {
  const folded = foldLatin(entry.text).replaceAll('-', ' ');
  const starts = [...folded.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]|\p{Script=Han}/gu)].map(({ index }) => index);
  return starts.map((at) => ({ from: folded.slice(at), entry, whole: at === 0 }));
}

/** 天使投资 is found by "tianshi" and by "tstz". */
function pinyinOf(entry: Entry): Start[] {
  if (!entry.han || entry.rank >= NAMES_IN_PINYIN) return [];
  const syllables = pinyin(foldLatin(entry.text), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  return [syllables.join(''), initials].map((from) => ({ from: from.replaceAll(' ', ''), entry, whole: true }));
}

function byFirstCharacter(entries: Iterable<Entry>, startsOfEntry: (entry: Entry) => Start[]): Starts {
  const starts: Starts = new Map();
  for (const entry of entries) {
    for (const start of startsOfEntry(entry)) {
      const first = start.from.slice(0, 1);
      const known = starts.get(first);
      if (known === undefined) starts.set(first, [start]);
      else known.push(start);
    }
  }
  return starts;
}

function startingWith(starts: Starts, query: string): Start[] {
  const candidates = starts.get(query.slice(0, 1)) ?? [];
  return query.length === 1 ? candidates : candidates.filter(({ from }) => from.startsWith(query));
}

/** The best form of each concept, best first; with room left, their other forms. */
function ranked(starts: readonly Start[], han: boolean, limit: number): string[] {
  const cost = ({ entry, whole }: Start) =>
    (whole ? 0 : 1000) + (entry.han === han ? 0 : 500) + entry.rank * 10 + entry.text.length;
  const ofConcept = new Map<ConceptId, { start: Start; cost: number }>();
  for (const start of starts) {
    const known = ofConcept.get(start.entry.id);
    if (known === undefined || cost(start) < known.cost) ofConcept.set(start.entry.id, { start, cost: cost(start) });
  }
  const first = [...ofConcept.values()].sort((a, b) => a.cost - b.cost).map(({ start }) => start);
  const rest = first.length < limit ? [...starts].sort((a, b) => cost(a) - cost(b)) : [];
  return [...first, ...rest].map(({ entry }) => entry.text);
}
