import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import { channels, dropChannel } from '../shared/ipc/channels';
import type { Arguments, Channel, Results } from '../shared/ipc/contract';
import type { ImportResult, OpenResult } from '../shared/ipc/results';
import { mainText } from '../shared/text/main';
import { isTrusted, soundArguments } from './ipc-guard';
import type { Session, Sessions } from './session';

/** One function per channel; a missing one does not compile. */
export type Handlers = {
  readonly [C in Channel]: (session: Session, ...args: Arguments<C>) => Results[C] | Promise<Results[C]>;
};

/** What the calls meet. `openDropped` gets the path of a dropped file from the preload script. */
export interface IpcSetting {
  readonly handlers: Handlers;
  readonly openDropped: (session: Session, path: string) => Promise<OpenResult | ImportResult>;
  readonly sessions: Sessions;
  readonly devUrl: string | null;
}

const droppedPath = z.tuple([z.string().min(1).max(32_768)]);

function senderOf(
  { sender, senderFrame }: IpcMainInvokeEvent,
  { sessions, devUrl }: IpcSetting,
): Session | null {
  const session = sessions.byId(sender.id);
  const isKnown = isTrusted(
    {
      address: senderFrame?.url ?? null,
      isMainFrame: senderFrame !== null && senderFrame === sender.mainFrame,
      isOurs: session !== undefined,
    },
    devUrl,
  );
  return isKnown && session ? session : null;
}

/** The page gets no word of what went wrong inside; it is logged. */
async function quietly<T>(name: string, task: () => T | Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    console.error(`${name}:`, error);
    throw new Error(mainText.refused.internal);
  }
}

function installCall<C extends Channel>(channel: C, setting: IpcSetting): void {
  ipcMain.handle(channel, async (event, ...given: unknown[]) => {
    const session = senderOf(event, setting);
    if (session === null) throw new Error('refused: unknown sender');
    const args = soundArguments(channel, given);
    if (args === null) throw new Error('refused: wrong arguments');
    return await quietly(channel, () => setting.handlers[channel](session, ...args));
  });
}

/** Opens the only doors from the page to this process. */
export function installIpc(setting: IpcSetting): void {
  for (const channel of Object.keys(channels) as Channel[]) installCall(channel, setting);
  ipcMain.handle(dropChannel, async (event, ...given: unknown[]) => {
    const session = senderOf(event, setting);
    const path = droppedPath.safeParse(given).data?.[0];
    if (session === null || path === undefined) throw new Error('refused');
    return await quietly(dropChannel, () => setting.openDropped(session, path));
  });
}
