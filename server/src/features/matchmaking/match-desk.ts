import type { BackgroundThread } from '../../common/background/background-thread.js';
import type { EngineChange } from './engine/match-engine.js';
import type { Lists, MatchOrder, MatchOrders } from './match-thread.js';

const THREAD = new URL('./match-thread.js', import.meta.url);
/** People in one parcel: a millisecond or two of copying. */
const PARCEL = 200;

/** The thread of matching as seen from the server's own thread. Everything rejects when the thread fails: its rooms are lost then. */
export class MatchDesk {
  private previews = 0;

  constructor(private readonly thread: BackgroundThread) {}

  /** The lists that are different now; null where the thread does not know the room. `anew`: the change is the whole room. */
  async update(eventId: string, anew: boolean, change: EngineChange): Promise<Lists | null> {
    const known = await this.ask('update', { key: eventId, anew, change: await this.bring(eventId, change) });
    return known === null ? null : this.take(eventId);
  }

  /** A whole room, once: everybody's list, and wishes that nobody in it meets. */
  async preview(change: EngineChange): Promise<{ lists: Lists; unmet: MatchOrders['preview']['output'] }> {
    const key = `preview ${++this.previews}`;
    const unmet = await this.ask('preview', { key, change: await this.bring(key, change) });
    return { lists: await this.take(key), unmet };
  }

  ask<K extends keyof MatchOrders>(kind: K, input: MatchOrders[K]['input']): Promise<MatchOrders[K]['output']> {
    type Run = (order: MatchOrder<K>) => MatchOrders[K]['output'];
    return this.thread.run<Run>(THREAD, { kind, input }) as Promise<MatchOrders[K]['output']>;
  }

  /** Sends the people ahead; answers what is left to be sent. */
  private async bring(key: string, { people = [], ...rest }: EngineChange): Promise<EngineChange> {
    let at = 0;
    for (; people.length - at > PARCEL; at += PARCEL) {
      await this.ask('bring', { key, people: people.slice(at, at + PARCEL) });
    }
    return { ...rest, people: people.slice(at) };
  }

  private async take(key: string): Promise<Lists> {
    const lists: Lists = [];
    for (;;) {
      const parcel = await this.ask('take', key);
      if (parcel.length === 0) return lists;
      lists.push(...parcel);
    }
  }
}
