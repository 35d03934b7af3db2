import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../config/project-root.js';
import { StartError } from '../../../config/start-error.js';
import { type CheckedConcepts, checkConcepts } from './checked-concepts.js';
import { parseAmbiguous, parseConcepts } from './concept-file.js';

const FOLDER = join(PROJECT_ROOT, 'server/vocabulary');
const ORDINARY_WORDS = join(FOLDER, 'spelling/ordinary-words.txt');
const AMBIGUOUS = 'ambiguous.txt';

/** Name → content of the data files. */
export function readVocabularyFiles(folder = FOLDER): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Stems of everyday English that are one slip away from a word of the vocabulary: "hilly" is not "hill". */
export function readOrdinaryWords(): string[] {
  const lines = readFileSync(ORDINARY_WORDS, 'utf8').split('\n');
  return lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' ').filter((word) => word !== ''));
}

/** @throws StartError that lists everything wrong in the files, with file, line and what to do */
export function loadConcepts(files: ReadonlyMap<string, string>): CheckedConcepts {
  const { ambiguous, problems: misread } = parseAmbiguous(AMBIGUOUS, files.get(AMBIGUOUS) ?? '');
  const parsed = [...files].filter(([name]) => name !== AMBIGUOUS).map(([name, text]) => parseConcepts(name, text));
  const checked = checkConcepts(
    parsed.flatMap(({ concepts }) => concepts),
    ambiguous,
  );
  const problems = [...misread, ...parsed.flatMap((file) => file.problems), ...checked.problems];
  if (problems.length > 0) {
    const lines = problems.map(({ file, line, what, todo }) => `  ${file}:${line}  ${what} — ${todo}.`);
    throw new StartError(`The vocabulary in server/vocabulary has errors:\n${lines.join('\n')}`);
  }
  return checked;
}
