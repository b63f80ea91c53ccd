import { newFromTemplate } from '../../shared/tables/new-from-template';
import { emptyProject } from '../../shared/model/new-project';
import type { Project } from '../../shared/model/project';
import { listOf } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { makeId } from '../make-id';
import { notify, showProject, useApp } from '../store';
import { hasUnsavedWork } from './save';

const fresh = { document: null, isReadOnly: false } as const;

/** Shows a new empty stream. */
export function startEmpty(): void {
  const { project, mapId } = emptyProject({ makeId, names: en.start.newNames });
  showProject({ project, mapId, name: '', ...fresh, isSaved: true });
}

/** Shows a template as a new stream. */
export function startFromTemplate(id: string): void {
  const made = newFromTemplate(id, { makeId });
  if (made) showProject({ project: made.project, mapId: made.mapId, name: '', ...fresh, isSaved: true });
}

/** Shows the small stream to learn on, and the first of the five steps beside it. */
export function startTour(): void {
  const made = newFromTemplate('tour', { makeId });
  if (!made) return;
  const { project, mapId } = made;
  const steps = listOf(project.nodes).filter((node) => node.type === 'step');
  const at = (kind: string): string => steps.find((step) => step.kind === kind)?.id ?? '';
  showProject({ project, mapId, name: '', ...fresh, isSaved: true });
  useApp.setState({
    tour: { at: 0, map: mapId, approval: at('approval'), stock: at('work'), steps: steps.length },
  });
}

/** Shows the project that was read from a table as a new stream, once unsaved work is safe; `name` is the file of the table. */
export function openNewStream(read: { project: Project; mapId: string }, name: string | null): void {
  const show = (): void => {
    showProject({ project: read.project, mapId: read.mapId, name: '', ...fresh, isSaved: false });
    if (name !== null) notify(en.dialogs.table.imported(name));
  };
  if (hasUnsavedWork()) useApp.setState({ dialog: { kind: 'unsaved', proceed: show } });
  else show();
}
