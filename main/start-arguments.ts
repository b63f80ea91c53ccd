import { resolve } from 'node:path';

/** Where the arguments of a start were given. `appPath` is the app's folder where an Electron runtime was started on it, null where the app is packaged. */
export interface StartPlace {
  readonly cwd: string;
  readonly appPath: string | null;
}

/** The files that a start was given, as absolute paths; switches are passed over. */
export function filesToOpen(argv: readonly string[], { cwd, appPath }: StartPlace): string[] {
  const app =
    appPath === null ? 0 : argv.findIndex((argument, at) => at > 0 && resolve(cwd, argument) === appPath);
  if (app < 0) return [];
  return argv
    .slice(app + 1)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => resolve(cwd, argument));
}

/** True where a packaged app was started as `streamwright cli ...`: for the command line, without a window. */
export function asksForCommandLine(argv: readonly string[], isPackaged: boolean): boolean {
  return isPackaged && argv[1] === 'cli';
}

const debuggingSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
];

/** True where a start would open the app to a debugger, which a packaged app refuses. */
export function isDebuggable(hasSwitch: (name: string) => boolean, execArgv: readonly string[]): boolean {
  return (
    debuggingSwitches.some(hasSwitch) ||
    execArgv.some((argument) => debuggingSwitches.some((name) => argument.startsWith(`--${name}`)))
  );
}

/** Switches that take away what keeps a page from everything else; not `allow-file-access-from-files`, which Electron sets itself at every start, and no page of ours is a file. */
const weakeningSwitches = [
  'no-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'load-extension',
];

/** True where a start would take the sandbox or the rules of the web away, which a packaged app refuses. */
export function isWeakened(hasSwitch: (name: string) => boolean): boolean {
  return weakeningSwitches.some(hasSwitch);
}
