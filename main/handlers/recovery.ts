import { restoreCopy } from '../bring-back';
import type { Context } from '../context';
import type { Handlers } from '../ipc';
import type { WorkOrigin } from '../kept-work';
import { grantedBy, type Session } from '../session';
import { copyIn } from '../window-life';

type RecoveryChannels =
  | 'recovery:list'
  | 'recovery:of'
  | 'recovery:keep'
  | 'recovery:restore'
  | 'recovery:compare'
  | 'recovery:discard';

/** The file that the work of a window of this name began from. */
function originOf(session: Session, name: string): WorkOrigin | null {
  return session.document ?? copyIn(session, name);
}

/** Unsaved work: kept while it grows, offered after a crash. */
export function recoveryHandlers(context: Context): Pick<Handlers, RecoveryChannels> {
  const { lost } = context;
  return {
    'recovery:list': () => lost.list(),
    'recovery:of': (session, { document }) => {
      const file = grantedBy(session, document);
      return file ? lost.listOf(file.path) : [];
    },
    'recovery:keep': async (session, message) => {
      if (message.content.kind !== 'nothing')
        return await session.kept.keep(message, originOf(session, message.title));
      if (!session.isDirty) await session.kept.clear();
      return { wantsWhole: false, isKept: true };
    },
    'recovery:restore': (session, { token }) => restoreCopy(session, token, context),
    'recovery:compare': (_session, { token }) => lost.compare(token),
    'recovery:discard': async (_session, { token }) => {
      await lost.discard(token);
      context.report({ what: 'work-discarded' });
      return null;
    },
  };
}
