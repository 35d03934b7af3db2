import { setImmediate as breath } from 'node:timers/promises';
import { fold } from '../../../common/text-fold.js';

/** The only things that ever leave: what people seek and what they offer, folded, each once, in order. */
export type GoalTexts = { sought: readonly string[]; offered: readonly string[] };
type Speaker = { name: string; goal: { seeks: readonly string[]; offers: readonly string[]; sentence: string } | null };

/** Of each kind; what most people say comes first. So many a kind are compared within seconds. */
const MOST = 2_000;
/** People looked at before others get their turn on this thread. */
const AT_ONCE = 200;

/**
 * A sentence counts only where no tag says what is sought: beside tags it weighs too little to be met by closeness alone. A text that
 * holds its author's name, or something to reach them by, stays here.
 */
export async function goalTexts(people: readonly Speaker[]): Promise<GoalTexts> {
  const [sought, offered] = [new Map<string, number>(), new Map<string, number>()];
  for (const [at, { name, goal }] of people.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await breath();
    if (goal === null) continue;
    const isOthers = naming(name);
    const count = (texts: readonly string[], counts: Map<string, number>) => {
      for (const text of new Set(texts.map(folded))) {
        if (saysSomething(text) && !isOthers(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    };
    count(goal.seeks.length > 0 ? goal.seeks : [goal.sentence], sought);
    count(goal.offers, offered);
  }
  return { sought: mostSaid(sought), offered: mostSaid(offered) };
}

function mostSaid(counts: ReadonlyMap<string, number>): string[] {
  const byCount = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return byCount
    .slice(0, MOST)
    .map(([text]) => text)
    .sort();
}

const LETTERS = /\p{L}.*\p{L}/u;
/** Addresses, links, six digits or more, and names on messengers. */
const CONTACT =
  /@|:\/\/|www\.|[a-z0-9-]\.(?:com|net|org|cn|io|me|co)\b|\d(?:[\s().+-]{0,2}\d){5}|(?:wechat|weixin|微信|vx|wx|qq|telegram|whatsapp)\P{L}{0,3}(?:id|号)?\P{L}{0,3}(?=[a-z0-9_-]*[\d_])[a-z0-9_-]{5}/u;

function saysSomething(text: string): boolean {
  return LETTERS.test(text) && !CONTACT.test(text);
}

/** Whether a text holds this name: a Chinese one anywhere, of others each part as a word. */
function naming(name: string): (text: string) => boolean {
  const whole = folded(name);
  const parts = new Set(words(whole).filter((part) => part.length > 1));
  return (text) => (whole.length > 1 && text.includes(whole)) || words(text).some((word) => parts.has(word));
}

function words(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u);
}

const remembered = new Map<string, string>();
const MOST_REMEMBERED = 50_000;

/** Remembered: a room is looked at again and again. */
function folded(text: string): string {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const result = fold(text);
  remembered.set(text, result);
  return result;
}
