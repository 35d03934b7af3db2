/** What Jest's reports add up to; a run that failed without a failed test counts as one. */
export function countsOf(reports) {
  const sum = (of) => reports.reduce((total, report) => total + of(report), 0);
  const failed = sum(({ numFailedTests, numRuntimeErrorTestSuites }) => numFailedTests + numRuntimeErrorTestSuites);
  return {
    passed: sum(({ numPassedTests }) => numPassedTests),
    failed: failed === 0 && reports.some(({ code }) => code !== 0) ? 1 : failed,
    skipped: sum(({ numPendingTests, numTodoTests }) => numPendingTests + numTodoTests),
  };
}

/**
 * Counts after the files that failed in the report `first` were run again, as the report `second`. `secondTry` names those that
 * passed then.
 */
export function secondCounts(first, second) {
  const failed = first.testResults.filter(({ status }) => status === 'failed');
  const passedBefore = failed
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed');
  const skippedBefore = failed
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => isSkipped(status));
  const [before, after] = [countsOf([first]), countsOf([second])];
  const missing = failed.filter(({ name }) => !second.testResults.some((result) => result.name === name));
  return {
    passed: before.passed - passedBefore.length + after.passed,
    failed: after.failed + missing.length,
    skipped: before.skipped - skippedBefore.length + after.skipped,
    secondTry: second.testResults.filter(({ status }) => status === 'passed').map(({ name }) => name),
  };
}

const isSkipped = (status) => status === 'pending' || status === 'todo';
