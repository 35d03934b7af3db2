import { type Dice, dice } from '../../src/features/demo/seeded-random.js';
import type { LabelledPerson } from '../../src/features/matchmaking/evaluation.js';
import type { Phrase, Side, Topic } from './topics.js';

type Language = 'zh' | 'en' | 'either';
export type Invented = { id: string; seek: Phrase[]; offer: Phrase[] };
type RoomOptions = { seed: number; size: number };

const HAN = /\p{Script=Han}/u;
/** How many tags somebody types: one, two or three. */
const TAGS = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3] as const;
const LANGUAGES: readonly Language[] = ['zh', 'zh', 'zh', 'zh', 'en', 'en', 'en', 'en', 'either', 'either'];
/** Out of a hundred: people with nothing anybody here answers, mirrors of an earlier person, typing mistakes, tags without capitals. */
const [ALONE, MIRROR, TYPO, LOWER] = [0.05, 0.3, 0.04, 0.1];

/** People who seek and offer these topics, a few topics often and most seldom (Zipf, exponent .8). The same seed, the same room. */
export function inventPeople(topics: readonly Topic[], { seed, size }: RoomOptions): Invented[] {
  const random = dice(seed);
  const alone = topics.filter(({ seek, offer }) => seek.length === 0 || offer.length === 0);
  const shared = random.some(
    topics.filter((topic) => !alone.includes(topic)),
    topics.length,
  );
  const pick = byRank(shared, random);
  const people: (Record<Side, Topic[]> & { language: Language })[] = [];
  for (let at = 0; at < size; at += 1) {
    const language = random.pick(LANGUAGES);
    if (random.chance(ALONE)) {
      const topic = random.pick(alone);
      people.push({
        language,
        seek: topic.seek.length > 0 ? [topic] : [],
        offer: topic.offer.length > 0 ? [topic] : [],
      });
      continue;
    }
    const person = { language, seek: [] as Topic[], offer: [] as Topic[] };
    const [seeks, offers] = [random.pick(TAGS), random.pick(TAGS)];
    const mirrored = people.length > 0 && random.chance(MIRROR) ? random.pick(people) : undefined;
    const [first, second] = [mirrored?.offer[0], mirrored?.seek[0]];
    if (first !== undefined && !alone.includes(first)) take(person, 'seek', first);
    if (second !== undefined && !alone.includes(second)) take(person, 'offer', second);
    while (person.seek.length < seeks) {
      const topic = pick();
      const taken = take(person, 'seek', topic);
      if (taken && topic.together && random.chance(0.6)) take(person, 'offer', topic);
    }
    while (person.offer.length < offers) take(person, 'offer', pick());
    people.push(person);
  }
  const say = (language: Language, side: Side) => (topic: Topic) =>
    typed(random, phraseOf(random, topic[side], language));
  return people.map(({ language, seek, offer }, at) => ({
    id: `p${String(at).padStart(3, '0')}`,
    seek: seek.map(say(language, 'seek')),
    offer: offer.map(say(language, 'offer')),
  }));
}

/** relevant[x] = 1: x offers what this person seeks; 2: and the other way round too. */
export function label(people: readonly Invented[]): LabelledPerson[] {
  return people.map((person) => ({
    id: person.id,
    seeks: texts(person.seek),
    offers: texts(person.offer),
    relevant: Object.fromEntries(
      people
        .filter((other) => other !== person && meets(person, other))
        .map((other) => [other.id, meets(other, person) ? 2 : 1]),
    ),
  }));
}

function meets(seeker: Invented, giver: Invented): boolean {
  return seeker.seek.some((wish) =>
    giver.offer.some((gift) => gift.topics.some((topic) => wish.topics.includes(topic))),
  );
}

/** False where the person has it already: on this side, or on the other and it is not a thing done together. */
function take(person: Record<Side, Topic[]>, side: Side, topic: Topic): boolean {
  const other = side === 'seek' ? person.offer : person.seek;
  if (person[side].length === 3 || person[side].includes(topic)) return false;
  if (other.includes(topic) && !topic.together) return false;
  person[side].push(topic);
  return true;
}

function byRank(topics: readonly Topic[], random: Dice): () => Topic {
  const weights = topics.map((_, rank) => (rank + 3) ** -0.8);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return () => {
    let left = random.next() * total;
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return topics.at(at) as Topic;
  };
}

function phraseOf(random: Dice, phrases: readonly Phrase[], language: Language): Phrase {
  const native = phrases.filter(({ text }) => HAN.test(text) === (language === 'zh'));
  return random.pick(language === 'either' || native.length === 0 || random.chance(0.15) ? phrases : native);
}

function typed(random: Dice, { text, topics }: Phrase): Phrase {
  const cased = random.chance(LOWER) ? text.toLowerCase() : text;
  const [word] = /[a-z]{6,}/i.exec(cased) ?? [];
  if (word === undefined || !random.chance(TYPO)) return { text: cased, topics };
  const at = 1 + Math.floor(random.next() * (word.length - 3));
  const [before, one, two, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  const wrong = random.pick([
    `${before}${two}${one}${after}`,
    `${before}${one}${after}`,
    `${before}${one}${one}${two}${after}`,
  ]);
  return { text: cased.replace(word, wrong), topics };
}

function texts(phrases: readonly Phrase[]): string[] {
  return phrases.map(({ text }) => text);
}
