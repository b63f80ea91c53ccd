import type { Arguments } from '../../shared/ipc/contract';
import { factsOf } from '../../shared/ipc/error-facts';
import type { Context } from '../context';
import { type RunningExport, startExport } from '../export/export-in-worker';
import type { ExportOutcome } from '../export/messages';
import type { Handlers } from '../ipc';
import type { Session } from '../session';
import { exportToFile, writtenFile } from './export-file';

type Work = Arguments<'export:make'>[0];

/** Exports that the pages asked for, in threads of their own. */
export function exportHandlers(
  context: Context,
): Pick<Handlers, 'export:save' | 'export:make' | 'export:stop' | 'export:show'> {
  const running = new Map<string, RunningExport>();
  const keyOf = ({ id }: Session, work: string): string => `${id} ${work}`;

  async function make(session: Session, { work, text, wish }: Work): Promise<ExportOutcome> {
    const key = keyOf(session, work);
    running.get(key)?.stop();
    const { rules } = context.settings.get('analysis');
    const started = startExport({ text, wish, rules }, context.exportWorker, {
      onProgress: (done, doing) => session.surface.send('export:progress', { work, done, doing }),
      onTrouble: (error) => context.report({ what: 'export-failed', ...factsOf(error) }),
    });
    running.set(key, started);
    try {
      return await started.outcome;
    } finally {
      if (running.get(key) === started) running.delete(key);
    }
  }

  return {
    'export:save': (session, { suggestedName, ...work }) =>
      exportToFile(
        session,
        { suggestedName, format: work.wish.format, make: () => make(session, work) },
        context,
      ),
    'export:make': make,
    'export:stop': (session, { work }) => {
      running.get(keyOf(session, work))?.stop();
      return null;
    },
    'export:show': (_session, { file }) => {
      const path = writtenFile(file);
      if (path !== null) context.showInFolder(path);
      return null;
    },
  };
}
