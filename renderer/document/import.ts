import { readTable, sayCellError } from '../../shared/tables/read-table';
import { newFromTemplate } from '../../shared/tables/new-from-template';
import { defaultPack } from '../../shared/catalogue/packs';
import { emptyProject } from '../../shared/model/new-project';
import type { Project } from '../../shared/model/project';
import { evened } from '../../shared/tables/cells-text';
import { csvRows } from '../../shared/tables/read-csv';
import { listOf } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { bridge } from '../bridge';
import { makeId } from '../make-id';
import { notify, showProject, useApp } from '../store';
import { tell } from './open';
import { hasUnsavedWork } from './save';
import { bareName } from './shown-name';

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

/** Asks for a step table: one in CSV goes through the dialog that tells what its columns mean; a JSON table with errors changes nothing and names each cell. */
export async function importTable(): Promise<void> {
  const file = await bridge.call['table:open']();
  if (file.kind === 'cancelled') return;
  if (file.kind === 'failed') {
    tell(en.dialogs.openFailed, file.sentence);
    return;
  }
  const rows = file.format === 'csv' ? csvRows(file.text) : null;
  if (rows !== null) {
    useApp.setState({ dialog: { kind: 'paste-table', cells: evened(rows), name: file.name } });
    return;
  }
  const result = readTable(file.text, file.format, {
    makeId,
    packId: defaultPack.id,
    name: bareName(file.name),
  });
  if (result.kind === 'read') openNewStream(result, file.name);
  else {
    const sentences = result.errors.map(sayCellError);
    useApp.setState({ dialog: { kind: 'table-errors', name: file.name, sentences } });
  }
}
