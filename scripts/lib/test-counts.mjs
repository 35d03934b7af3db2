/** Lines of a failure's message that the summary repeats: what was expected, and what there was. */
const SHOWN_LINES = 6;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colours begin with one
const COLOUR = /\x1b\[[0-9;]*m/g;

/** Files of a report that failed: a test in them, a hook, or the loading. */
export const failedFiles = ({ testResults }) =>
  testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);

/** What a Jest report adds up to. A file that failed without a failed test counts as one failure, and so does such a run. */
export function countsOf(report) {
  const statuses = report.testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const count = (...wanted) => statuses.filter((status) => wanted.includes(status)).length;
  const failures = failuresOf(report);
  return {
    passed: count('passed'),
    failed: failures.length,
    skipped: count('pending', 'todo'),
    failures,
  };
}

/**
 * The report `before` with the files that were run again as they are in `again`. What did not run again has failed still, and a
 * program that ended badly for no test's sake has ended so if it did in the last run.
 */
export function retried(before, again) {
  const anew = new Map(again.testResults.map((result) => [result.name, result]));
  return { code: again.code, testResults: before.testResults.map((result) => anew.get(result.name) ?? result) };
}

/** What the report of Node's own runner (TAP) adds up to; none at all is a failure. */
export function tapCounts(tap) {
  const count = (word) => Number(tap.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failures = [...tap.matchAll(/^\s*not ok \d+ - (.*)$/gm)].map(([, test]) => ({
    file: 'scripts',
    test,
    why: '',
  }));
  if (tap === '') failures.push({ file: 'scripts', test: 'node --test', why: 'ended without a report' });
  const failed = tap === '' ? 1 : count('fail') + count('cancelled');
  return { passed: count('pass'), failed, skipped: count('skipped'), failures };
}

/** @returns each with its file, its name, and the beginning of why */
function failuresOf({ testResults, code }) {
  const failures = testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name: file, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [{ file, test: 'the file as a whole', why: beginningOf(message) }];
      return failed.map(({ fullName, failureMessages }) => ({
        file,
        test: fullName,
        why: beginningOf(failureMessages?.[0]),
      }));
    });
  if (failures.length > 0 || code === 0) return failures;
  return [{ file: '', test: 'Jest', why: `ended with code ${code}, though no test failed` }];
}

function beginningOf(message = '') {
  const lines = message.replace(COLOUR, '').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .slice(0, SHOWN_LINES)
    .join('\n');
}
