import type { PrintResult } from '../shared/ipc/results';
import { mainText } from '../shared/text/main';

/** What Electron said of a print job, in words; `reason` is its own short text. */
export function printOutcome(isPrinted: boolean, reason: string): PrintResult {
  if (isPrinted) return { kind: 'printed' };
  if (/cancel/i.test(reason)) return { kind: 'cancelled' };
  const { noPrinter, notPrinted } = mainText.refused;
  return { kind: 'failed', sentence: /enumerate|no (valid )?printer/i.test(reason) ? noPrinter : notPrinted };
}
