import type { MatchSuggestion } from './candidates.js';
import { type EngineChange, MatchEngine } from './engine/match-engine.js';
import { type PairWeight, weighPairs } from './engine/pair-weights.js';

type Lists = [registrationId: string, list: readonly MatchSuggestion[]][];
/** What the thread of matching is asked, and what it answers. A room it does not know, it answers with null. */
export type MatchOrders = {
  /** `anew`: the change is the whole room. Answers the lists that are different now. */
  update: { input: { eventId: string; anew: boolean; change: EngineChange }; output: Lists | null };
  forget: { input: string; output: null };
  /** A whole room, once. */
  preview: { input: EngineChange; output: { lists: Lists; unmet: [registrationId: string, texts: string[]][] } };
  /** `score` and `bridge` are those of a list, which this is not: 0 and false. */
  explain: { input: { eventId: string; readerId: string; otherId: string }; output: MatchSuggestion | null };
  weigh: { input: { eventId: string; registrationIds: readonly string[] }; output: PairWeight[] | null };
  /** What keeps a person's list short. */
  look: {
    input: { eventId: string; registrationId: string };
    output: { unmet: string[]; removed: { putAside: number; rules: number } } | null;
  };
};
export type MatchOrder<K extends keyof MatchOrders> = { kind: K; input: MatchOrders[K]['input'] };

/** The rooms of this thread, by event. Whoever gives the orders says which of them to forget. */
const rooms = new Map<string, MatchEngine>();

const answers: { [K in keyof MatchOrders]: (input: MatchOrders[K]['input']) => MatchOrders[K]['output'] } = {
  update: ({ eventId, anew, change }) => {
    const engine = anew ? new MatchEngine() : rooms.get(eventId);
    if (engine === undefined) return null;
    // A room that failed halfway is not to be trusted again.
    rooms.delete(eventId);
    const changed = engine.update(change);
    rooms.set(eventId, engine);
    return [...changed];
  },
  forget: (eventId) => {
    rooms.delete(eventId);
    return null;
  },
  preview: (change) => {
    const engine = new MatchEngine();
    const lists = [...engine.update(change)];
    return { lists, unmet: (change.people ?? []).map(({ id }) => [id, engine.unmet(id)]) };
  },
  explain: ({ eventId, readerId, otherId }) => rooms.get(eventId)?.explain(readerId, otherId) ?? null,
  weigh: ({ eventId, registrationIds }) => {
    const engine = rooms.get(eventId);
    return engine === undefined ? null : weighPairs(engine, registrationIds);
  },
  look: ({ eventId, registrationId }) => {
    const engine = rooms.get(eventId);
    return engine === undefined
      ? null
      : { unmet: engine.unmet(registrationId), removed: engine.removed(registrationId) };
  },
};

export function run<K extends keyof MatchOrders>({ kind, input }: MatchOrder<K>): MatchOrders[K]['output'] {
  return answers[kind](input);
}
