import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countsOf, failedFiles, retried, tapCounts } from './lib/test-counts.mjs';

/** A file's part of a report as Jest writes it; one without tests could not load. */
const file = (name, ...statuses) => ({
  name,
  status: statuses.includes('failed') || statuses.length === 0 ? 'failed' : 'passed',
  message: statuses.length === 0 ? 'Cannot find module' : '',
  assertionResults: statuses.map((status, at) => ({
    status,
    fullName: `test ${at}`,
    failureMessages:
      status === 'failed' ? ['\x1b[31mError: expected 1\x1b[39m\n\n  received 2\n a\n b\n c\n d\n e'] : [],
  })),
});
const report = (...testResults) => ({
  testResults,
  code: testResults.some(({ status }) => status === 'failed') ? 1 : 0,
});
const sums = ({ passed, failed, skipped }) => ({ passed, failed, skipped });

it('counts tests, and a file that could not load as a failure', () => {
  const said = report(file('a', 'passed', 'pending'), file('b', 'failed', 'passed'), file('c'));
  assert.deepEqual(sums(countsOf(said)), { passed: 2, failed: 2, skipped: 1 });
  assert.deepEqual(failedFiles(said), ['b', 'c']);
});

it('a file whose hook failed is a failure, though each of its tests passed', () => {
  const broken = { ...file('a', 'passed', 'passed'), status: 'failed', message: 'afterAll: too slow' };
  assert.deepEqual(sums(countsOf(report(broken))), { passed: 2, failed: 1, skipped: 0 });
  assert.deepEqual(failedFiles(report(broken)), ['a']);
});

it('a file whose process was killed is a failure, to be tried again', () => {
  const killed = { name: 'a', status: 'failed', message: 'A jest worker process was terminated', assertionResults: [] };
  const said = report(file('b', 'passed'), killed);
  assert.deepEqual(failedFiles(said), ['a']);
  assert.deepEqual(sums(countsOf(retried(said, report(file('a', 'passed'))))), { passed: 2, failed: 0, skipped: 0 });
});

it('a run that ends badly without a failed test is a failure', () => {
  const counts = countsOf({ ...report(file('a', 'passed')), code: 1 });
  assert.deepEqual(sums(counts), { passed: 1, failed: 1, skipped: 0 });
  assert.match(counts.failures[0].why, /code 1/);
});

it('what passed at a later try counts once', () => {
  const first = report(file('a', 'passed', 'passed'), file('b', 'failed', 'passed', 'pending'), file('c'));
  const second = retried(first, report(file('b', 'passed', 'passed', 'pending'), file('c', 'failed')));
  assert.deepEqual(failedFiles(second), ['c']);
  const third = retried(second, report(file('c', 'passed')));
  assert.deepEqual(sums(countsOf(third)), { passed: 5, failed: 0, skipped: 1 });
});

it('what fails each time has failed, and so has what did not run again', () => {
  const first = report(file('a', 'passed'), file('b', 'failed', 'passed'), file('c', 'failed'));
  const second = retried(first, report(file('b', 'passed', 'failed')));
  assert.deepEqual(sums(countsOf(second)), { passed: 2, failed: 2, skipped: 0 });
});

it('names what failed, with the beginning of why, without colours', () => {
  const { failures } = countsOf(report(file('a', 'passed', 'failed'), file('b')));
  assert.deepEqual(failures, [
    { file: 'a', test: 'test 1', why: 'Error: expected 1\n  received 2\n a\n b\n c\n d' },
    { file: 'b', test: 'the file as a whole', why: 'Cannot find module' },
  ]);
});

it('counts what Node’s own runner says, and names what failed; without a report it has failed', () => {
  const tap =
    'ok 1 - fine\n# Subtest: outer\n    not ok 1 - inner\nnot ok 2 - outer\n# pass 1\n# fail 2\n# cancelled 0\n# skipped 1\n';
  const { failures, ...counts } = tapCounts(tap);
  assert.deepEqual(counts, { passed: 1, failed: 2, skipped: 1 });
  assert.deepEqual(
    failures.map(({ test }) => test),
    ['inner', 'outer'],
  );
  assert.equal(tapCounts('').failed, 1);
});
