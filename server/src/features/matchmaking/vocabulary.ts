import { foldLatin } from '../../common/text-fold.js';
import { freeTerms, stem, units } from './tag-text.js';
import { BUSINESS_CONCEPTS } from './vocabulary/business-concepts.js';
import { CRAFT_CONCEPTS } from './vocabulary/craft-concepts.js';
import { LIFE_CONCEPTS } from './vocabulary/life-concepts.js';

export type ConceptId = string;
/** What a text is about, 0…1 each: its head fully, what only describes the head by half. */
export type Meaning = { text: string; concepts: ReadonlyMap<ConceptId, number>; terms: readonly string[] };

const DESCRIBES = 0.5;
const TOO_GENERAL = 0.45;
const ONE_STEP_NARROWER = 0.92;
const ONE_STEP_BROADER = 0.6;
const LONGEST_FORM = 12;

export class Vocabulary {
  private readonly byForm = new Map<string, ConceptId>();
  private readonly answersTo = new Map<ConceptId, Map<ConceptId, number>>();
  private readonly general = new Set<ConceptId>();
  readonly forms: string[] = [];

  /** Throws where the data names a concept that is not there, or one form stands for two. */
  constructor(data: string) {
    const parsed = data.trim().split(/\n+/u).map(parseLine);
    for (const { id, general } of parsed) {
      if (this.answersTo.has(id)) throw new Error(`vocabulary: ${id} stands twice`);
      this.answersTo.set(id, new Map([[id, 1]]));
      if (general) this.general.add(id);
    }
    for (const { id, forms } of parsed) for (const form of forms) this.addForm(id, form);
    const broader = new Map(parsed.map((concept) => [concept.id, concept.broader]));
    for (const { id, related, answered } of parsed) {
      this.addBroader(id, broader);
      for (const [other, weight] of [...related, ...answered]) this.answer(id, other, weight);
      for (const [other, weight] of related) this.answer(other, id, weight);
    }
  }

  /** Offered concepts that answer a sought one, with how well, 0…1. */
  answers(sought: ConceptId): ReadonlyMap<ConceptId, number> {
    return this.answersTo.get(sought) ?? new Map();
  }

  has(id: ConceptId): boolean {
    return this.answersTo.has(id);
  }

  /** The concept a text as a whole is a form of. */
  exact(text: string): ConceptId | null {
    return this.byForm.get(units(text).join('')) ?? null;
  }

  /** Longest forms first, clause by clause; the last concept of a clause is its head. */
  read(text: string): Map<ConceptId, number> {
    const found = new Map<ConceptId, number>();
    const note = (id: ConceptId, weight: number) => found.set(id, Math.max(found.get(id) ?? 0, weight));
    const whole = this.exact(text);
    if (whole !== null) return found.set(whole, 1);
    let headClauseSeen = false;
    for (const clause of clauses(text)) {
      const concepts = this.readClause(clause.text);
      const head = concepts.findLast((id) => !this.general.has(id));
      for (const id of concepts) {
        const strength = this.general.has(id) ? TOO_GENERAL : id === head ? 1 : DESCRIBES;
        note(id, clause.describes && headClauseSeen ? Math.min(strength, DESCRIBES) : strength);
      }
      headClauseSeen ||= head !== undefined;
    }
    return found;
  }

  private readClause(text: string): ConceptId[] {
    const words = units(text);
    const found: ConceptId[] = [];
    for (let at = 0; at < words.length; ) {
      let length = Math.min(LONGEST_FORM, words.length - at);
      while (length > 0 && !this.byForm.has(words.slice(at, at + length).join(''))) length--;
      const concept = this.byForm.get(words.slice(at, at + length).join(''));
      if (concept !== undefined && length > 0) found.push(concept);
      at += Math.max(1, length);
    }
    return found;
  }

  private addForm(id: ConceptId, form: string): void {
    const key = units(form).join('');
    const other = this.byForm.get(key);
    if (key === '' || (other !== undefined && other !== id)) {
      throw new Error(`vocabulary: "${form}" of ${id} ${key === '' ? 'is empty' : `already means ${other}`}`);
    }
    this.byForm.set(key, id);
    this.forms.push(form);
  }

