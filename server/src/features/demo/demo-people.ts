import type { BoardLevel, CommonalityKind, Goal, Locale, Presence } from '@teabreak/shared';
import {
  BOTH_NAMES,
  COMPANIES,
  FIRST_NAMES,
  GIVEN_NAMES,
  HOMETOWNS,
  HOMETOWNS_ABROAD,
  INTERESTS,
  LAST_NAMES,
  LIVES_IN,
  RECOGNISE,
  SCHOOLS,
  SURNAMES,
} from './demo-lists.js';
import type { Bilingual } from './demo-profession.js';
import { PROFESSIONS } from './demo-professions.js';
import { type Dice, dice } from './seeded-random.js';

export interface DemoPerson {
  /** Also the registration's external id: this one was seeded, and did not step in. */
  key: string;
  name: string;
  latinName: string;
  locale: Locale;
  headline: string;
  company: string;
  recognise: string;
  languages: string[];
  goal: Goal;
  commonalities: { kind: CommonalityKind; value: string }[];
  wechat: string;
  /** How long ago they came in; null: not yet. */
  cameMinutesAgo: number | null;
  presence: Presence;
  /** Index of the programme's place. */
  place: number | null;
  boardLevel: BoardLevel;
  onScreen: boolean;
}
export interface DemoCompany {
  people: DemoPerson[];
  /** Indexes of two who know each other, each pair once. */
  acquaintances: [number, number][];
}

export const DEMO_GUESTS = 160;
export const SEEDED = 'demo-';
const SEED = 20_261_122;
const PLACES = 8;
/** They know whoever steps in, and many others: present, visible to everyone, they can introduce. */
const COMPANIONS = [0, 7, 14];
const KNOWN_BY_COMPANION = 24;

/** Of the guests who know whoever steps in. */
export function companionKeys(): string[] {
  return COMPANIONS.map(keyOf);
}

/** The same 160 invented guests each time. */
export function demoCompany(): DemoCompany {
  const random = dice(SEED);
  const names = new Set<string>();
  const people = Array.from({ length: DEMO_GUESTS }, (_, index) => person(index, names, random));
  return { people, acquaintances: acquaintancesAmong(people.length, random) };
}

function person(index: number, names: Set<string>, random: Dice): DemoPerson {
  const key = keyOf(index);
  const chinese = random.chance(0.6);
  const { name, latinName } = newName(chinese, names, random);
  const language = chinese ? 0 : 1;
  const say = (text: Bilingual) => text[language];
  const profession = PROFESSIONS[index % PROFESSIONS.length] as (typeof PROFESSIONS)[number];
  const need = random.pick(profession.needs);
  const company = say(random.pick(COMPANIES));
  const speaks = languagesOf(chinese, random);
  const isCompanion = COMPANIONS.includes(index);
  const came = isCompanion || random.chance(0.6);
  const presence = came ? presenceOf(random) : 'free';
  return {
    key,
    name,
    latinName,
    locale: chinese ? 'zh-CN' : 'en',
    headline: chinese ? `${say(profession.title)} · ${company}` : `${say(profession.title)}, ${company}`,
    company,
    recognise: say(random.pick(RECOGNISE)),
    languages: speaks,
    goal: {
      kind: need.kind,
      seeks: need.seeks.map(say),
      offers: random.some(profession.offers, 2).map(say),
      sentence: say(need.sentence),
    },
    commonalities: [
      ...speaks.map((value) => ({ kind: 'speaks' as const, value })),
      { kind: 'hometown', value: chinese ? random.pick(HOMETOWNS)[0] : random.pick(HOMETOWNS_ABROAD) },
      { kind: 'lives-in', value: say(random.pick(LIVES_IN)) },
      { kind: 'industry', value: say(profession.industry) },
      { kind: 'company', value: company },
      ...(random.chance(0.6) ? [{ kind: 'school' as const, value: say(random.pick(SCHOOLS)) }] : []),
      ...random.some(INTERESTS, 2).map((interest) => ({ kind: 'interest' as const, value: say(interest) })),
    ],
    wechat: `tb_${key.replace('-', '_')}`,
    cameMinutesAgo: came ? Math.round(random.between(1, 39)) : null,
    presence,
    place: presence === 'at-place' ? Math.floor(random.between(0, PLACES)) : null,
    boardLevel: isCompanion || random.chance(0.95) ? 'everyone' : 'suggested',
    onScreen: random.chance(0.7),
  };
}

function keyOf(index: number): string {
  return `${SEEDED}${String(index + 1).padStart(3, '0')}`;
}

function newName(chinese: boolean, taken: Set<string>, random: Dice): Pick<DemoPerson, 'name' | 'latinName'> {
  for (;;) {
    const found = chinese
      ? chineseName(random)
      : { name: `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`, latinName: '' };
    if (taken.has(found.name)) continue;
    taken.add(found.name);
    return found;
  }
}

/** One in five writes both names. */
function chineseName(random: Dice): Pick<DemoPerson, 'name' | 'latinName'> {
  const [surname, given] = [random.pick(SURNAMES), random.pick(GIVEN_NAMES)];
  const latinName = `${given[1]} ${surname[1]}`;
  const name = `${surname[0]}${given[0]}`;
  return { name: random.chance(0.2) ? `${name} ${random.pick(BOTH_NAMES)}` : name, latinName };
}

function languagesOf(chinese: boolean, random: Dice): string[] {
  if (chinese) return random.chance(0.6) ? ['中文', 'English'] : ['中文'];
  return random.chance(0.4) ? ['English', '中文'] : ['English'];
}

function presenceOf(random: Dice): Presence {
  const thrown = random.next();
  if (thrown < 0.55) return 'free';
  if (thrown < 0.8) return 'talking';
  return thrown < 0.93 ? 'at-place' : 'away';
}

/** Small groups who came together, some ties across, and companions who know many. */
function acquaintancesAmong(count: number, random: Dice): [number, number][] {
  const pairs = new Map<string, [number, number]>();
  const know = (one: number, other: number) => {
    const pair: [number, number] = [Math.min(one, other), Math.max(one, other)];
    if (one !== other) pairs.set(pair.join(), pair);
  };
  const everybody = Array.from({ length: count }, (_, index) => index);
  for (const index of everybody) {
    if (index % 5 !== 4 && index + 1 < count) know(index, index + 1);
    if (random.chance(0.5)) know(index, random.pick(everybody));
  }
  for (const companion of COMPANIONS)
    for (const other of random.some(everybody, KNOWN_BY_COMPANION)) know(companion, other);
  return [...pairs.values()];
}
