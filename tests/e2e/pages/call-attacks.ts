import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import fc from 'fast-check';
import type {} from '../../../renderer/bridge';
import { rightCalls, type Tried } from '../../helpers/ipc-attacks';

/** What lies below a folder, with sizes and times. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => `${file} ${String(statSync(file).size)} ${String(statSync(file).mtimeMs)}`)
    .sort();
}

/** Answers every native question with "cancel", and notes what would leave the app: windows, programs, paper. */
export async function guardOutside(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ app: running, BrowserWindow, dialog, shell }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenOutside: seen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
    for (const name of ['openExternal', 'openPath', 'showItemInFolder'] as const)
      Object.assign(shell, { [name]: (what: string) => void seen.push(`${name} ${what}`) });
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.print = (_options, done) => done?.(false, 'cancelled');
    running.on('browser-window-created', () => void seen.push('a window'));
  });
  return () => app.evaluate(() => (globalThis as unknown as { seenOutside: string[] }).seenOutside);
}

/** What ends or multiplies windows when it is called rightly: that is its purpose. */
const endings = ['close', 'close-now', 'quit', 'new', 'minimize', 'maximize', 'fullscreen'];
const isHarmless = ([channel, [first]]: Tried): boolean =>
  channel !== 'window:control' || !endings.includes(String(first));

/** How calls from a page ended. */
export interface Outcomes {
  readonly answered: number;
  readonly refused: number;
  readonly notSent: number;
  /** Refusals that name a path of this computer. */
  readonly leaked: readonly string[];
}

/** Calls everything in the page, with arguments that fit, with one wrong thing in them, and with what only a page can make. */
export function callFromPage(page: Page, seed: number, count: number): Promise<Outcomes> {
  const sample = fc.sample(rightCalls(), { seed, numRuns: 600 }).filter(isHarmless);
  const right = JSON.parse(JSON.stringify(sample)) as Tried[];
  return page.evaluate(
    async (given) => {
      let state = given.seed;
      const next = (below: number): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state % below;
      };
      const loop: Record<string, unknown> = {};
      loop['self'] = loop;
      let deep: unknown = 0;
      for (let level = 0; level < 2_000; level += 1) deep = [deep];
      const odd: (() => unknown)[] = [
        () => undefined,
        () => () => 1,
        () => Symbol('x'),
        () => loop,
        () => deep,
        () => new Proxy({}, { get: () => '/etc/passwd', ownKeys: () => ['path'] }),
        () => ({
          get token() {
            throw new Error('no');
          },
        }),
        () => document,
        () => window,
        () => new Map([['token', '0'.repeat(32)]]),
        () => new Uint8Array(100_000),
        () => new File(['x'], '/etc/passwd'),
        () => new Date(Number.NaN),
        () => Number.NaN,
        () => 10n ** 400n,
        () => 'a'.repeat(200_000),
        () => Array.from({ length: 10_000 }, () => 'x'),
        () =>
          JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as unknown,
        () => '../'.repeat(20) + 'etc/passwd',
        () => ({ from: 'path', path: '/etc/passwd' }),
        () => ({ document: '0'.repeat(32), path: '/etc/passwd' }),
        () => Promise.resolve(1),
        () => new Error('x'),
        () => new ImageData(1, 1),
      ];
      const some = (): unknown => odd[next(odd.length)]?.();
      const spoil = (args: unknown[]): unknown[] => {
        const [first] = args;
        const way = next(4);
        if (way === 0 || typeof first !== 'object' || first === null) return [some(), ...args.slice(next(2))];
        const keys = Object.keys(first);
        const copy = { ...first } as Record<string, unknown>;
        if (way === 1) copy[keys[next(Math.max(1, keys.length))] ?? 'x'] = some();
        else if (way === 2) copy['path'] = '/etc/passwd';
        else return [...args, some()];
        return [copy, ...args.slice(1)];
      };
      const call = self.streamwright.call as unknown as Record<
        string,
        (...all: unknown[]) => Promise<unknown>
      >;
      const outcomes = { answered: 0, refused: 0, notSent: 0, leaked: [] as string[] };
      for (let batch = 0; batch < given.count; batch += 100) {
        const calls = Array.from({ length: Math.min(100, given.count - batch) }, async () => {
          const [channel = '', args = []] = given.right[next(given.right.length)] ?? [];
          const own = next(3) === 0 ? [...args] : next(3) === 0 ? [some(), some()] : spoil([...args]);
          try {
            await call[channel]?.(...own);
            outcomes.answered += 1;
          } catch (error) {
            const words = String(error);
            if (/refused/.test(words)) outcomes.refused += 1;
            else outcomes.notSent += 1;
            if (/\/(?:home|tmp|opt|root)\//.test(words)) outcomes.leaked.push(words);
          }
        });
        await Promise.all(calls);
      }
      return outcomes;
    },
    { right, seed, count },
  );
}
