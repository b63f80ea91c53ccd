import type { Context } from '../context';
import type { Handlers } from '../ipc';
import { exportHandlers } from './exports';
import { documentHandlers } from './documents';
import { importHandlers } from './importing';
import { paperHandlers } from './paper';
import { recoveryHandlers } from './recovery';
import { windowHandlers } from './windows';

/** Every channel with its function; a channel without one does not compile. */
export function allHandlers(context: Context): Handlers {
  return {
    ...windowHandlers(context),
    ...documentHandlers(context),
    ...importHandlers(context),
    ...recoveryHandlers(context),
    ...exportHandlers(context),
    ...paperHandlers(context),
  };
}
