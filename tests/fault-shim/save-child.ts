import { openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { writeSafely } from '../../main/files/write-safely';
import type { SaveJob } from './saver';

// Runs in a process of its own: one save for each line of JSON on the input, one result on the output.

function arm(order: string): void {
  try {
    openSync(`/fault-shim/arm/${order}`, 'r');
  } catch {
    // The shim hears the name and there is no such file; without the shim nothing happens.
  }
}

const lines = createInterface({ input: process.stdin });
for await (const line of lines) {
  const job = JSON.parse(line) satisfies SaveJob as SaveJob;
  if (job.fault !== undefined) arm(job.fault);
  const result = await writeSafely(job.path, job.content, job.options);
  if (job.fault !== undefined) arm('none/end');
  writeSync(1, `${JSON.stringify(result)}\n`);
}
