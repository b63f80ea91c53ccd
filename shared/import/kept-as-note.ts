import { importText } from '../text/import';
import type { Skipped } from './types';

/** Whether something without a field of its own is not lost but stands in the note of its step. */
export const isKeptAsNote = ({ why }: Skipped): boolean => why === importText.why.notRead;
