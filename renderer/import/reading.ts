import type { Events } from '../../shared/ipc/contract';
import { useApp } from '../store';

/** Shows that a file of another tool is being read, unless something else is asked; null once that is over. */
export function showReading(reading: Events['import:reading']): void {
  useApp.setState(({ dialog }) => {
    if (reading !== null) return dialog === null ? { dialog: { kind: 'reading', name: reading.name } } : {};
    return dialog?.kind === 'reading' ? { dialog: null } : {};
  });
}
