import { create } from 'zustand';
import type { ExportWish } from '../../shared/export/formats';
import { writeProject } from '../../shared/file-format/write';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { shownName } from '../document/shown-name';
import { notify, useApp } from '../store';

const text = en.exportUi;

/** An export that goes on: the share done, 0 to 1, and what is being made. */
interface Running {
  readonly work: string;
  readonly done: number;
  readonly doing: string;
}

/** How far the export of this window is. */
export const useExporting = create<{
  running: Running | null;
  /** Why the last one failed, until the next one begins. */
  failure: string | null;
}>()(() => ({ running: null, failure: null }));

let works = 0;

function fail(sentence: string): void {
  useExporting.setState({ failure: sentence });
  if (useApp.getState().dialog?.kind !== 'export') notify(sentence, 'bad');
}

/** Does something as the one export of this window, with its progress shown; null where one goes on already, or where it went wrong, with that shown. */
async function asWork<T>(task: (work: string) => Promise<T>): Promise<T | null> {
  if (useExporting.getState().running !== null) return null;
  works += 1;
  const work = `export-${works}`;
  useExporting.setState({ running: { work, done: 0, doing: text.working }, failure: null });
  const stopListening = bridge.on('export:progress', (told) => {
    if (told.work === work) useExporting.setState({ running: told });
  });
  try {
    return await task(work);
  } catch {
    fail(text.failed);
    return null;
  } finally {
    stopListening();
    useExporting.setState({ running: null });
  }
}

const content = (wish: ExportWish): { text: string; wish: ExportWish } => ({
  text: writeProject(useApp.getState().history.project),
  wish,
});

/** Writes an export to a file that the user names. True where it was written. */
export async function saveExport(wish: ExportWish): Promise<boolean> {
  const result = await asWork((work) =>
    bridge.call['export:save']({ work, ...content(wish), suggestedName: shownName() }),
  );
  if (result?.kind === 'saved') {
    const { file } = result;
    notify(en.dialogs.exported(result.name), 'plain', {
      title: text.show,
      run: () => void bridge.call['export:show']({ file }),
    });
  }
  if (result?.kind === 'failed') fail(result.sentence);
  return result?.kind === 'saved';
}

/** The bytes of exports, one after the other; null where one was stopped or failed, with the reason shown. */
export async function makeBytes(...wishes: readonly ExportWish[]): Promise<Uint8Array[] | null> {
  return await asWork(async (work) => {
    const made: Uint8Array[] = [];
    for (const wish of wishes) {
      const result = await bridge.call['export:make']({ work, ...content(wish) });
      if (result.kind === 'failed') fail(result.sentence);
      if (result.kind !== 'made') return null;
      made.push(result.bytes);
    }
    return made;
  });
}

/** Ends the export that goes on; nothing of it is written. */
export function stopExport(): void {
  const { running } = useExporting.getState();
  if (running === null) return;
  void bridge.call['export:stop']({ work: running.work });
  notify(text.stopped);
}
