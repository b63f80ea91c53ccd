import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { z } from 'zod';
import { channels, dropChannel } from '../shared/ipc/channels';
import { factsOf } from '../shared/ipc/error-facts';
import type { Arguments, Channel, Results } from '../shared/ipc/contract';
import type { ImportResult, OpenResult } from '../shared/ipc/results';
import { mainText } from '../shared/text/main';
import { isTrusted, soundArguments } from './ipc-guard';
import type { Log } from './log-events';
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
  /** Writes down what was refused and what failed. */
  readonly report: Log;
  /** Shows an error to whoever develops the app. */
  readonly print: (...what: readonly unknown[]) => void;
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
async function quietly<T>(
  channel: Channel | typeof dropChannel,
  { report, print }: IpcSetting,
  task: () => T | Promise<T>,
): Promise<T> {
  const start = performance.now();
  try {
    return await task();
  } catch (error) {
    print(`${channel}:`, error);
    report({ what: 'call-failed', channel, ms: performance.now() - start, ...factsOf(error) });
    throw new Error(mainText.refused.internal);
  }
}

/** What a call is answered that is not served; it is logged, because our own page makes none. */
function refused(
  channel: Channel | typeof dropChannel,
  why: 'sender' | 'arguments',
  { report }: IpcSetting,
): Error {
  report({ what: 'call-refused', channel, why });
  return new Error(why === 'sender' ? 'refused: unknown sender' : 'refused: wrong arguments');
}

function installCall<C extends Channel>(channel: C, setting: IpcSetting): void {
  ipcMain.handle(channel, async (event, ...given: unknown[]) => {
    const session = senderOf(event, setting);
    if (session === null) throw refused(channel, 'sender', setting);
    const args = soundArguments(channel, given);
    if (args === null) throw refused(channel, 'arguments', setting);
    return await quietly(channel, setting, () => setting.handlers[channel](session, ...args));
  });
}

/** Opens the only doors from the page to this process. */
export function installIpc(setting: IpcSetting): void {
  for (const channel of Object.keys(channels) as Channel[]) installCall(channel, setting);
  ipcMain.handle(dropChannel, async (event, ...given: unknown[]) => {
    const session = senderOf(event, setting);
    const path = droppedPath.safeParse(given).data?.[0];
    if (session === null) throw refused(dropChannel, 'sender', setting);
    if (path === undefined) throw refused(dropChannel, 'arguments', setting);
    return await quietly(dropChannel, setting, () => setting.openDropped(session, path));
  });
}
