import { readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { importInWorker } from '../../main/import/import-in-worker';

// Reads one foreign file in the thread of the app, in a process of its own, and says what became of it: how much larger
// the process was at its largest than before (bytes; threads, buffers and compiled code included), and how long it took (ms).

const [file = '', script = ''] = process.argv.slice(2);
const job = { name: path.basename(file), bytes: readFileSync(file), mapsColumns: true };
const before = process.memoryUsage.rss();
const start = performance.now();
const outcome = await importInWorker(job, script);
const ms = performance.now() - start;
// What the system counts for the process as a whole would include its parent before it was started.
const [, most = '0'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
const grown = Number(most) * 1024 - before;
writeSync(
  1,
  JSON.stringify({ kind: outcome.kind, said: outcome.kind === 'refused' ? outcome.sentence : '', grown, ms }),
);
process.exit(0);
