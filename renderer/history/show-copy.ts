import { readProject } from '../../shared/file-format/read';
import type { VersionCopy } from '../../shared/ipc/history';
import { en } from '../../shared/text/en';
import { tell } from '../document/open';
import { firstMap, notify, showProject } from '../store';

/** Shows a version of a document as new work that has no file yet. */
export function showCopy({ name, text }: VersionCopy): void {
  const read = readProject(text);
  if (read.kind !== 'read') {
    tell(en.dialogs.openFailed, read.sentence);
    return;
  }
  const { project } = read;
  showProject({ project, mapId: firstMap(project), name, document: null, isReadOnly: false, isSaved: false });
  notify(en.history.copyOpened);
}
