import { prefer, useApp } from '../store';
import type { Action } from './action';

/** The sizes of the interface, as parts of the usual one. */
export const zoomSteps: readonly number[] = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];

/** The next larger or smaller size of the interface, or the size itself at the end. */
export function zoomAfter(zoom: number, step: 1 | -1): number {
  const beyond = zoomSteps.filter((each) => (each - zoom) * step > 0.001);
  return (step === 1 ? beyond[0] : beyond.at(-1)) ?? zoom;
}

const stepZoom = (step: 1 | -1): void =>
  prefer({ zoom: zoomAfter(useApp.getState().preferences.zoom, step) });

/** How the app looks and answers on this computer. */
export const settingsActions: readonly Action[] = [
  {
    id: 'app.settings',
    group: 'file',
    keys: ['$mod+Comma'],
    run: () => useApp.setState({ dialog: { kind: 'settings', part: 'appearance' } }),
  },
  {
    id: 'view.contrast',
    group: 'view',
    isOn: () => useApp.getState().preferences.contrast === 'more',
    run: () => prefer({ contrast: useApp.getState().preferences.contrast === 'more' ? 'system' : 'more' }),
  },
  {
    id: 'view.motion',
    group: 'view',
    isOn: () => useApp.getState().preferences.motion === 'reduced',
    run: () => prefer({ motion: useApp.getState().preferences.motion === 'reduced' ? 'system' : 'reduced' }),
  },
  {
    id: 'view.larger',
    group: 'view',
    keys: ['$mod+Alt+Equal'],
    can: () => useApp.getState().preferences.zoom < 2,
    run: () => stepZoom(1),
  },
  {
    id: 'view.smaller',
    group: 'view',
    keys: ['$mod+Alt+Minus'],
    can: () => useApp.getState().preferences.zoom > 0.8,
    run: () => stepZoom(-1),
  },
  {
    id: 'view.usualSize',
    group: 'view',
    keys: ['$mod+Alt+Digit0'],
    can: () => useApp.getState().preferences.zoom !== 1,
    run: () => prefer({ zoom: 1 }),
  },
];
