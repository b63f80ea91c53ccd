import { basename } from 'node:path';
import type { ImportResult, OpenResult } from '../../shared/ipc/results';
import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import { createQueues } from '../files/in-turn';
import { isImportable } from '../import/endings';
import type { Handlers } from '../ipc';
import { openFor, revertDocument } from '../open-document';
import { saveDocument } from '../save-document';
import { openForeign } from './importing';
import { grantedBy, type Session } from '../session';

type DocumentChannels =
  | 'document:open'
  | 'document:save'
  | 'document:revert'
  | 'document:state'
  | 'recent:list'
  | 'recent:forget';

const failed = (sentence: string): OpenResult => ({ kind: 'failed', sentence });

/** Opens a file that was dropped on a window, or reads it where another tool made it; anything else is refused in words. */
export async function openDropped(
  session: Session,
  path: string,
  context: Context,
): Promise<OpenResult | ImportResult> {
  if (isImportable(basename(path))) return await openForeign(session, path, context);
  if (!/\.vsmap$/i.test(path)) return failed(mainText.refused.notAMap(basename(path)));
  return await openFor(session, path, context);
}

/** Files: opening, saving, the list of recent ones. */
export function documentHandlers(context: Context): Pick<Handlers, DocumentChannels> {
  const inTurn = createQueues();
  return {
    'document:open': async (session, how) => {
      if (how.from === 'dialog') {
        const path = await context.questions.openMap(session);
        return path === null ? { kind: 'cancelled' } : await openFor(session, path, context);
      }
      const path = context.recent.pathOf(how.token);
      return path === null ? failed(mainText.refused.forgotten) : await openFor(session, path, context);
    },
    'document:save': (session, wish) => {
      const kept = session.kept.last();
      return inTurn(String(session.id), () => saveDocument(session, wish, context, kept));
    },
    'document:revert': (session, { document }) =>
      context.outside.whileSaving(session, () => revertDocument(session, document, context)),
    'document:state': async (session, { document, title, isDirty }) => {
      session.document = grantedBy(session, document);
      context.outside.follow(session);
      const isClean = session.isDirty && !isDirty;
      session.title = title;
      session.isDirty = isDirty;
      session.surface.describe(title, isDirty, session.document?.path ?? null);
      if (isClean) await session.kept.clear();
      return null;
    },
    'recent:list': () => context.recent.list(),
    'recent:forget': (_session, { token }) => {
      context.recent.forget(token);
      return null;
    },
  };
}
