import type { Context } from '../context';
import type { Handlers } from '../ipc';
import { exportHandlers } from './exports';
import { documentHandlers } from './documents';
import { historyHandlers } from './history';
import { importHandlers } from './importing';
import { outsideHandlers } from './outside';
import { paperHandlers } from './paper';
import { recoveryHandlers } from './recovery';
import { supportHandlers } from './support';
import { windowHandlers } from './windows';

/** Every channel with its function; a channel without one does not compile. */
export function allHandlers(context: Context): Handlers {
  return {
    ...windowHandlers(context),
    ...documentHandlers(context),
    ...outsideHandlers(context),
    ...historyHandlers(context),
    ...importHandlers(context),
    ...recoveryHandlers(context),
    ...exportHandlers(context),
    ...paperHandlers(context),
    ...supportHandlers(context),
  };
}
