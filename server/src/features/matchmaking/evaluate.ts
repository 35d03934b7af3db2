import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { embeddingsEndpoint } from '../../config/embeddings-endpoint.js';
import { readEnvironment } from '../../config/load-config.js';
import { evaluatedCloseness } from './embeddings/evaluated-closeness.js';
import { type LabelledPerson, type ListsById, measure, ours, type Quality } from './evaluation.js';
import { anybody, sameTags, wordCosine } from './evaluation-baselines.js';

/** Command: FILE [--json FILE] [--lists FILE]. Measures matching on a labelled room (M9) and prints the table; with EMBEDDINGS_URL also what that adds. */
const LabelledRoom = z.object({
  people: z
    .array(
      z.object({
        id: z.string(),
        seeks: z.array(z.string()),
        offers: z.array(z.string()),
        relevant: z.record(z.string(), z.number().min(0).max(2)),
      }),
    )
    .min(1),
});

const USAGE = 'Usage: npm run evaluate -- FILE [--json FILE] [--lists FILE]\n';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'string' }, lists: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { people } = LabelledRoom.parse(JSON.parse(readFileSync(file, 'utf8')));
  const lists = ours(people);
  const closer = await withEmbeddings(people);
  const matchers: [string, ListsById][] = [
    ['teabreak', lists],
    ...closer,
    ['teabreak-uncapped', ours(people, { exposure: Number.POSITIVE_INFINITY })],
    ['tag-overlap', sameTags(people)],
    ['tfidf-cosine', wordCosine(people)],
    ['random', anybody(people)],
  ];
  const results = matchers.map(([matcher, found]) => ({ matcher, ...measure(people, found) }));
  process.stdout.write(`${people.length} people\n${table(results)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  if (values.lists !== undefined)
    writeFileSync(values.lists, `${JSON.stringify(Object.fromEntries(lists), null, 1)}\n`);
  return 0;
}

async function withEmbeddings(people: readonly LabelledPerson[]): Promise<[string, ListsById][]> {
  const { EMBEDDINGS_URL, EMBEDDINGS_KEY, EMBEDDINGS_MODEL } = process.env;
  const endpoint = embeddingsEndpoint(readEnvironment({ EMBEDDINGS_URL, EMBEDDINGS_KEY, EMBEDDINGS_MODEL }));
  if (endpoint === undefined) return [];
  const closeTexts = await evaluatedCloseness(people, endpoint, (reason) => process.stderr.write(`${reason}\n`));
  return closeTexts === null ? [] : [['teabreak+embeddings', ours(people, { closeTexts })]];
}

const COLUMNS: readonly (readonly [keyof Quality, string])[] = [
  ['ndcg', 'nDCG@5'],
  ['precision', 'precision@5'],
  ['recall', 'recall@5'],
  ['twoWay', 'two-way@5'],
  ['served', 'served'],
  ['shown', 'shown'],
  ['mostExposed', 'most lists'],
  ['gini', 'Gini'],
];

function table(results: readonly (Quality & { matcher: string })[]): string {
  const rows = [
    ['', ...COLUMNS.map(([, title]) => title)],
    ...results.map((result) => [
      result.matcher,
      ...COLUMNS.map(([key]) => (key === 'mostExposed' ? String(result[key]) : result[key].toFixed(3))),
    ]),
  ];
  return rows.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(12))).join('')).join('\n');
}

try {
  process.exitCode = await main();
} catch (error) {
  const reason =
    error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${reason}\n${USAGE}`);
  process.exitCode = 1;
}
