import { appendFileSync, mkdirSync } from 'node:fs';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAll } from './durable';

/** How many files the log has at most, and the bytes after which a new one is begun. */
export const logLimits = { files: 5, bytes: 256 * 1024, eventsPerMinute: 300 } as const;

/** What a log takes from outside: its folder and the wall clock, ms. */
export interface LogSetting {
  readonly folder: string;
  readonly now: () => number;
}

/** A log of lines on the disk. Trouble with the disk is no trouble for whoever writes. */
export interface LineLog {
  /** Writes soon; never throws. `told` is the text after the time. */
  readonly write: (told: string) => void;
  /** Writes before it returns, for a process that dies; never throws. */
  readonly writeNow: (told: string) => void;
  /** Resolves when all that was written before is on the disk, or could not be. */
  readonly flush: () => Promise<void>;
  /** The last lines, oldest first; those that the disk did not take are among them. */
  readonly lastLines: (count: number) => Promise<readonly string[]>;
}

const minute = 60_000;
const mostInMemory = 400;

/** Where the log is written; 0 is the file that grows, 1 the one before it. */
function pathOf(folder: string, number: number): string {
  return join(folder, number === 0 ? 'streamwright.log' : `streamwright-${String(number)}.log`);
}

async function sizeOf(path: string): Promise<number> {
  return await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** Makes room for a new file; the oldest one is written over. */
async function rotate(folder: string): Promise<void> {
  for (let number = logLimits.files - 2; number >= 0; number -= 1)
    await rename(pathOf(folder, number), pathOf(folder, number + 1)).catch(() => undefined);
}

/** Appends lines durably. `isFirst`: the first of this process begins after an empty line, whatever the last one ended with. */
async function append(folder: string, lines: readonly string[], isFirst: boolean): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const size = await sizeOf(pathOf(folder, 0));
  const bytes = Buffer.from((isFirst && size > 0 ? '\n' : '') + lines.join(''), 'utf8');
  if (size > 0 && size + bytes.length > logLimits.bytes) await rotate(folder);
  const handle = await open(pathOf(folder, 0), 'a', 0o600);
  try {
    await writeAll(handle, bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function readLines(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}

/** How many events of the last minute were written; a fault that comes back without end must not push all else out. */
class Restraint {
  #since = 0;
  #events = 0;
  #dropped = 0;

  /** How many events were left out in the minute before, told once; and whether this one may be written. */
  take(at: number): { readonly leftOut: number; readonly mayWrite: boolean } {
    let leftOut = 0;
    if (Math.abs(at - this.#since) >= minute) {
      leftOut = this.#dropped;
      this.#since = at;
      this.#events = 0;
      this.#dropped = 0;
    }
    this.#events += 1;
    const mayWrite = this.#events <= logLimits.eventsPerMinute;
    if (!mayWrite) this.#dropped += 1;
    return { leftOut, mayWrite };
  }
}

/** Opens the log of a profile; touches the disk with the first line. Only one process may write it. */
export function openLog({ folder, now }: LogSetting): LineLog {
  let waiting: string[] = [];
  /** What the disk did not take is tried again with the next line. */
  let refused: readonly string[] = [];
  let writing: Promise<void> | null = null;
  let isFirst = true;
  const restraint = new Restraint();

  const lineOf = (told: string): string => `${new Date(now()).toISOString()} ${told}\n`;
  const keepRefused = (lines: readonly string[]): void => {
    refused = [...lines, ...refused].slice(-mostInMemory);
  };

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const lines = [...refused, ...waiting];
      refused = [];
      waiting = [];
      try {
        await append(folder, lines, isFirst);
        isFirst = false;
      } catch {
        keepRefused(lines);
      }
    }
    writing = null;
  }

  return {
    write(told) {
      const { leftOut, mayWrite } = restraint.take(now());
      if (leftOut > 0) waiting.push(lineOf(`events-left-out count=${String(leftOut)}`));
      if (!mayWrite) return;
      waiting.push(lineOf(told));
      writing ??= writeWaiting();
    },
    writeNow(told) {
      const lines = [...refused, ...waiting, lineOf(told)];
      refused = [];
      waiting = [];
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        appendFileSync(pathOf(folder, 0), lines.join(''), { mode: 0o600, flush: true });
      } catch {
        keepRefused(lines);
      }
    },
    async flush() {
      await writing;
    },
    async lastLines(count) {
      await writing;
      const lines = [...(await readLines(pathOf(folder, 0))), ...refused.map((line) => line.trimEnd())];
      const before = lines.length < count ? await readLines(pathOf(folder, 1)) : [];
      return [...before, ...lines].slice(-count);
    },
  };
}
