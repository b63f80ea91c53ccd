import { lookUp } from '../../shared/model/queries';
import { readProject } from '../../shared/file-format/read';
import type { RestoredWork } from '../../shared/ipc/recovery';
import { en } from '../../shared/text/en';
import { sayWhen } from '../../shared/text/recovery-time';
import { bridge } from '../bridge';
import { compareVersions } from '../pages/compare/compare-versions';
import { firstMap, notify, showProject, useApp } from '../store';
import { askOnceDrawn } from './ask-once-drawn';

const text = en.recovery;

function tell(sentence: string): void {
  useApp.setState({ dialog: { kind: 'message', title: text.notOpened, sentence } });
}

function show(work: RestoredWork): boolean {
  const read = readProject(work.text);
  if (read.kind !== 'read') {
    tell(read.sentence);
    return false;
  }
  const { project } = read;
  const isThere = work.map !== null && lookUp(project.maps, work.map) !== undefined;
  showProject({
    project,
    mapId: work.map !== null && isThere ? work.map : firstMap(project),
    name: work.name,
    document: work.document,
    isReadOnly: work.isReadOnly,
    isSaved: false,
  });
  return true;
}

/** Says where the work comes from, for as long as it takes to read. */
function say(sentence: string): void {
  notify(sentence, 'plain', { title: en.dialogs.ok, run: () => undefined });
}

/** Shows what was being typed, so that it can be put where it belongs. */
function giveTyped({ typed }: RestoredWork): void {
  if (typed !== null && typed.text.trim() !== '')
    void askOnceDrawn({ kind: 'typed-text', typed }, () => true);
}

const whenKept = ({ keptAt }: RestoredWork): string => sayWhen(new Date(keptAt), new Date());

/** Opens lost work as a copy. */
export async function restoreWork(token: string): Promise<void> {
  const result = await bridge.call['recovery:restore']({ token });
  if (result.kind === 'failed') tell(result.sentence);
  else if (show(result.work)) {
    say((result.work.isFromFile ? text.restored : text.restoredNew)(whenKept(result.work)));
    giveTyped(result.work);
  }
}

/** Shows the work again that this window showed when it stopped working. */
export function showReturned(work: RestoredWork): void {
  if (!show(work)) return;
  say((work.isWhole ? text.returned : text.returnedPart)(whenKept(work)));
  giveTyped(work);
}

/** Tells of unsaved work on the file that was just opened, if there is any. */
export async function offerBeside(document: string, name: string): Promise<void> {
  const works = await bridge.call['recovery:of']({ document });
  if (works.length === 0) return;
  await askOnceDrawn({ kind: 'lost-work', name, works }, () => useApp.getState().document === document);
}

/** Shows lost work beside the file that it began from. */
export async function compareWork(token: string): Promise<void> {
  const both = await bridge.call['recovery:compare']({ token });
  if (both.kind === 'failed') {
    tell(both.sentence);
    return;
  }
  const [before, after] = [readProject(both.file.text), readProject(both.kept.text)];
  if (before.kind !== 'read' || after.kind !== 'read') return;
  compareVersions({
    before: { name: text.savedFile(both.file.name), project: before.project },
    after: { name: text.keptWork, project: after.project },
  });
}
