import { isEmpty, rootOf, type Token } from '../tag-text.js';
import type { ConceptId, Link } from './concept-file.js';
import { type Frame, frameOf, isOwned, isVerb } from './frames.js';

/** A stretch of a text: what it means, what it does, or neither where the vocabulary does not know it. */
export type Segment = { from: number; to: number; key: string; means: readonly Link[]; frame: Frame | null };
export type Forms = {
  /** By the joined units of a form. */
  exact: ReadonlyMap<string, readonly Link[]>;
  /** By the same, the last word without its last vowels: for "surfer" and "pianist" where "surf" and "piano" are forms. */
  byRoot: ReadonlyMap<string, readonly Link[]>;
  /** How many units the longest form has that begins with this unit. */
  longest: ReadonlyMap<string, number>;
};

/** Worth of what is understood. A Latin word is worth two characters; a lone character is often part of another word. */
const LATIN = 2;
const LONE_HAN = { form: 0.6, frame: 0.4 };
const FRAME_WORTH = 0.9;
const ROOT_WORTH = 0.95;
const EACH = 0.1;
const LONGEST_ROOT = 3;
const LATIN_WORD = /^[a-z]{3}/u;

/** Latin words may be written apart ("back end"), so that so many are tried whatever they begin with. */
const LEAST_TRIED = 3;

type Choice = Segment & { worth: number };

/** The reading of the tokens that understands most with fewest parts; in between stays what nothing is known about. */
export function segment(tokens: readonly Token[], forms: Forms): Segment[] {
  const best: Choice[] = new Array(tokens.length);
  for (let from = tokens.length - 1; from >= 0; from--) best[from] = bestAt(tokens, from, forms, best);
  const found: Segment[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { from, to, key, means, frame } = best[at] as Choice;
    const part = { from, to, key, means, frame };
    found.push(isPartOfAWord(part, tokens, best) ? { ...part, means: [], frame: null } : part);
    at = to;
  }
  return found;
}

const NOTHING: readonly Link[] = [];

function bestAt(tokens: readonly Token[], from: number, forms: Forms, best: readonly Choice[]): Choice {
  const first = tokens[from] as Token;
  let choice: Choice = {
    from,
    to: from + 1,
    key: first.unit,
    means: NOTHING,
    frame: null,
    worth: best[from + 1]?.worth ?? 0,
  };
  const tried = Math.max(forms.longest.get(first.unit) ?? 0, LEAST_TRIED);
  let key = '';
  let size = 0;
  for (let to = from + 1; to <= tokens.length && to - from <= tried; to++) {
    const token = tokens[to - 1] as Token;
    const lone = to === from + 1;
    if (!lone && token.gap === 'stop') break;
    const before = key;
    key += token.unit;
    size += token.han ? 1 : LATIN;
    const rest = best[to]?.worth ?? 0;
    const offer = (means: readonly Link[], frame: Frame | null, worth: number) => {
      const better = worth + rest > choice.worth || (worth + rest === choice.worth && choice.to > from + 1);
      if (better) choice = { from, to, key, means, frame, worth: worth + rest };
    };
    const means = forms.exact.get(key);
    if (means !== undefined && !(lone && saysNothing(tokens, from))) {
      offer(means, null, lone && token.han ? LONE_HAN.form : size - EACH);
      continue;
    }
    const frame = frameOf(key);
    if (frame !== undefined) {
      offer(NOTHING, frame, lone && token.han ? LONE_HAN.frame : size * FRAME_WORTH - EACH);
    } else if (means === undefined && !token.han) {
      const root = rootOf(token.unit);
      const related = root === null ? undefined : forms.byRoot.get(before + root);
      if (related !== undefined) offer(related, null, size * ROOT_WORTH - EACH);
    }
  }
  return choice;
}

/** "IT" is a trade, "it" is none; "running a company" is no sport, "our products" no trade. */
function saysNothing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || isEmpty(token)) return true;
  return (tokens[at + 1]?.article === true && isVerb(token.unit)) || (token.article && isOwned(token.unit));
}

/** A character that is a word of its own elsewhere (书) is none inside an unknown word (证书). */
function isPartOfAWord({ from, to, means }: Segment, tokens: readonly Token[], best: readonly Choice[]): boolean {
  if (means.length === 0 || to - from > 1 || !tokens[from]?.han) return false;
  const unknown = (at: number) => {
    const choice = best[at];
    return tokens[at]?.han === true && choice !== undefined && choice.frame === null && choice.means.length === 0;
  };
  const joined = (at: number) => tokens[at]?.gap === 'none';
  return (joined(from) && unknown(from - 1)) || (joined(to) && unknown(to));
}

/** @param units of all forms, all of which `exact` has joined */
export function formsOf(exact: ReadonlyMap<string, readonly Link[]>, units: Iterable<readonly string[]>): Forms {
  const longest = new Map<string, number>();
  const byRoot = new Map<string, readonly Link[]>();
  const unclear = new Set<string>();
  for (const words of units) {
    const [first = ''] = words;
    const last = words.at(-1) ?? '';
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
    const means = exact.get(words.join(''));
    if (means === undefined || words.length > LONGEST_ROOT || !LATIN_WORD.test(last)) continue;
    for (const root of new Set([last, last.replace(/(?<=.{4})[aeiou]+$/u, '')])) {
      const key = words.slice(0, -1).join('') + root;
      const known = byRoot.get(key);
      if (known === undefined) byRoot.set(key, means);
      else if (!sameConcepts(known, means)) unclear.add(key);
    }
  }
  // Where two concepts share a root it stands for neither.
  for (const key of unclear) byRoot.delete(key);
  return { exact, byRoot, longest };
}

function sameConcepts(one: readonly Link[], other: readonly Link[]): boolean {
  const ids = (links: readonly Link[]): ConceptId[] => links.map(({ to }) => to).sort();
  return one === other || ids(one).join() === ids(other).join();
}
