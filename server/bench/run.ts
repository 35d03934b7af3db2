import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Benchmark, measure, type Row, rowOf } from './frame.js';
import { describeMachine, describeOutcome } from './report.js';

/** `[NAME…] [--json FILE]`: names of benchmarks (all when none), and where the rows go. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
  const wanted = positionals.map((name) => name.toLowerCase());
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'));
  const names = files.map((name) => name.replace('.bench.ts', ''));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0 || names.length === 0) {
    console.error(`No benchmark ${unknown.join(', ')}. There are: ${names.join(', ') || 'none'}`);
    return 1;
  }
  console.log(`${await describeMachine()}\n`);
  const rows: Row[] = [];
  for (const name of names.filter((candidate) => wanted.length === 0 || wanted.includes(candidate))) {
    const { benchmarks } = (await import(`./${name}.bench.ts`)) as { benchmarks: readonly Benchmark[] };
    for (const benchmark of benchmarks) {
      const outcome = await measure(benchmark);
      console.log(`${describeOutcome(outcome)}\n`);
      rows.push(rowOf(outcome));
    }
  }
  // npm tells where the person stands; a relative file is meant from there.
  const jsonFile = values.json && path.resolve(process.env.INIT_CWD ?? '.', values.json);
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(rows, null, 2)}\n`);
  const failed = rows.filter(({ failure }) => failure !== undefined);
  console.log(`${rows.length} measured, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
