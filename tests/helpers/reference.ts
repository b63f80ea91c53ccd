import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../shared');

/** True where the reference material lies beside the repository; tests that compare with it are skipped elsewhere. */
export const hasReference = existsSync(path.join(folder, 'domain/templates.json'));

if (!hasReference)
  console.warn('The reference material is not beside this repository: comparisons with it are skipped.');

/** A JSON file of the reference material. */
export function readReference(file: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}
