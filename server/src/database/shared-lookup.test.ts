import { EventEmitter, once } from 'node:events';
import { SharedLookup } from './shared-lookup.js';

function lookup(find: (keys: readonly number[]) => Promise<ReadonlyMap<string, string>>) {
  const calls: number[][] = [];
  const shared = new SharedLookup<number, string>(String, (keys) => {
    calls.push([...keys]);
    return find(keys);
  });
  return { shared, calls };
}
const named = async (keys: readonly number[]) =>
  new Map(keys.filter((key) => key < 10).map((key) => [String(key), `value ${key}`]));

describe('a shared lookup', () => {
  it('asks once for all of one turn, each key once', async () => {
    const { shared, calls } = lookup(named);
    const answers = await Promise.all([shared.get(1), shared.get(2), shared.get(1), shared.get(99)]);
    expect(answers).toEqual(['value 1', 'value 2', 'value 1', null]);
    expect(calls).toEqual([[1, 2, 99]]);
  });

  it('asks anew for who comes while a statement runs: its answer may be older than the question', async () => {
    const gate = new EventEmitter();
    const { shared, calls } = lookup(async (keys) => {
      if (calls.length === 1) await once(gate, 'open');
      return named(keys);
    });
    const first = shared.get(1);
    await new Promise(setImmediate);
    const second = await shared.get(1);
    expect([second, calls]).toEqual(['value 1', [[1], [1]]]);
    gate.emit('open');
    expect(await first).toBe('value 1');
  });

  it('tells all who share it when it fails, and the next ones not', async () => {
    const { shared, calls } = lookup((keys) => (calls.length === 1 ? Promise.reject(new Error('away')) : named(keys)));
    const failed = await Promise.allSettled([shared.get(1), shared.get(2)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await shared.get(1)).toBe('value 1');
  });
});
