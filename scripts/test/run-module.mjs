// Runs one module, TypeScript or JavaScript, in this Node; a benchmark is such a module.
import path from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(path.resolve(process.argv[2]), { configFile: false, logLevel: 'error' });