  private addBroader(id: ConceptId, broader: ReadonlyMap<ConceptId, readonly ConceptId[]>): void {
    let level: readonly ConceptId[] = broader.get(id) ?? [];
    for (let steps = 1; level.length > 0; steps++) {
      for (const above of level) {
        this.answer(above, id, ONE_STEP_NARROWER ** steps);
        this.answer(id, above, ONE_STEP_BROADER ** steps);
      }
      level = level.flatMap((above) => broader.get(above) ?? []);
    }
  }

  private answer(sought: ConceptId, offered: ConceptId, weight: number): void {
    const answers = this.answersTo.get(sought);
    if (answers === undefined || !this.answersTo.has(offered)) {
      throw new Error(`vocabulary: ${answers === undefined ? sought : offered} is not defined`);
    }
    answers.set(offered, Math.max(answers.get(offered) ?? 0, weight));
  }
}

function parseLine(line: string) {
  const [head = '', english = '', chinese = ''] = line.split('|');
  const match = /^(\??)([a-z-]+)((?:\s+(?:[<~>]|[a-z-]+(?::0?\.\d+)?))*)\s*$/u.exec(head.trim());
  if (match === null) throw new Error(`vocabulary: cannot read "${head}"`);
  const [, mark, id = '', links = ''] = match;
  const linked = (sign: string) =>
    (new RegExp(`${sign}([^<~>]*)`, 'u').exec(links)?.[1] ?? '').split(/\s+/u).filter(Boolean);
  return {
    id,
    general: mark === '?',
    broader: linked('<'),
    related: linked('~').map(parseLink),
    answered: linked('>').map(parseLink),
    forms: [...english.split(','), ...chinese.split('、')].map((form) => form.trim()).filter(Boolean),
  };
}

function parseLink(text: string): [ConceptId, number] {
  const [id = '', weight] = text.split(':');
  if (weight === undefined) throw new Error(`vocabulary: ${id} needs a weight`);
  return [id, Number(weight)];
}

const PREPOSITION = /\s(?:for|in|with|who|that|near|from|at|about|on|to|of|across|which|over)\s/u;
const OF = new Set(['of']);

/** "an accountant for a WFOE" is an accountant; "head of marketing" is marketing; "jazz and blues" is both. */
function clauses(text: string): { text: string; describes: boolean }[] {
  return foldLatin(text)
    .split(/[,，、;；.。!！?？:：/()（）]+|\s(?:and|or|&)\s|[和与或]/u)
    .flatMap((sentence) => {
      const parts: { text: string; describes: boolean }[] = [];
      let rest = ` ${sentence} `;
      let describes = false;
      for (let cut = PREPOSITION.exec(rest); cut !== null; cut = PREPOSITION.exec(rest)) {
        parts.push({ text: rest.slice(0, cut.index), describes });
        describes = !OF.has(cut[0].trim());
        rest = rest.slice(cut.index + cut[0].length - 1);
      }
      return [...parts, { text: rest, describes }].filter((part) => part.text.trim() !== '');
    });
}

export const vocabulary = new Vocabulary(CRAFT_CONCEPTS + BUSINESS_CONCEPTS + LIFE_CONCEPTS);

const meanings = new Map<string, Meaning>();
const MOST_REMEMBERED = 20_000;

/** The meaning of a tag or sentence, remembered: a room repeats its tags. */
export function meaning(text: string): Meaning {
  const known = meanings.get(text);
  if (known !== undefined) return known;
  const read: Meaning = { text, concepts: vocabulary.read(text), terms: freeTerms(text) };
  if (meanings.size >= MOST_REMEMBERED) meanings.clear();
  meanings.set(text, read);
  return read;
}

/** Tags of the vocabulary that start with, or contain, what is being typed; for the tag input. At most `limit`. */
export function suggestTags(typed: string, limit: number): string[] {
  const query = foldLatin(typed);
  if (query === '') return [];
  const starts = vocabulary.forms.filter((form) => foldLatin(form).startsWith(query));
  const inside = vocabulary.forms.filter((form) => foldLatin(form).includes(query));
  const stemmed = vocabulary.forms.filter((form) => units(form).includes(stem(query)));
  return [...new Set([...starts, ...inside, ...stemmed])].slice(0, limit);
}
