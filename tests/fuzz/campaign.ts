import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { Campaign } from './engine';
import type { FuzzJob } from './fuzz-worker';
import { type CountedFile, countBranches } from './instrument';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

/** The readers as one file in which branches are counted. */
export interface CountedReaders {
  readonly script: string;
  readonly files: readonly CountedFile[];
  readonly end: () => void;
}

/** Builds the readers with counters, in a folder of its own outside the checkout, which may be closed to the user of the tests. */
export async function buildReaders(): Promise<CountedReaders> {
  const folder = mkdtempSync(path.join(tmpdir(), 'streamwright-readers-'));
  const files: CountedFile[] = [];
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [countBranches(files)],
    ssr: { noExternal: true },
    build: {
      ssr: path.join(here, 'fuzz-worker.ts'),
      outDir: folder,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'readers.mjs' } },
    },
  });
  return {
    script: path.join(folder, 'readers.mjs'),
    files,
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A campaign, and the most memory that the process took meanwhile, bytes. `hung`: the input over which it never came back. */
export type Outcome =
  | { readonly kind: 'done'; readonly campaign: Campaign; readonly rss: number }
  | { readonly kind: 'hung' | 'died'; readonly input: Uint8Array; readonly why: string };

/** An input that takes longer hangs, ms: a hundred times what any may take. */
const hangs = 60_000;
const largestInput = 256 * 1024;

/** Fuzzes one target in a thread of its own. */
export function runCampaign(script: string, job: Omit<FuzzJob, 'current'>): Promise<Outcome> {
  const current = new SharedArrayBuffer(8 + largestInput);
  const [length, bytes] = [new Uint32Array(current, 0, 2), new Uint8Array(current, 8)];
  const input = (): Uint8Array => Uint8Array.from(bytes.subarray(0, length[0] ?? 0));
  const worker = new Worker(script, {
    workerData: { ...job, current },
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  return new Promise((answer) => {
    let [rss, count, since] = [0, 0, performance.now()];
    const watch = setInterval(() => {
      rss = Math.max(rss, process.memoryUsage.rss());
      const now = Atomics.load(length, 1);
      if (now !== count) [count, since] = [now, performance.now()];
      else if (count > 0 && performance.now() - since > hangs)
        end({ kind: 'hung', input: input(), why: 'no answer' });
    }, 500);
    function end(outcome: Outcome): void {
      clearInterval(watch);
      void worker.terminate();
      answer(outcome);
    }
    worker.once('message', (campaign: Campaign) => end({ kind: 'done', campaign, rss }));
    worker.once('error', (error) => end({ kind: 'died', input: input(), why: String(error) }));
  });
}
