import { z } from 'zod';
import type { ImportResult } from './results';

/** The arguments of the calls about files of other tools. */
export const importRequests = {
  'import:open': z.tuple([]),
  'import:stop': z.tuple([]),
} as const;

/** What each channel about files of other tools answers. */
export interface ImportAnswers {
  'import:open': ImportResult;
  /** Ends the reading that goes on for this window; its result is then that it was cancelled. */
  'import:stop': null;
}

/** News of this kind. */
export interface ImportEvents {
  /** A file of another tool takes a while to be read; null once that is over. */
  'import:reading': { readonly name: string } | null;
}
