import { pinyin } from 'pinyin-pro';
import { containsHan, foldLatin } from '../../../common/text-fold.js';
import type { Concept, ConceptId } from './concept-file.js';

type Entry = { text: string; id: ConceptId; han: boolean; rank: number };
/** Something typed is looked for at the start of each word, in Chinese of each character. */
type Start = { from: string; entry: Entry; whole: boolean };

const FEWEST_FOR_PINYIN = 2;

/** Completes what is typed into the tag input, over all forms of the vocabulary. */
export class Suggestions {
  private readonly starts: readonly Start[];
  private byPinyin: readonly Start[] | null = null;

  constructor(private readonly concepts: Iterable<Concept>) {
    this.starts = sorted([...entriesOf(concepts)].flatMap(startsOf));
  }

  /** Whole starts before inner ones, names of concepts before their synonyms, one of each concept first. */
  find(typed: string, limit: number): string[] {
    const query = foldLatin(typed).replaceAll('-', ' ');
    if (query === '') return [];
    const found = ranked(startingWith(this.starts, query), containsHan(query), limit);
    if (found.length < limit && query.length >= FEWEST_FOR_PINYIN && /^[a-z ]+$/u.test(query)) {
      this.byPinyin ??= sorted([...entriesOf(this.concepts)].filter(({ han }) => han).flatMap(pinyinOf));
      found.push(...ranked(startingWith(this.byPinyin, query.replaceAll(' ', '')), true, limit));
    }
    return [...new Set(found)].slice(0, limit);
  }
}

function* entriesOf(concepts: Iterable<Concept>): Generator<Entry> {
  for (const { id, forms } of concepts) {
    let latin = 0;
    let han = 0;
    for (const { text } of forms) {
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
  const syllables = pinyin(foldLatin(entry.text), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  return [syllables.join(''), initials].map((from) => ({ from: from.replaceAll(' ', ''), entry, whole: true }));
}

function sorted(starts: Start[]): Start[] {
  return starts.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function startingWith(starts: readonly Start[], query: string): readonly Start[] {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle]?.from ?? '') < query) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < starts.length && starts[end]?.from.startsWith(query)) end++;
  return starts.slice(low, end);
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
