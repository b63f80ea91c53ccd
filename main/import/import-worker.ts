import { parentPort, workerData } from 'node:worker_threads';
import type { ImportJob } from './messages';
import { readJob } from './read-job';

// The job is made by this app alone; the bytes in it are what may be hostile.
parentPort?.postMessage(readJob(workerData as ImportJob));
