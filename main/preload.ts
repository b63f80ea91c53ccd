import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { channels, dropChannel, events } from '../shared/ipc/channels';
import type { Bridge, EventName } from '../shared/ipc/contract';

const calls: Record<string, unknown> = Object.fromEntries(
  Object.keys(channels).map((channel) => [
    channel,
    (...args: unknown[]): Promise<unknown> => ipcRenderer.invoke(channel, ...args),
  ]),
);

function on(name: EventName, listener: (value: unknown) => void): () => void {
  if (!Object.hasOwn(events, name) || typeof listener !== 'function') return () => undefined;
  const pass = (_event: unknown, value: unknown): void => listener(value);
  ipcRenderer.on(name, pass);
  return () => void ipcRenderer.removeListener(name, pass);
}

async function openDropped(file: unknown): Promise<unknown> {
  return await ipcRenderer.invoke(dropChannel, webUtils.getPathForFile(file as File));
}

// The bridge hands over copies of these functions; the page never holds ipcRenderer or an event object.
contextBridge.exposeInMainWorld(
  'streamwright',
  Object.freeze({ call: Object.freeze(calls), on, openDropped }) satisfies {
    readonly [K in keyof Bridge]: unknown;
  },
);
