import { isDirty } from '../../shared/commands/history';
import type { DamagedFile, OpenedDocument, OpenResult } from '../../shared/ipc/results';
import { readProject } from '../../shared/file-format/read';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { firstMap, showProject, useApp } from '../store';
import { askOnceDrawn } from './ask-once-drawn';
import { offerBeside } from './restore';

/** Tells of something that did not work, in a dialog that stays until it is read. */
export function tell(title: string, sentence: string): void {
  useApp.setState({ dialog: { kind: 'message', title, sentence } });
}

/** Tells what there is to know of a document that was just opened: a remark, and unsaved work on it. */
async function tellOfOpened({ document, name }: OpenedDocument, remark: string): Promise<void> {
  const isStill = (): boolean => useApp.getState().document === document;
  const dialog = { kind: 'message' as const, title: en.dialogs.openWarning, sentence: remark };
  if (remark !== '') await askOnceDrawn(dialog, isStill);
  await offerBeside(document, name);
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
  void tellOfOpened(opened, result.warnings.map((warning) => warning.sentence).join(' '));
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
