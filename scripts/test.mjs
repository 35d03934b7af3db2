import path from 'node:path';
import { ensureInstalled } from './lib/build.mjs';
import { root } from './lib/project.mjs';
import { script } from './lib/script.mjs';
import { groups, stages } from './lib/stages.mjs';
import { StepFailed, seconds } from './lib/step.mjs';

/** Failures that are told at the end. */
const MOST_TOLD = 40;

/** The stages that the words on the command line name; all when there are none. A needed stage comes along. */
function chosen(words) {
  const named = new Set(words.flatMap((word) => groups[word] ?? [word]));
  for (const word of named) {
    const stage = stages.find(({ id }) => id === word);
    if (!stage)
      throw new StepFailed(`No stage "${word}". There are: ${stages.map(({ id }) => id).join(', ')}, unit, check`);
    if (stage.needs) named.add(stage.needs);
  }
  return stages.filter(({ id }) => named.size === 0 || named.has(id));
}

async function perform(stage, failedIds) {
  if (failedIds.has(stage.needs)) return { skippedFor: stage.needs };
  try {
    return { counts: (await stage.work()) ?? undefined };
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error);
    return { broken: true };
  }
}

function sentence({ counts, broken, skippedFor }) {
  if (skippedFor) return `not run: ${skippedFor} failed`;
  if (broken) return 'failed';
  if (!counts) return 'passed';
  const skipped = counts.skipped ? `, ${counts.skipped} skipped` : '';
  const again = counts.again?.length ? `, not at the first try: ${counts.again.map(inProject).join(' ')}` : '';
  return `${counts.passed} passed, ${counts.failed} failed${skipped}${again}`;
}

const inProject = (file) => path.relative(root, file);

/** Once more at the very end, where it is found however much was printed before. */
function tellFailures(failures) {
  if (failures.length === 0) return;
  console.log('\n━━ Failed');
  for (const { file, test, why } of failures.slice(0, MOST_TOLD))
    console.log([`✗ ${file && inProject(file)} › ${test}`, ...why.split('\n').map((line) => `    ${line}`)].join('\n'));
  if (failures.length > MOST_TOLD) console.log(`… and ${failures.length - MOST_TOLD} more`);
}

await script(async () => {
  const selection = chosen(process.argv.slice(2));
  await ensureInstalled();
  const failedIds = new Set();
  const lines = [];
  const failures = [];
  const sum = { passed: 0, failed: 0 };
  for (const stage of selection) {
    console.log(`\n━━ ${stage.title} (${stage.id})`);
    const began = performance.now();
    const result = await perform(stage, failedIds);
    const bad = result.broken || result.skippedFor || result.counts?.failed > 0;
    if (bad) failedIds.add(stage.id);
    failures.push(...(result.counts?.failures ?? []));
    sum.passed += result.counts?.passed ?? 0;
    sum.failed += result.counts?.failed ?? (bad ? 1 : 0);
    lines.push(`${bad ? '✗' : '✓'} ${stage.id.padEnd(10)} ${seconds(began).padStart(9)}   ${sentence(result)}`);
  }
  const ranTests = sum.passed + sum.failed > 0;
  const onlyChecks = selection.every(({ id }) => groups.check.includes(id) || id === 'build' || id === 'bundle');
  console.log(`\n━━ Summary\n${lines.join('\n')}`);
  tellFailures(failures);
  if (!ranTests && !onlyChecks) console.log('No test was run.');
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return failedIds.size > 0 || (!ranTests && !onlyChecks) ? 1 : 0;
});
