import { describe, expect, test } from 'vitest';
import { toldOf } from '../../scripts/reliability/figures.mjs';
import { testsOfPlaywright, testsOfVitest } from '../reliability/read-reports';

describe('the report of vitest', () => {
  const result = (status: string, ...ends: readonly string[]) => ({
    name: '/checkout/tests/a.test.ts',
    status,
    message: status === 'failed' ? 'it cannot be loaded' : '',
    assertionResults: ends.map((end, at) => ({ fullName: ` group test ${at}`, status: end })),
  });
  const read = (...results: readonly object[]) =>
    testsOfVitest(JSON.stringify({ testResults: results }), '/checkout');

  test('says what became of each test, and what was not run did not pass', () => {
    expect(read(result('failed', 'passed', 'failed', 'pending', 'todo'))).toEqual([
      { file: 'tests/a.test.ts', title: 'group test 0', end: 'passed' },
      { file: 'tests/a.test.ts', title: 'group test 1', end: 'failed' },
      { file: 'tests/a.test.ts', title: 'group test 2', end: 'skipped' },
      { file: 'tests/a.test.ts', title: 'group test 3', end: 'skipped' },
    ]);
  });

  test('counts a file that could not be run as one that failed', () => {
    expect(read(result('failed'))).toEqual([
      { file: 'tests/a.test.ts', title: 'it cannot be loaded', end: 'failed' },
    ]);
  });
});

test('the report of Playwright says what became of each test, and one that passed only at the second try did not pass', () => {
  const spec = (title: string, status: string) => ({ title, file: 'a.spec.ts', tests: [{ status }] });
  const inner = { title: 'group', file: 'a.spec.ts', specs: [spec('three', 'skipped')] };
  const outer = {
    title: 'a.spec.ts',
    file: 'a.spec.ts',
    specs: [spec('one', 'expected'), spec('two', 'flaky'), spec('four', 'unexpected')],
    suites: [inner],
  };
  expect(testsOfPlaywright(JSON.stringify({ suites: [outer] }), 'tests/e2e/specs')).toEqual([
    { file: 'tests/e2e/specs/a.spec.ts', title: 'one', end: 'passed' },
    { file: 'tests/e2e/specs/a.spec.ts', title: 'two', end: 'failed' },
    { file: 'tests/e2e/specs/a.spec.ts', title: 'four', end: 'failed' },
    { file: 'tests/e2e/specs/a.spec.ts', title: 'group three', end: 'skipped' },
  ]);
});

test('what tests told of a promise is added up by its words, and that of another promise is not', () => {
  const lines = [
    { promise: 'R7', count: 2, words: 'files' },
    { promise: 'R18', count: 5, words: 'files' },
    { promise: 'R7', count: 1, words: 'copies' },
    { promise: 'R7', count: 1000, words: 'files' },
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  expect(toldOf(text, 'R7')).toEqual(['1,002 files', '1 copies']);
  expect(toldOf(text, 'R9')).toEqual([]);
});
