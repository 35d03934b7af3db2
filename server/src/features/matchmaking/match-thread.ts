import type { MatchSuggestion } from './candidates.js';
import { type EngineChange, MatchEngine } from './engine/match-engine.js';
import { type PairWeight, weighPairs } from './engine/pair-weights.js';
import type { MatchPerson } from './profile.js';

export type Lists = [registrationId: string, list: readonly MatchSuggestion[]][];
/**
 * What the thread of matching is asked, and what it answers. A room it does not know, it answers with null. What is large comes
 * and goes in parcels under a key, because copying it at once would keep the server waiting for longer than the matching itself.
 */
export type MatchOrders = {
  /** People for the `update` or `preview` with that key. */
  bring: { input: { key: string; people: readonly MatchPerson[] }; output: null };
  /** `anew`: the change is the whole room. The key is the event; the lists that are different now are then taken. */
  update: { input: { key: string; anew: boolean; change: EngineChange }; output: true | null };
  /** A whole room, once. Answers wishes that nobody here meets; the lists are then taken. */
  preview: { input: { key: string; change: EngineChange }; output: [registrationId: string, texts: string[]][] };
  /** The next parcel of lists; the last one is empty. */
  take: { input: string; output: Lists };
  forget: { input: string; output: null };
  /** `score` and `bridge` are those of a list, which this is not: 0 and false. */
  explain: { input: { key: string; readerId: string; otherId: string }; output: MatchSuggestion | null };
  weigh: { input: { key: string; registrationIds: readonly string[] }; output: PairWeight[] | null };
  /** What keeps a person's list short. */
  look: {
    input: { key: string; registrationId: string };
    output: { unmet: string[]; removed: { putAside: number; rules: number } } | null;
  };
};
export type MatchOrder<K extends keyof MatchOrders> = { kind: K; input: MatchOrders[K]['input'] };

/** Lists in one parcel: two or three milliseconds of copying. */
const PARCEL = 150;

/** The rooms of this thread, by event. Whoever gives the orders says which of them to forget. */
const rooms = new Map<string, MatchEngine>();
const brought = new Map<string, MatchPerson[]>();
const ready = new Map<string, Lists>();

/** The change with the people who were brought for it. */
function whole(key: string, change: EngineChange): EngineChange {
  const people = [...(brought.get(key) ?? []), ...(change.people ?? [])];
  brought.delete(key);
  return { ...change, people };
}

const answers: { [K in keyof MatchOrders]: (input: MatchOrders[K]['input']) => MatchOrders[K]['output'] } = {
  bring: ({ key, people }) => {
    brought.set(key, [...(brought.get(key) ?? []), ...people]);
    return null;
  },
  update: ({ key, anew, change }) => {
    const full = whole(key, change);
    const engine = anew ? new MatchEngine() : rooms.get(key);
    if (engine === undefined) return null;
    // A room that failed halfway is not to be trusted again.
    rooms.delete(key);
    ready.set(key, [...engine.update(full)]);
    rooms.set(key, engine);
    return true;
  },
  preview: ({ key, change }) => {
    const full = whole(key, change);
    const engine = new MatchEngine();
    ready.set(key, [...engine.update(full)]);
    const unmet = (full.people ?? []).map(({ id }): [string, string[]] => [id, engine.unmet(id)]);
    return unmet.filter(([, texts]) => texts.length > 0);
  },
  take: (key) => {
    const parcel = ready.get(key)?.splice(0, PARCEL) ?? [];
    if (parcel.length === 0) ready.delete(key);
    return parcel;
  },
  forget: (key) => {
    rooms.delete(key);
    return null;
  },
  explain: ({ key, readerId, otherId }) => rooms.get(key)?.explain(readerId, otherId) ?? null,
  weigh: ({ key, registrationIds }) => {
    const engine = rooms.get(key);
    return engine === undefined ? null : weighPairs(engine, registrationIds);
  },
  look: ({ key, registrationId }) => {
    const engine = rooms.get(key);
    if (engine === undefined) return null;
    return { unmet: engine.unmet(registrationId), removed: engine.removed(registrationId) };
  },
};

export function run<K extends keyof MatchOrders>({ kind, input }: MatchOrder<K>): MatchOrders[K]['output'] {
  return answers[kind](input);
}
