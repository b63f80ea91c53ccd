import { parentPort, workerData } from 'node:worker_threads';
import type { ExportJob, ExportMessage } from './messages';
import { runJob } from './run-job';

const tell = (message: ExportMessage): void => parentPort?.postMessage(message);

// The job is made by this app alone.
tell(await runJob(workerData as ExportJob, (done, doing) => tell({ kind: 'progress', done, doing })));
