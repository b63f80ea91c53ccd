import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { unprivileged } from '../../scripts/setup/unprivileged.mjs';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** The made package with this ending. */
export function made(ending: string): string {
  const folder = process.env['STREAMWRIGHT_PACKAGES'];
  if (!folder) throw new Error('Start these tests with `npm run test:package`.');
  const name = readdirSync(path.resolve(root, folder)).find((each) => each.endsWith(ending));
  if (!name) throw new Error(`${folder} holds no *${ending}.`);
  return path.resolve(root, folder, name);
}

/** How a program ended, and all that it said. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A started program. */
export interface Started {
  readonly child: ChildProcess;
  /** Ends when the program does. */
  readonly ended: Promise<Ended>;
  /** Waits until what it says on stderr matches, and gives the match. */
  says(pattern: RegExp): Promise<RegExpMatchArray>;
}

/** How a program is started beside the usual: without a display, with more in its environment. */
interface HowToStart {
  readonly hasDisplay?: boolean;
  readonly variables?: Readonly<Record<string, string>>;
}

/** A person without rights of the system, with a home and a screen. */
export interface Person {
  readonly home: string;
  /** A folder that the person may write to. */
  readonly folder: string;
  /** What the app keeps for the person. */
  readonly profile: string;
  start(exe: string, args: readonly string[], options?: HowToStart): Started;
}

interface Given {
  readonly person: Person;
  /** A folder that everyone may read, removed at the end. */
  readonly place: string;
}

function watch(child: ChildProcess): Started {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += String(chunk)));
  child.stderr?.on('data', (chunk: Buffer) => (err += String(chunk)));
  const ended = new Promise<Ended>((done) =>
    child.once('close', (code, signal) => done({ code, signal, out, err })),
  );
  const says = (pattern: RegExp) =>
    new Promise<RegExpMatchArray>((found, fail) => {
      const look = (): void => {
        const match = pattern.exec(err);
        if (match) found(match);
      };
      child.stderr?.on('data', look);
      child.once('close', () => fail(new Error(`It ended without saying ${String(pattern)}:\n${err}`)));
      look();
    });
  return { child, ended, says };
}

/** Tests with a person and a place; nothing that they start outlives them. */
export const test = base.extend<Given, { readonly display: string }>({
  display: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const display = await startDisplay();
      await use(display.name);
      display.stop();
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern
  place: async ({}, use) => {
    const place = mkdtempSync(path.join(os.tmpdir(), 'streamwright-package-'));
    chmodSync(place, 0o755);
    await use(place);
    rmSync(place, { recursive: true, force: true });
  },
  person: async ({ display }, use) => {
    const run = await unprivileged();
    const own: Readonly<Record<string, string>> = run.env;
    const home = own['HOME'] ?? '';
    const children: ChildProcess[] = [];
    const folder = path.join(home, 'work');
    mkdirSync(folder);
    if (run.uid !== null) chownSync(folder, run.uid, run.uid);
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...rest } = process.env;
    const env = { ...rest, ...own };
    const commandOf = (exe: string, args: readonly string[]): [string, string[]] => {
      const [command = exe, ...all] = [...run.prefix, exe, ...args];
      return [command, all];
    };
    await use({
      home,
      folder,
      profile: path.join(own['XDG_CONFIG_HOME'] ?? home, 'Streamwright'),
      start: (exe, args, { hasDisplay = true, variables = {} } = {}) => {
        const shown = { ...env, ...(hasDisplay && { DISPLAY: display }), ...variables };
        const child = spawn(...commandOf(exe, args), {
          cwd: folder,
          env: shown,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        children.push(child);
        return watch(child);
      },
    });
    for (const child of children) child.kill('SIGKILL');
    run.end();
  },
});

export { expect } from '@playwright/test';

/** Runs a program of the system as whoever runs the tests; throws with its words when it fails. */
export function system(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
