import { type CommonalityKind, GOAL_KINDS, type GoalKind, type MatchSettings, NEUTRAL_WEIGHTS } from '@teabreak/shared';
import type { MatchSuggestion } from '../candidates.js';
import type { MatchPerson } from '../profile.js';
import { type EngineChange, MatchEngine } from './match-engine.js';

/** Small and repeatable (mulberry32). */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return {
    next,
    below,
    pick,
    some: <T>(list: readonly T[], most: number) => Array.from({ length: below(most + 1) }, () => pick(list)),
  };
}
type Dice = ReturnType<typeof dice>;

const TAGS = [
  'angel investor',
  '天使投资',
  'jazz',
  '爵士乐',
  'iOS engineer',
  'accountant',
  '会计',
  'hiking',
  'kiln for rakugo',
  'rakugo',
  'kiln',
  'zither kiln',
  'coffee',
  '🎉',
];
const SENTENCES = ['', 'looking for jazz musicians', '找会计', 'rakugo and zither'];
const FACTS: [CommonalityKind, string][] = [
  ['hometown', '福建泉州'],
  ['hometown', '福州'],
  ['ancestral-home', '泉州'],
  ['lived-in', 'Lyon'],
  ['school', '交大'],
  ['company', '字节'],
  ['company', '小米'],
  ['speaks', 'English'],
  ['speaks', '中文'],
  ['learns', '中文'],
  ['interest', 'jazz'],
  ['interest', '徒步'],
];
const VISIBILITIES = ['everyone', 'suggested', 'introduced', 'nobody'] as const;

function somebody(id: string, { pick, some }: Dice): MatchPerson {
  const goal = {
    kind: pick<GoalKind | null>([null, ...GOAL_KINDS]),
    seeks: some(TAGS, 3),
    offers: some(TAGS, 3),
    sentence: pick(SENTENCES),
  };
  const commons = some(FACTS, 5).map(([kind, value]) => ({ kind, value, visibility: pick(VISIBILITIES) }));
  return { id, goal, commons };
}

function settings({ below, pick, some }: Dice): MatchSettings {
  const slider = () => pick([0, 20, 50, 50, 80, 100]);
  const kinds = new Set(some(GOAL_KINDS, 2));
  const rules = [...kinds].map((kind) => ({
    kind,
    suggestedTo: pick<'everyone' | GoalKind[]>(['everyone', some(GOAL_KINDS, 4)]),
    atMost: pick([null, below(4)]),
  }));
  return { weights: { goals: slider(), inCommon: slider(), newCircles: slider() }, rules };
}

/** A room's facts as they stand, and the changes that led to them. */
class History {
  readonly people = new Map<string, MatchPerson>();
  readonly here = new Map<string, boolean>();
  readonly relations = { excluded: [], circle: [], unnamed: [], putAside: [], liked: [] } as Record<
    'excluded' | 'circle' | 'unnamed' | 'putAside' | 'liked',
    [string, string][]
  >;
  settings: MatchSettings = { weights: NEUTRAL_WEIGHTS, rules: [] };

  constructor(private readonly random: Dice) {}

  step(): EngineChange {
    const { below, pick, next } = this.random;
    const id = `p${String(below(45)).padStart(2, '0')}`;
    switch (below(12)) {
      case 0:
        this.people.delete(id);
        return { gone: [id] };
      case 1:
        this.settings = settings(this.random);
        return { settings: this.settings };
      case 2:
      case 3:
        this.here.set(id, !this.here.get(id));
        return { here: [[id, this.here.get(id) ?? false]] };
      case 4:
      case 5:
      case 6:
      case 7: {
        const name = pick(['excluded', 'circle', 'unnamed', 'putAside', 'liked'] as const);
        const other = `p${String(below(45)).padStart(2, '0')}`;
        const without = this.relations[name].filter(() => next() > 0.1);
        this.relations[name] = [...without, [id, other]];
        return { [name]: this.relations[name] };
      }
      default: {
        const person = somebody(id, this.random);
        this.people.set(id, person);
        return { people: [person] };
      }
    }
  }

  /** The same room at once. */
  anew(): MatchEngine {
    const engine = new MatchEngine(OPTIONS);
    engine.update({
      ...this.relations,
      people: [...this.people.values()].reverse(),
      here: [...this.here],
      settings: this.settings,
    });
    return engine;
  }
}

/** So few candidates that rows run short, and few places on lists. */
const OPTIONS = { limit: 3, exposure: 4, depths: { candidates: 6, readers: 3, bridges: 2 } };
const sorted = (lists: ReadonlyMap<string, readonly MatchSuggestion[]>) =>
  [...lists].sort(([a], [b]) => (a < b ? -1 : 1));

it('M9, M10: after any history, the lists are those that computing everything anew gives', () => {
  for (let seed = 1; seed <= 240; seed++) {
    const history = new History(dice(seed));
    const engine = new MatchEngine(OPTIONS);
    let known = new Map<string, readonly MatchSuggestion[]>();
    for (let step = 0; step < 60; step++) {
      const changed = engine.update(history.step());
      known = new Map([...known, ...changed].filter(([id]) => history.people.has(id)));
      if (step % 6 !== 5) continue;
      expect({ seed, step, lists: sorted(engine.lists()) }).toEqual({
        seed,
        step,
        lists: sorted(history.anew().lists()),
      });
    }
    expect(sorted(known)).toEqual(sorted(engine.lists()));
  }
}, 600_000);
