import type { DialogName } from '../app-state';
import { afterPaint } from '../late';
import { useApp } from '../store';

/** Frames until the panels round a map that was just opened stand. */
const frames = 3;

/** Does something once no dialog is open. */
function whenFree(act: () => void): void {
  if (useApp.getState().dialog === null) {
    act();
    return;
  }
  const stop = useApp.subscribe(({ dialog }) => {
    if (dialog !== null) return;
    stop();
    act();
  });
}

/** Opens a dialog over a map that was just opened, where `isStill` says so: the map is drawn first and its panels after it, and the dialog must find them to set them aside for screen readers. Ends when it is open, or waits for another one. */
export async function askOnceDrawn(dialog: DialogName, isStill: () => boolean): Promise<void> {
  for (let frame = 0; frame < frames; frame += 1) await afterPaint();
  whenFree(() => {
    if (isStill()) useApp.setState({ dialog });
  });
}
