import { isDirty } from '../../shared/commands/history';
import type { DamagedFile, OpenedDocument, OpenResult } from '../../shared/ipc/results';
import { readProject } from '../../shared/file-format/read';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { firstMap, showProject, useApp } from '../store';
import { offerBeside } from './restore';

/** Tells of something that did not work, in a dialog that stays until it is read. */
export function tell(title: string, sentence: string): void {
  useApp.setState({ dialog: { kind: 'message', title, sentence } });
}

function showDocument(opened: OpenedDocument): void {
  const result = readProject(opened.text);
  if (result.kind !== 'read') {
    tell(en.dialogs.openFailed, en.dialogs.nothingChanged(result.sentence));
    if (useApp.getState().screen === 'loading') useApp.setState({ screen: 'start' });
    return;
  }
  showProject({
    project: result.project,
    mapId: firstMap(result.project),
    name: opened.name,
    document: opened.document,
    isReadOnly: opened.isReadOnly || result.isReadOnly,
    isSaved: true,
  });
  if (result.warnings.length > 0)
    tell(en.dialogs.openWarning, result.warnings.map((warning) => warning.sentence).join(' '));
  void offerBeside(opened.document, opened.name);
}

/** Offers what could be saved of a damaged file; where the window shows work, that stays. */
function offerSaved(file: DamagedFile): void {
  const { screen, document, history } = useApp.getState();
  const isBusy = screen === 'editor' && (document !== null || isDirty(history));
  if (isBusy) tell(en.damaged.title(file.name), `${file.problem} ${en.damaged.workHere}`);
  else useApp.setState({ dialog: { kind: 'damaged', file } });
}

/** Shows what an opening gave: the document, nothing, or the reason why not. */
export function takeOpened(result: OpenResult): void {
  switch (result.kind) {
    case 'opened':
      showDocument(result);
      break;
    case 'damaged':
      offerSaved(result);
      break;
    case 'failed':
      tell(en.dialogs.openFailed, en.dialogs.nothingChanged(result.sentence));
      break;
    case 'elsewhere':
    case 'cancelled':
      break;
  }
}

/** Asks for a file and opens it. */
export async function openByDialog(): Promise<void> {
  takeOpened(await bridge.call['document:open']({ from: 'dialog' }));
}

/** Opens a recent file. */
export async function openRecent(token: string): Promise<void> {
  takeOpened(await bridge.call['document:open']({ from: 'recent', token }));
}
