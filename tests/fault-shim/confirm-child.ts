import { writeSync } from 'node:fs';
import { confirmOnDisk } from '../../main/files/confirm-on-disk';

// Asks in a process of its own whether a file of that SHA-256 will stay on the disk, and says the answer.

const [path = '', sha256 = ''] = process.argv.slice(2);
writeSync(1, await confirmOnDisk(path, { mtimeMs: 0, size: 0, sha256 }));
