import './hits';
import { parentPort, workerData } from 'node:worker_threads';
import { type Campaign, Fuzzer, shrunk } from './engine';
import { targets } from './targets';

/** What a thread that fuzzes one target is given. */
export interface FuzzJob {
  readonly target: string;
  readonly seed: number;
  readonly seconds: number;
  readonly seeds: readonly Uint8Array[];
  /** Where it writes what it tries: the length, then the bytes. */
  readonly current: SharedArrayBuffer;
}

async function run({ target: name, seed, seconds, seeds, current }: FuzzJob): Promise<Campaign> {
  const target = targets.find((each) => each.name === name);
  if (target === undefined) throw new RangeError(`no target ${name}`);
  const length = new Uint32Array(current, 0, 2);
  const bytes = new Uint8Array(current, 8);
  const before = (input: Uint8Array): void => {
    bytes.set(input.subarray(0, bytes.length));
    length[0] = input.length;
    Atomics.add(length, 1, 1);
  };
  const campaign = await new Fuzzer(target, { seed, seconds, before }).run(seeds);
  const crashes = [];
  for (const crash of campaign.crashes) {
    before(crash.input);
    crashes.push({ ...crash, input: await shrunk(target, crash) });
  }
  return { ...campaign, crashes };
}

// The job is made by campaign.ts alone.
parentPort?.postMessage(await run(workerData as FuzzJob));
