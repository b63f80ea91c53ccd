import type { Context } from '../context';
import type { Handlers } from '../ipc';

type RecoveryChannels = 'recovery:list' | 'recovery:keep' | 'recovery:restore' | 'recovery:discard';

/** Unsaved work: kept while it grows, offered after a crash. */
export function recoveryHandlers({ lost }: Context): Pick<Handlers, RecoveryChannels> {
  return {
    'recovery:list': () => lost.list(),
    'recovery:keep': (session, { title, text }) => {
      session.kept.keep(title, text, session.document?.path ?? null);
      return null;
    },
    'recovery:restore': async (session, { token }) => {
      const found = await lost.read(token);
      if (found.kind === 'failed') return found;
      // The old journal goes only when this window's own holds the work.
      session.document = null;
      session.granted = null;
      session.isDirty = true;
      session.kept.keep(found.title, found.text, null);
      await session.kept.settle();
      await lost.discard(token);
      return found;
    },
    'recovery:discard': async (_session, { token }) => {
      await lost.discard(token);
      return null;
    },
  };
}
