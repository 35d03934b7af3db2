import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countsOf, secondCounts } from './lib/test-counts.mjs';

const results = (...statuses) => statuses.map((status) => ({ status }));
const file = (name, ...statuses) => ({
  name,
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  assertionResults: results(...statuses),
});

/** A report as Jest writes it; a file without tests could not load. */
function report(...testResults) {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const count = (status) => all.filter((one) => one === status).length;
  return {
    testResults,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    numRuntimeErrorTestSuites: testResults.filter(({ assertionResults }) => assertionResults.length === 0).length,
    code: testResults.some(({ status }) => status === 'failed') ? 1 : 0,
  };
}

it('counts tests, and a file that could not load as a failure', () => {
  const said = report(file('a', 'passed', 'pending'), file('b', 'failed', 'passed'), file('c'));
  assert.deepEqual(countsOf([said]), { passed: 2, failed: 2, skipped: 1 });
});

it('a run that ends badly without a failed test is a failure', () =>
  assert.deepEqual(countsOf([{ ...report(file('a', 'passed')), code: 1 }]), { passed: 1, failed: 1, skipped: 0 }));

it('what passed at the second try counts once, and is named', () => {
  const first = report(file('a', 'passed', 'passed'), file('b', 'failed', 'passed', 'pending'), file('c'));
  const second = report(file('b', 'passed', 'passed', 'pending'), file('c', 'passed'));
  assert.deepEqual(secondCounts(first, second), { passed: 5, failed: 0, skipped: 1, secondTry: ['b', 'c'] });
});

it('what fails twice has failed, and so has what did not run again', () => {
  const first = report(file('a', 'passed'), file('b', 'failed', 'passed'), file('c', 'failed'));
  const second = report(file('b', 'passed', 'failed'));
  assert.deepEqual(secondCounts(first, second), { passed: 2, failed: 2, skipped: 0, secondTry: [] });
});
