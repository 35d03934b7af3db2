import { readFileSync } from 'node:fs';
import { type CommonalityKind, GOAL_KINDS } from '@teabreak/shared';
import type { EngineChange } from '../src/features/matchmaking/engine/match-engine.js';
import type { MatchPerson } from '../src/features/matchmaking/profile.js';
import { bondOf } from '../src/features/matchmaking/score.js';

/** People reduced to what fits into bits: tags sought and offered, of 256, and a school. */
export interface PlainPerson {
  readonly seeks: readonly number[];
  readonly offers: readonly number[];
  readonly school: number;
}

const TAGS = 256;
const SCHOOLS = 400;

/** mulberry32 */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Numbers below `size` as things are liked: the second half as often as the first, the third a third as often (Zipf). */
export function zipf(size: number, random: () => number): () => number {
  const upTo = new Float64Array(size);
  let sum = 0;
  for (let at = 0; at < size; at += 1) {
    sum += 1 / (at + 1);
    upTo[at] = sum;
  }
  return () => {
    const drawn = random() * sum;
    return upTo.findIndex((limit) => limit > drawn);
  };
}

export function plainRoom(size: number, seed: number): PlainPerson[] {
  const random = randomFrom(seed);
  const [tag, school] = [zipf(TAGS, random), zipf(SCHOOLS, random)];
  const tags = () => {
    const found = new Set<number>();
    const wanted = 3 + Math.floor(random() * 3);
    while (found.size < wanted) found.add(tag());
    return [...found];
  };
  return Array.from({ length: size }, () => ({ seeks: tags(), offers: tags(), school: school() }));
}

export const plainId = (at: number): string => `p${String(at).padStart(6, '0')}`;

/** The same person for our engine. The tags are words that no vocabulary knows. */
export function asMatchPerson({ seeks, offers, school }: PlainPerson, at: number): MatchPerson {
  const words = (tags: readonly number[]) => tags.map((tag) => `zq${tag}`);
  return {
    id: plainId(at),
    goal: { kind: null, seeks: words(seeks), offers: words(offers), sentence: '' },
    commons: [{ kind: 'school', value: `school ${school}`, visibility: 'everyone' }],
  };
}

/** What sharing each school says in this room, 0…1000: the only thing a pair has besides its tags. */
export function schoolBonds(people: readonly PlainPerson[]): number[] {
  const holders = Array.from({ length: SCHOOLS }, () => 0);
  for (const { school } of people) holders[school] = (holders[school] ?? 0) + 1;
  return holders.map((count) => bondOf('school', count, people.length));
}

const COMMONS: readonly (readonly [CommonalityKind, readonly string[]])[] = [
  [
    'hometown',
    [
      '福建泉州',
      '成都',
      '北京',
      'Lagos',
      'Lyon',
      '温州',
      'Hamburg',
      'São Paulo',
      '西安',
      'Kraków',
      '大连',
      'Bengaluru',
    ],
  ],
  ['school', ['北京大学', '清华大学', 'SJTU', 'Fudan', 'MIT', 'TU Munich', 'NUS', 'Oxford', '浙江大学', 'Sciences Po']],
  ['company', ['字节跳动', '小米', 'Siemens', 'BASF', 'Tencent', 'a start-up', '美团', 'SAP', 'Shell', '华为']],
  ['speaks', ['中文', 'English', 'Deutsch', 'Français', 'Español', '日本語', '한국어']],
  ['interest', ['徒步', 'jazz', 'football', 'climbing', '摄影', 'chess', 'cooking', 'sailing', 'yoga', '羽毛球']],
];

/** A room as it comes: both languages, tags and sentences, commonalities, acquaintances, half of the people there. */
export function livelyRoom(size: number, seed: number): Required<Pick<EngineChange, 'people' | 'circle' | 'here'>> {
  const random = randomFrom(seed);
  const file = new URL('../test/fixtures/match-eval.json', import.meta.url);
  const { people } = JSON.parse(readFileSync(file, 'utf8')) as { people: { seeks: string[]; offers: string[] }[] };
  const [seeks, offers] = [people.flatMap((one) => one.seeks), people.flatMap((one) => one.offers)];
  const [sought, offered] = [zipf(seeks.length, random), zipf(offers.length, random)];
  const some = (list: readonly string[], draw: () => number) => [
    ...new Set(Array.from({ length: 2 + Math.floor(random() * 3) }, () => list[draw()] ?? '')),
  ];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const ids = Array.from({ length: size }, (_, at) => plainId(at));
  return {
    people: ids.map((id) => ({
      id,
      goal: {
        kind: pick(GOAL_KINDS),
        seeks: some(seeks, sought),
        offers: some(offers, offered),
        sentence: random() < 0.4 ? `Looking for ${pick(seeks)}, glad of any hint.` : '',
      },
      commons: COMMONS.filter(() => random() < 0.6).map(([kind, values]) => ({
        kind,
        value: values[zipf(values.length, random)()] ?? '',
        visibility: 'everyone',
      })),
    })),
    circle: Array.from({ length: size * 4 }, () => [pick(ids), pick(ids)]),
    here: ids.map((id, at) => [id, at % 2 === 0]),
  };
}
