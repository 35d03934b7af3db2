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
  let broken = 0;
  for (const name of names.filter((candidate) => wanted.length === 0 || wanted.includes(candidate))) {
    const { benchmarks } = (await import(`./${name}.bench.ts`)) as { benchmarks: readonly Benchmark[] };
    for (const benchmark of benchmarks) {
      // Whatever happened to one says nothing about the others.
      await measure(benchmark).then(
        (outcome) => {
          console.log(`${describeOutcome(outcome)}\n`);
          rows.push(rowOf(outcome));
        },
        (error: unknown) => {
          console.log(`${benchmark.id}  ${benchmark.title}\n  BROKEN: ${error}\n`);
          broken += 1;
        },
      );
    }
  }
  // npm tells where the person stands; a relative file is meant from there.
  const jsonFile = values.json && path.resolve(process.env.INIT_CWD ?? '.', values.json);
  if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(rows, null, 2)}\n`);
  const failed = rows.filter(({ failure }) => failure !== undefined);
  console.log(`${rows.length} measured, ${failed.length} failed, ${broken} broken`);
  return failed.length + broken === 0 ? 0 : 1;
}

process.exitCode = await main();
