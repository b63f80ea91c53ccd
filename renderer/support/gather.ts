import type { SupportFacts } from '../../shared/ipc/support';
import { bridge } from '../bridge';

let gathering: Promise<SupportFacts | null> | null = null;

/** Asks the main process anew for what it knows; call it right before the dialog is shown. */
export function gatherSupport(): void {
  gathering = bridge.call['support:facts']().catch(() => null);
}

/** What was gathered last; null where it could not be. */
export function gatheredSupport(): Promise<SupportFacts | null> {
  if (gathering === null) gatherSupport();
  return gathering ?? Promise.resolve(null);
}
