import path from 'node:path';
import { readForeign } from '../../shared/import/read-foreign';
import type { ImportOutcome } from '../../shared/import/types';
import { makeId } from '../cli/make-id';
import { decodeText } from './decode-text';
import type { ImportJob } from './messages';

/** Reads a foreign file where it is called; `importInWorker` calls it behind limits. */
export function readJob({ name, bytes, mapsColumns }: ImportJob): ImportOutcome {
  const bare = path.basename(name, path.extname(name)).replace(/\.drawio$/i, '');
  return readForeign(
    { name, bytes, text: () => decodeText(bytes) },
    { makeId, name: bare === '' ? name : bare, mapsColumns },
  );
}
