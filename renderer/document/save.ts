import { isDirty, markSaved, openHistory, topEntry, run } from '../../shared/commands/history';
import { replaceProject } from '../../shared/commands/replace-project';
import { readProject } from '../../shared/file-format/read';
import { writeProject } from '../../shared/file-format/write';
import type { SaveResult } from '../../shared/ipc/results';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { notify, useApp } from '../store';
import { takeOpened, tell } from './open';
import { shownName } from './shown-name';

/** What a save ended with. */
export type Saved = 'saved' | 'not-saved';

/** Stores what is still being typed in a field, and keeps the focus there. */
function commitTyping(): void {
  const field = globalThis.document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}

async function send(options: { as: boolean; overwrite: boolean }): Promise<SaveResult> {
  const { history, document, isReadOnly } = useApp.getState();
  return bridge.call['document:save']({
    document,
    text: writeProject(history.project),
    suggestedName: shownName(),
    as: options.as || document === null || isReadOnly,
    overwrite: options.overwrite,
  });
}

/** Saves the work; asks for a file where it has none. Only a save that reached the disk makes the work clean. */
export async function save(options: { as?: boolean; overwrite?: boolean } = {}): Promise<Saved> {
  if (useApp.getState().isSaving) return 'not-saved';
  commitTyping();
  useApp.setState({ isSaving: true });
  const top = topEntry(useApp.getState().history);
  try {
    const result = await send({ as: options.as === true, overwrite: options.overwrite === true });
    switch (result.kind) {
      case 'saved':
        useApp.setState((state) => ({
          document: result.document,
          name: result.name,
          isReadOnly: false,
          history: markSaved(state.history, top),
        }));
        notify(result.remark ?? en.dialogs.savedAs(result.name));
        return 'saved';
      case 'conflict':
        useApp.setState({ dialog: { kind: 'conflict', sentence: result.sentence } });
        return 'not-saved';
      case 'failed':
        tell(en.dialogs.saveFailed, result.sentence);
        return 'not-saved';
      case 'cancelled':
        return 'not-saved';
    }
  } finally {
    useApp.setState({ isSaving: false });
  }
}

/** Shows what the file holds now; one command, so that it can be undone. */
export async function revert(): Promise<void> {
  const { document } = useApp.getState();
  if (document === null) return;
  const result = await bridge.call['document:revert']({ document });
  if (result.kind !== 'opened') {
    takeOpened(result);
    return;
  }
  const read = readProject(result.text);
  if (read.kind !== 'read') {
    tell(en.dialogs.openFailed, read.sentence);
    return;
  }
  useApp.setState((state) => {
    const done = run(state.history, replaceProject({ project: read.project, source: result.name }));
    const history = done.kind === 'done' ? done.history : openHistory(read.project);
    return { history: markSaved(history), selection: [] };
  });
}

/** True where work would be lost if the window went away now. */
export function hasUnsavedWork(): boolean {
  const { screen, history } = useApp.getState();
  return screen === 'editor' && isDirty(history);
}
