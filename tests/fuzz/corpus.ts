import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** An input that is kept under a name: `seed-...` was written by hand, `crash-...` broke a promise once, `found-...` reaches something of its own. */
export interface Kept {
  readonly name: string;
  readonly input: Uint8Array;
}

/** The inputs of a target in their order of names; none where the folder is missing. */
export function readCorpus(folder: string, target: string): Kept[] {
  const from = path.join(folder, target);
  if (!existsSync(from)) return [];
  return readdirSync(from)
    .sort()
    .map((name) => ({ name, input: new Uint8Array(readFileSync(path.join(from, name))) }));
}

/** Keeps an input under the name that its bytes give. Throws where the disk refuses. */
export function keepInput(
  folder: string,
  target: string,
  kind: 'crash' | 'found',
  input: Uint8Array,
): string {
  const to = path.join(folder, target);
  mkdirSync(to, { recursive: true });
  const file = path.join(to, `${kind}-${createHash('sha256').update(input).digest('hex').slice(0, 10)}`);
  writeFileSync(file, input);
  return file;
}
