import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startDisplay } from '../../scripts/setup/display.mjs';
import { mainText } from '../../shared/text/main';
import { environment, root, waitUntilReady } from '../e2e/harness/launch';
import { mapText, state, streamName } from '../e2e/pages/documents';
import { record } from './record';
import { edit, until } from './saving-app';

// A page that computes without end is found by Chromium itself, from input that it leaves unanswered; nothing is driven
// and nothing debugged meanwhile. The app must ask; “Open again” must bring the work back by one click, and a page that
// comes back by itself must take the question away.

const runs = Number(process.env['PROVE_RUNS'] ?? 5);
const mostToTell = 60_000;
const mostToBack = 15_000;
const { unresponsive } = mainText;

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'streamwright-hang-')));
const file = path.join(home, 'documents', 'map.vsmap');
const display = await startDisplay({ width: 1600, height: 1000 });

/** Something that the app said, and when; see hang-hook.cjs. */
interface Said {
  readonly what: 'unresponsive' | 'responsive' | 'asked' | 'withdrawn' | 'loaded';
  readonly at: number;
  readonly message?: string;
  readonly buttons?: readonly string[];
}

const started = new Set<ChildProcess>();

interface Hanging {
  readonly child: ChildProcess;
  readonly said: readonly Said[];
  readonly recovery: string;
  /** Attaches a driver to the page. */
  readonly drive: () => Promise<{ browser: Browser; page: Page }>;
  readonly end: () => Promise<void>;
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('The app says nothing.');
  for await (const line of createInterface({ input: child.stderr })) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('The app ended before it could be driven.');
}

async function start(run: number): Promise<Hanging> {
  rmSync(path.dirname(file), { recursive: true, force: true });
  mkdirSync(path.dirname(file));
  writeFileSync(file, mapText('start'));
  const profile = path.join(home, `profile-${run}`);
  const hook = path.join(root, 'tests/reliability/hang-hook.cjs');
  const switches = ['--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(process.env['ELECTRON_RUNTIME'] ?? '', ['-r', hook, ...switches, root, file], {
    cwd: root,
    env: environment({ display: display.name, profile }, {}),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  started.add(child);
  const said: Said[] = [];
  child.on('message', (message) => said.push({ ...(message as Omit<Said, 'at'>), at: performance.now() }));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      started.delete(child);
      resolve();
    });
  });
  const address = await addressOf(child);
  return {
    child,
    said,
    recovery: path.join(profile, 'recovery'),
    drive: async () => {
      const browser = await chromium.connectOverCDP(address);
      const [context] = browser.contexts();
      const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
      if (!page) throw new Error('The app shows no window.');
      return { browser, page };
    },
    end: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function keptIn(recovery: string): string {
  if (!existsSync(recovery)) return '';
  return readdirSync(recovery, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.journal'))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('');
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** Edits, lets the page compute for so long (ms) and lets go of it; gives when that began. */
async function hang({ drive, recovery }: Hanging, work: string, forMs: number): Promise<number> {
  const { browser, page } = await drive();
  await waitUntilReady(page);
  await edit(page, work);
  await until('the edit is kept', () => keptIn(recovery).includes(work));
  await page.evaluate((most) => {
    setTimeout(() => {
      const end = performance.now() + most;
      while (performance.now() < end);
    }, 1000);
  }, forMs);
  const begins = performance.now() + 1000;
  await browser.close();
  await new Promise((resolve) => {
    setTimeout(resolve, begins + 500 - performance.now());
  });
  return begins;
}

/** Clicks into the page now and then until the app asks; gives when it did. */
async function askedBy({ child, said }: Hanging): Promise<number> {
  const isAsked = (): Said | undefined => said.find(({ what }) => what === 'asked');
  let clicks = 0;
  await until(
    'the app asks',
    () => {
      if (clicks % 50 === 0) child.send({ press: 300 + clicks / 50 });
      clicks += 1;
      return isAsked() !== undefined;
    },
    mostToTell,
  );
  const asked = isAsked();
  const first = said.find(({ what }) => what !== 'loaded')?.what;
  if (first !== 'unresponsive')
    throw new Error(`The app asked before Chromium found the page hung: ${first}`);
  const expected = [unresponsive.message, unresponsive.wait, unresponsive.reopen].join(' | ');
  const found = [asked?.message, ...(asked?.buttons ?? [])].join(' | ');
  if (found !== expected) throw new Error(`The app asked “${found}”.`);
  return asked?.at ?? Number.NaN;
}

/** The page must show the work, unsaved, over an untouched file. */
async function checkWork(page: Page, work: string): Promise<void> {
  const shown = (): Promise<string> =>
    streamName(page)
      .inputValue({ timeout: 1000 })
      .catch(() => '');
  await until('the work is back', async () => (await shown()) === work, mostToBack);
  if ((await state(page).textContent()) !== 'Unsaved changes') throw new Error('The work counts as saved.');
  if (readFileSync(file, 'utf8') !== mapText('start')) throw new Error('The file was changed.');
}

interface Times {
  readonly toTell: number;
  readonly toBack: number;
}

async function openAgain(run: number): Promise<Times> {
  const running = await start(run);
  const work = `before hang ${run}`;
  const began = await hang(running, work, 3_600_000);
  const told = await askedBy(running);
  running.child.send({ answer: 1 });
  const answered = performance.now();
  const isLoaded = (): boolean => running.said.some(({ what, at }) => what === 'loaded' && at > answered);
  await until('the page is loaded again', isLoaded, mostToBack);
  const { page } = await running.drive();
  await checkWork(page, work);
  const times = { toTell: told - began, toBack: performance.now() - answered };
  await running.end();
  console.log(`told after ${seconds(times.toTell)} s, the work is back after ${seconds(times.toBack)} s`);
  return times;
}

/** A page that hangs only for a while: the question goes with it, and nothing is lost. */
async function comeBack(): Promise<void> {
  const running = await start(runs + 1);
  const work = 'before a long computation';
  await hang(running, work, 40_000);
  await askedBy(running);
  await until(
    'the question is withdrawn',
    () => running.said.some(({ what }) => what === 'withdrawn'),
    60_000,
  );
  const { page } = await running.drive();
  await checkWork(page, work);
  await running.end();
  console.log('a page that answers again takes the question away');
}

const all: Times[] = [];
try {
  for (let run = 1; run <= runs; run += 1) all.push(await openAgain(run));
  await comeBack();
} finally {
  for (const child of started) child.kill('SIGKILL');
  display.stop();
  rmSync(home, { recursive: true, force: true });
}
const most = (of: (times: Times) => number): string => seconds(Math.max(...all.map(of)));
const least = (of: (times: Times) => number): string => seconds(Math.min(...all.map(of)));
record('hang', {
  promises: ['R17'],
  figures: [
    `${runs} pages that compute without end, found by Chromium itself: told after ${least(({ toTell }) => toTell)} to ${most(({ toTell }) => toTell)} s`,
    `by one click the work is back within ${most(({ toBack }) => toBack)} s, 0 edits lost`,
    'a page that answers again takes the question away',
  ].join('; '),
});
