import { readProject } from '../../shared/file-format/read';
import { addProject } from '../../shared/import/add-project';
import { chooseMaps } from '../../shared/import/choose-maps';
import type { ImportResult, OpenResult } from '../../shared/ipc/results';
import { sayCellError } from '../../shared/tables/read-table';
import { en } from '../../shared/text/en';
import { importUi } from '../../shared/text/import-ui';
import { bridge } from '../bridge';
import { openNewStream } from '../document/import';
import { takeOpened, tell } from '../document/open';
import { makeId } from '../make-id';
import { dispatch, notify, showMap, showPage, useApp } from '../store';
import type { ForeignMaps } from './foreign-maps';

type Foreign = Extract<ImportResult, { kind: 'foreign' }>;

/** Shows what a file of another tool holds, in the dialog that fits. */
function review({ name, outcome }: Foreign): void {
  switch (outcome.kind) {
    case 'cells': {
      const [only, ...others] = outcome.sheets;
      if (only && others.length === 0)
        useApp.setState({ dialog: { kind: 'paste-table', cells: only.cells, name } });
      else useApp.setState({ dialog: { kind: 'choose-sheet', name, sheets: outcome.sheets } });
      break;
    }
    case 'errors':
      useApp.setState({
        dialog: { kind: 'table-errors', name, sentences: outcome.errors.map(sayCellError) },
      });
      break;
    case 'read': {
      const read = readProject(outcome.text);
      if (read.kind !== 'read') return tell(importUi.failed, en.dialogs.nothingChanged(read.sentence));
      const { from, maps, skipped, notes } = outcome;
      const file: ForeignMaps = { name, from, project: read.project, maps, skipped, notes };
      useApp.setState({ dialog: { kind: 'import', file } });
    }
  }
}

/** Shows what an import or a drop gave: a document, maps to look at, or the reason why not. */
export function takeForeign(result: ImportResult | OpenResult): void {
  if (result.kind === 'foreign') review(result);
  else takeOpened(result);
}

/** Asks for a file of another tool and shows what it holds; nothing is changed yet. */
export async function importFile(): Promise<void> {
  const result = await bridge.call['import:open']();
  if (result.kind === 'failed') tell(importUi.failed, en.dialogs.nothingChanged(result.sentence));
  else if (result.kind === 'foreign') review(result);
}

/** Opens the chosen maps as a new project, once unsaved work is safe. */
export function openAsNew(file: ForeignMaps, chosen: readonly string[]): void {
  const project = chooseMaps(file.project, new Set(chosen));
  useApp.setState({ dialog: null });
  openNewStream({ project, mapId: chosen[0] ?? '' }, file.name);
}

/** Adds the chosen maps to the project that is open, as one change, and shows the first. */
export function addToProject(file: ForeignMaps, chosen: readonly string[]): void {
  const added = chooseMaps(file.project, new Set(chosen));
  const into = useApp.getState().history.project;
  const command = addProject({ into, added, maps: chosen }, makeId);
  if (dispatch(command) !== null) return;
  useApp.setState({ dialog: null });
  const [first] = command.made;
  if (first !== undefined) showMap(first);
  showPage('map');
  notify(importUi.added(chosen.length, file.name));
}
