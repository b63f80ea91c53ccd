import type { Bridge } from '../shared/ipc/contract';

declare global {
  interface Window {
    readonly streamwright: Bridge;
  }
}

/** The only way from the page to the main process. */
export const bridge: Bridge = window.streamwright;
