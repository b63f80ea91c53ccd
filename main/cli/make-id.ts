import { randomBytes } from 'node:crypto';

/** A new random id: 16 hex digits behind a letter. */
export function makeId(): string {
  return `n${randomBytes(8).toString('hex')}`;
}
