import { existsSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** How a run of tests went: `noticed` only where a test began and something that it looked at was not as it should be; `timed out` where nothing but its time was up, which a busy computer does too. */
export type Outcome = 'green' | 'noticed' | 'timed out' | 'did not run';

interface UnitReport {
  readonly numTotalTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

interface SpecError {
  readonly message?: string;
  readonly location?: { readonly file: string };
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors: readonly SpecError[] }[];
    }[];
  }[];
}

interface SpecReport extends Suite {
  readonly errors: readonly SpecError[];
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** What comes of code that cannot even be loaded. */
const unloadable = /\b(?:SyntaxError|ReferenceError|ERR_MODULE_NOT_FOUND|Cannot find module|Build failed)\b/;
/** What comes of a test or its preparation that did not end, and says nothing of what it looked at; the reports of vitest have it in capitals. */
const outOfTime =
  /\bSTACK_TRACE_ERROR\b|\b(?:Test|Hook) timed out in \d|\b(?:Test|hook) timeout of \d+ms exceeded/;
/** Where the app of a test is started and got ready. */
const startsTheApp = /[\\/]e2e[\\/]harness[\\/]/;
/** What the harness says of an app that runs: then the page saw what was broken. */
const saidOfRunning = /Error: The page complained/;

/** The sentence of an error, without its place in the code. */
const firstLine = (text: string): string => stripVTControlCharacters(text).split('\n', 1)[0] ?? '';

function outcomeOf(message: string): Outcome {
  if (unloadable.test(firstLine(message))) return 'did not run';
  return outOfTime.test(firstLine(message)) ? 'timed out' : 'noticed';
}

function outcomeOfSpec({ message = '', location }: SpecError): Outcome {
  const isOfStart = startsTheApp.test(location?.file ?? '') && !saidOfRunning.test(firstLine(message));
  return isOfStart ? 'did not run' : outcomeOf(message);
}

/** What failures say together: one that saw something is enough. */
function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('noticed')) return 'noticed';
  return outcomes.includes('timed out') ? 'timed out' : 'did not run';
}

/** A run whose report says that all is well counts only where its process says so too. */
function greenBy(code: number | null, passed: number): Outcome {
  return code === 0 && passed > 0 ? 'green' : 'did not run';
}

/** Removes a report of an earlier run. */
export function forget(report: string): void {
  rmSync(report, { force: true });
}

function read(report: string): unknown {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
}

/** The outcome of a run of vitest by its exit code and the file of its JSON reporter. */
export function unitOutcome(report: string, code: number | null): Outcome {
  const found = read(report) as UnitReport | null;
  if (found === null) return 'did not run';
  const failures = found.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed');
  if (failures.length === 0) return greenBy(code, found.numTotalTests);
  return together(failures.flatMap(({ failureMessages }) => failureMessages.map(outcomeOf)));
}

function testsIn({
  suites = [],
  specs = [],
}: Suite): readonly { status: string; errors: readonly SpecError[] }[] {
  const own = specs.flatMap(({ tests }) => tests);
  return [
    ...own.map(({ status, results }) => ({ status, errors: results.flatMap(({ errors }) => errors) })),
    ...suites.flatMap(testsIn),
  ];
}

/** The outcome of a run of Playwright by its exit code and the file of its JSON reporter. */
export function specOutcome(report: string, code: number | null): Outcome {
  const found = read(report) as SpecReport | null;
  if (found === null || found.errors.length > 0) return 'did not run';
  const failures = testsIn(found).filter(({ status }) => status === 'unexpected');
  if (failures.length === 0) return greenBy(code, found.stats.expected);
  return together(failures.flatMap(({ errors }) => errors.map(outcomeOfSpec)));
}
