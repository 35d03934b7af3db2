import { EVERYDAY_WORDS, freeTerms, isEmpty, stem, type Token, tokens } from './tag-text.js';
import { AnswerGraph } from './vocabulary/answers.js';
import { type CheckedConcepts, formKey } from './vocabulary/checked-concepts.js';
import type { ConceptId } from './vocabulary/concept-file.js';
import { loadConcepts, readOrdinaryWords, readVocabularyFiles } from './vocabulary/load-concepts.js';
import { type Reading, readSegments, TOO_GENERAL } from './vocabulary/reading.js';
import { type Forms, formsOf, type Segment, segment } from './vocabulary/segmentation.js';
import { Speller } from './vocabulary/spelling.js';
import { type Named, Suggestions } from './vocabulary/suggestions.js';

/** What a text is about, 0…1 each: its head fully, what only describes the head by half. */
export type Meaning = { text: string; concepts: ReadonlyMap<ConceptId, number>; terms: readonly string[] };

type Parts = { concepts: readonly Named[]; lookup: Forms; graph: AnswerGraph; wordCounts: ReadonlyMap<string, number> };

export class Vocabulary {
  private built: Parts | null = null;
  /** Built when the first word is not known, the first tag typed. */
  private speller: Speller | null = null;
  private suggestions: Suggestions | null = null;

  /**
   * @param load called when something is asked for the first time
   * @param ordinaryWords words that are right as they are, though one slip away from a word of the vocabulary
   */
  constructor(
    private readonly load: () => CheckedConcepts,
    private readonly ordinaryWords: () => readonly string[] = () => [],
  ) {}

  /** All forms as they are written in the files, concept by concept. */
  get forms(): string[] {
    return this.parts.concepts.flatMap(({ forms }) => forms);
  }

  /** Offered concepts that answer a sought one, with how well, 0…1. */
  answers(sought: ConceptId): ReadonlyMap<ConceptId, number> {
    return this.parts.graph.of(sought);
  }

  has(id: ConceptId): boolean {
    return this.parts.graph.has(id);
  }

  /** The concept of work in a field; what is work already stays as it is. */
  workIn(id: ConceptId, work: 'hiring' | 'job'): ConceptId {
    return this.parts.graph.workIn(id, work);
  }

  /** The concept a text as a whole is a form of; of an ambiguous form none. */
  exact(text: string): ConceptId | null {
    return exactly(text, this.parts.lookup);
  }

  read(text: string): Map<ConceptId, number> {
    return this.understand(text).concepts;
  }

  /** Concepts and free words of a tag or sentence. */
  understand(text: string): Reading {
    const { lookup, graph } = this.parts;
    const words = tokens(text);
    const whole = lookup.exact.get(words.map(({ unit }) => unit).join(''));
    if (whole !== undefined && !(words.length === 1 && words.every(isEmpty))) {
      return { concepts: new Map(whole.map(({ to, weight }) => [to, weight])), terms: freeTerms(words) };
    }
    const first = segment(words, lookup);
    const corrected = this.corrected(words, first);
    const segments = corrected === words ? first : segment(corrected, lookup);
    return readSegments(segments, corrected, graph);
  }

  /** Forms that complete what is being typed, at most `limit`; for the tag input. */
  suggest(typed: string, limit: number): string[] {
    this.suggestions ??= new Suggestions(this.parts.concepts);
    return this.suggestions.find(typed, limit);
  }

  private get parts(): Parts {
    this.built ??= partsOf(this.load());
    return this.built;
  }

  /** Slips in Latin words that nothing else explains. */
  private corrected(words: readonly Token[], segments: readonly Segment[]): readonly Token[] {
    const slips = new Map<number, string>();
    for (const { from, means, frame } of segments) {
      const word = words[from];
      if (word === undefined || word.han || means.length > 0 || frame !== null) continue;
      this.speller ??= new Speller(this.parts.wordCounts, this.ordinaryWords());
      const meant = this.speller.correct(word.unit);
      if (meant !== null) slips.set(from, stem(meant));
    }
    return slips.size === 0 ? words : words.map((word, at) => ({ ...word, unit: slips.get(at) ?? word.unit }));
  }
}

/** Only what is asked for later: split into words, 34,000 forms take as much memory as all the rest. */
function partsOf({ concepts, meanings }: CheckedConcepts): Parts {
  const all = [...concepts.values()];
  const units = all.flatMap(({ forms }) => forms.map((form) => form.units));
  const lookup = formsOf(meanings, units);
  const bare = new Map(all.map((concept) => [concept.id, { ...concept, forms: [] }]));
  return {
    concepts: all.map(({ id, forms }) => ({ id, forms: forms.map(({ text }) => text) })),
    lookup,
    graph: new AnswerGraph(bare, exactly('job', lookup)),
    wordCounts: countOf(units),
  };
}

function exactly(text: string, { exact }: Forms): ConceptId | null {
  const means = exact.get(formKey(text)) ?? [];
  return means.length === 1 ? (means[0]?.to ?? null) : null;
}

/** How many forms have each word; words of everyday speech are right as they are. */
function countOf(forms: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map(EVERYDAY_WORDS.map((word) => [word, 1]));
  for (const words of forms) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

export const vocabulary = new Vocabulary(() => loadConcepts(readVocabularyFiles()), readOrdinaryWords);

/** Reads the vocabulary now instead of at the first question, so that an error in its files stops the start. @throws StartError */
export function readVocabulary(): void {
  vocabulary.has('');
}

const meanings = new Map<string, Meaning>();
const MOST_REMEMBERED = 20_000;

/** The meaning of a tag or sentence, remembered: a room repeats its tags. */
export function meaning(text: string): Meaning {
  const known = meanings.get(text);
  if (known !== undefined) return known;
  const read: Meaning = { text, ...vocabulary.understand(text) };
  if (meanings.size >= MOST_REMEMBERED) meanings.clear();
  meanings.set(text, read);
  return read;
}

/** Does the vocabulary say what this is about, or only something too general to decide? */
export function decides({ concepts }: Meaning): boolean {
  for (const weight of concepts.values()) if (weight > TOO_GENERAL) return true;
  return false;
}

/** What a tag may mean to who hires or seeks a job: the field as it stands, and work in it, given or sought. */
export function asWork({ text, concepts, terms }: Meaning, work: 'hiring' | 'job'): Meaning {
  const inField = [...concepts].map(([id, weight]): [ConceptId, number] => [vocabulary.workIn(id, work), weight]);
  return { text, concepts: new Map([...concepts, ...inField]), terms };
}

/** Tags of the vocabulary that complete what is being typed, at most `limit`. */
export function suggestTags(typed: string, limit: number): string[] {
  return vocabulary.suggest(typed, limit);
}
