import path from 'node:path';

/** What became of one test. */
export interface RanTest {
  /** Relative to the checkout. */
  readonly file: string;
  /** Its own words after those of the groups that it is in. */
  readonly title: string;
  readonly end: 'passed' | 'failed' | 'skipped';
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** The tests in a report of vitest; a file that could not be run counts as one that failed. */
export function testsOfVitest(report: string, root: string): readonly RanTest[] {
  const { testResults } = JSON.parse(report) as VitestReport;
  return testResults.flatMap(({ name, status, message = '', assertionResults }) => {
    const file = path.relative(root, name);
    const ran = assertionResults.map(({ fullName, status: end }): RanTest => {
      const isRun = end === 'passed' || end === 'failed';
      return { file, title: fullName.trim(), end: isRun ? end : 'skipped' };
    });
    const isLost = status === 'failed' && !ran.some(({ end }) => end === 'failed');
    return isLost ? [...ran, { file, title: message, end: 'failed' as const }] : ran;
  });
}

interface Suite {
  readonly title: string;
  readonly file: string;
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
}

/** The tests in a report of Playwright, whose files lie in a folder of the checkout. */
export function testsOfPlaywright(report: string, folder: string): readonly RanTest[] {
  const { suites } = JSON.parse(report) as { readonly suites: readonly Suite[] };
  const inSuite = ({ specs, suites: inner = [] }: Suite, before: string): readonly RanTest[] => [
    ...specs.flatMap(({ title, file, tests }) =>
      tests.map(({ status }): RanTest => {
        const end = status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed';
        return { file: path.posix.join(folder, path.basename(file)), title: `${before}${title}`, end };
      }),
    ),
    ...inner.flatMap((suite) => inSuite(suite, `${before}${suite.title} `)),
  ];
  return suites.flatMap((suite) => inSuite(suite, ''));
}
