import { useEffect } from 'react';
import { keysOfStroke } from '../actions/keymap';
import { useApp } from '../store';

/** Takes the next pressed keys for itself while it is on; Escape gives null. Nothing else sees them. */
export function useRecorder(isOn: boolean, onKeys: (keys: string | null) => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') {
        onKeys(null);
        return;
      }
      const keys = keysOfStroke(event, useApp.getState().platform === 'darwin');
      if (keys !== null) onKeys(keys);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [isOn, onKeys]);
}
