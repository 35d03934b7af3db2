import { dice } from '../../demo/seeded-random.js';
import type { MatchPerson } from '../profile.js';
import { suggestForAll } from '../suggest.js';
import type { ClosePair } from './close-texts.js';
import { MatchEngine } from './match-engine.js';

const person = (id: string, seeks: string[], offers: string[], sentence = ''): MatchPerson => ({
  id,
  goal: { kind: null, seeks, offers, sentence },
  commons: [],
});
/** Two languages of which the vocabulary knows nothing. */
const WISH = 'neulontakurssit';
const GIFT = '뜨개질 강습';
const [seeker, giver] = [person('seeker', [WISH], []), person('giver', [], [GIFT])];
const listOf = (people: MatchPerson[], closeTexts?: readonly ClosePair[]) =>
  suggestForAll(people, { closeTexts }).get('seeker') ?? [];

describe('texts that are close in meaning', () => {
  it('M1, M8: meet where no word does, in both people’s own words', () => {
    expect(listOf([seeker, giver])).toEqual([]);
    const [found] = listOf([seeker, giver], [[WISH, GIFT, 700]]);
    expect(found).toMatchObject({ personId: 'giver', direction: 'they-can-help' });
    expect(found?.helpsMe).toEqual({ mine: WISH, theirs: GIFT, as: 'offer' });
  });

  it('M1: the closer the better, and never as good as the vocabulary', () => {
    const score = (quality: number) => listOf([seeker, giver], [[WISH, GIFT, quality]])[0]?.score ?? 0;
    const scores = [500, 560, 620, 680, 740, 800].map(score);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(scores.length);
    const known = listOf([person('seeker', ['会计'], []), person('giver', [], ['accountant'])])[0]?.score ?? 0;
    expect(known).toBeGreaterThan(score(800));
    expect(score(499)).toBe(0);
  });

  it('M3: have no say where the vocabulary understands both', () => {
    const people = [person('seeker', ['accountant'], []), person('giver', [], ['jazz'])];
    expect(listOf(people, [['accountant', 'jazz', 800]])).toEqual([]);
    const same = [person('seeker', ['accountant'], []), person('giver', [], ['会计'])];
    expect(listOf(same, [['accountant', '会计', 800]])).toEqual(listOf(same));
  });

  it('what somebody seeks is nobody’s offer', () => {
    expect(listOf([seeker, person('giver', [GIFT], [])], [[WISH, GIFT, 800]])).toEqual([]);
  });

  it('a sentence beside tags is not met by closeness alone', () => {
    const closeTexts: ClosePair[] = [[WISH, GIFT, 800]];
    expect(listOf([person('seeker', ['🎉'], [], WISH), giver], closeTexts)).toEqual([]);
    expect(listOf([person('seeker', [], [], WISH), giver], closeTexts)).toHaveLength(1);
  });
});

const WORDS = [
  'neulonta',
  'kutominen',
  '뜨개질',
  '바느질',
  'háčkování',
  'accountant',
  '会计',
  'jazz',
  'kiln for rakugo',
  'rakugo',
];

it('M9, M10: after any history, lists with close texts are those that computing everything anew gives', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { some, pick, next } = dice(seed);
    const [people, engine] = [new Map<string, MatchPerson>(), new MatchEngine()];
    let closeTexts: ClosePair[] = [];
    for (let step = 0; step < 40; step++) {
      if (next() < 0.3) {
        closeTexts = some(WORDS, 4).flatMap((one) =>
          some(WORDS, 4).map((other): ClosePair => [one, other, 500 + Math.floor(next() * 301)]),
        );
        engine.update({ closeTexts });
      } else {
        const somebody = person(
          `p${Math.floor(next() * 25)}`,
          some(WORDS, pick([0, 1, 3])),
          some(WORDS, pick([0, 1, 3])),
        );
        people.set(somebody.id, somebody);
        engine.update({ people: [somebody] });
      }
      if (step % 5 !== 4) continue;
      const anew = suggestForAll([...people.values()].reverse(), { closeTexts });
      expect(new Map([...engine.lists()].sort())).toEqual(new Map([...anew].sort()));
    }
  }
});
