import { markSaved } from '../../shared/commands/history';
import { replaceProject } from '../../shared/commands/replace-project';
import { readProject } from '../../shared/file-format/read';
import type { OpenedDocument } from '../../shared/ipc/results';
import { en } from '../../shared/text/en';
import { dispatch, firstMap, showProject, useApp } from '../store';
import { tell } from './open';

/** Shows another state of the open file in the place of the shown one, as one change that can be undone; it counts as saved. What is odd about the file is told. False where it cannot be read. */
export function putInPlace(opened: OpenedDocument): boolean {
  const read = readProject(opened.text);
  if (read.kind !== 'read') {
    tell(en.dialogs.openFailed, read.sentence);
    return false;
  }
  const isReadOnly = opened.isReadOnly || read.isReadOnly;
  const { project } = read;
  const remark = read.warnings.map(({ sentence }) => sentence).join(' ');
  if (remark !== '') tell(en.dialogs.openWarning, remark);
  if (dispatch(replaceProject({ project, source: opened.name })) === null) {
    useApp.setState(({ history }) => ({ history: markSaved(history), selection: [], isReadOnly }));
    return true;
  }
  const { document, name } = opened;
  showProject({ project, mapId: firstMap(project), name, document, isReadOnly, isSaved: true });
  return true;
}
