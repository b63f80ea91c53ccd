import { basename } from 'node:path';
import type { OpenResult } from '../../shared/ipc/contract';
import { mainText } from '../../shared/text/main';
import type { Context } from '../context';
import { createQueues } from '../files/in-turn';
import { openFile } from '../files/open-file';
import { sayNotOpened } from '../files/say-outcome';
import type { Handlers } from '../ipc';
import { openFor, revertDocument } from '../open-document';
import { saveDocument } from '../save-document';
import { grantedBy, type Session } from '../session';

type DocumentChannels =
  | 'document:open'
  | 'document:save'
  | 'document:revert'
  | 'document:state'
  | 'recent:list'
  | 'recent:forget'
  | 'table:open';

const failed = (sentence: string): OpenResult => ({ kind: 'failed', sentence });

/** Opens a file that was dropped on a window; anything but a project file is refused in words. */
export async function openDropped(session: Session, path: string, context: Context): Promise<OpenResult> {
  if (!/\.vsmap$/i.test(path)) return failed(mainText.refused.notAMap(basename(path)));
  return await openFor(session, path, context);
}

/** Files: opening, saving, the list of recent ones, step tables. */
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
    'document:save': (session, wish) =>
      inTurn(String(session.id), () => saveDocument(session, wish, context)),
    'document:revert': (session, { document }) => revertDocument(session, document, context),
    'document:state': async (session, { document, title, isDirty }) => {
      session.document = grantedBy(session, document);
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
    'table:open': async (session) => {
      const path = await context.questions.openTable(session);
      if (path === null) return { kind: 'cancelled' };
      const file = await openFile(path);
      if (file.kind !== 'opened') return { kind: 'failed', sentence: sayNotOpened(file, basename(path)) };
      const format = /\.json$/i.test(path) ? 'json' : 'csv';
      return { kind: 'opened', name: basename(path), format, text: file.text };
    },
  };
}
