import { useMemo, useState } from 'react';
import { defaultPack, packOf } from '../../../shared/catalogue/packs';
import { graphOf, type WithId } from '../../../shared/model/queries';
import type { MapNode } from '../../../shared/model/project';
import { flowOrder } from '../../../shared/grid/flow-order';
import { addTable } from '../../../shared/tables/add-table';
import { buildStepTable } from '../../../shared/tables/build-step-table';
import {
  type CellMapping,
  cellKey,
  cellsToTable,
  columnOfError,
  guessMapping,
  headingKey,
  mappingTexts,
  recallMapping,
  refuseMapping,
} from '../../../shared/tables/cells-table';
import type { Cells } from '../../../shared/tables/cells-text';
import type { CellError, ReadTableResult } from '../../../shared/tables/types';
import { en } from '../../../shared/text/en';
import { openNewStream } from '../../document/import';
import { bareName } from '../../document/shown-name';
import { makeId } from '../../make-id';
import { dispatch, notify, prefer, select, useApp } from '../../store';

/** A cell that is not understood yet: its row from 1, its column from 0 (-1: the row), and why. */
export interface PasteProblem {
  readonly row: number;
  readonly column: number;
  readonly heading: string;
  readonly found: string;
  readonly sentence: string;
}

/** Where the steps of a table go. */
export type PasteTarget = { readonly kind: 'here'; readonly after: string | null } | { readonly kind: 'new' };

/** How a pasted table is read and used. */
export interface Paste {
  readonly cells: Cells;
  readonly mapping: CellMapping;
  readonly isWithout: boolean;
  readonly target: PasteTarget;
}

/** What became of the cells. */
export interface Pasted {
  readonly refusal: string | null;
  readonly problems: readonly PasteProblem[];
  readonly read: Extract<ReadTableResult, { kind: 'read' }> | null;
  readonly steps: number;
  readonly flows: number;
}

function packNow(): typeof defaultPack {
  const { screen, history } = useApp.getState();
  return screen === 'editor' ? packOf(history.project.pack) : defaultPack;
}

/** The mapping that was used for these headings before, else a guess. */
function mappingOf(cells: Cells): CellMapping {
  const known = useApp.getState().preferences.tableMappings[headingKey(cells)];
  return recallMapping(cells, known) ?? guessMapping(cells, packNow());
}

/** The nodes after which steps can come, in the order of the flow. */
export function placesNow(): readonly WithId<MapNode>[] {
  const { screen, history, mapId } = useApp.getState();
  const graph = screen === 'editor' ? graphOf(history.project, mapId) : null;
  return graph === null ? [] : flowOrder(graph).flatMap(({ node }) => (node.type === 'end' ? [] : [node]));
}

/** The selected node, else the last one before the value. */
function usualPlace(): string | null {
  const places = placesNow();
  const { selection } = useApp.getState();
  return (places.find(({ id }) => selection.includes(id)) ?? places.at(-1))?.id ?? null;
}

function startOf(cells: Cells, isFile: boolean): Paste {
  const isHere = !isFile && useApp.getState().screen === 'editor';
  return {
    cells,
    mapping: mappingOf(cells),
    isWithout: false,
    target: isHere ? { kind: 'here', after: usualPlace() } : { kind: 'new' },
  };
}

function build(paste: Paste, without: ReadonlySet<string>, name: string | null): ReadTableResult {
  const { history, mapId } = useApp.getState();
  const graph = paste.target.kind === 'here' ? graphOf(history.project, mapId) : null;
  return buildStepTable(cellsToTable(paste.cells, paste.mapping, without), {
    makeId,
    packId: packNow().id,
    name: name === null ? undefined : bareName(name),
    calendar: graph?.calendar,
  });
}

function problemOf(error: CellError, { cells, mapping }: Paste): PasteProblem {
  const column = columnOfError(error, cells, mapping);
  const { row, found, sentence } = error;
  return { row, column, heading: column < 0 ? '' : error.column, found, sentence };
}

/** Reads the cells; where the red ones are left out, those are empty, and what then still lacks stays a problem. */
function readPaste(paste: Paste, name: string | null): Pasted {
  const refusal = refuseMapping(paste.mapping);
  const none = { read: null, steps: 0, flows: 0 };
  if (refusal !== null) return { refusal, problems: [], ...none };
  const without = new Set<string>();
  let result = build(paste, without, name);
  const problems = result.kind === 'errors' ? result.errors.map((error) => problemOf(error, paste)) : [];
  for (let turn = 0; paste.isWithout && turn < 3 && result.kind === 'errors'; turn += 1) {
    for (const { row, column } of result.errors.map((error) => problemOf(error, paste)))
      without.add(cellKey(row, column));
    result = build(paste, without, name);
  }
  if (result.kind === 'errors')
    return { refusal: null, problems: result.errors.map((error) => problemOf(error, paste)), ...none };
  const steps = Object.values(result.project.nodes).filter(({ type }) => type === 'step').length;
  const flows = Object.keys(result.project.flows).length;
  return { refusal: null, problems, read: result, steps, flows };
}

/** Most sets of headings whose meaning is remembered. */
const mostRemembered = 40;

function remember({ cells, mapping }: Paste): void {
  if (!mapping.hasHeadings) return;
  const { tableMappings } = useApp.getState().preferences;
  const key = headingKey(cells);
  const others = Object.entries(tableMappings).filter(([each]) => each !== key);
  prefer({
    tableMappings: Object.fromEntries([
      ...others.slice(1 - mostRemembered),
      [key, mappingTexts({ hasHeadings: true, columns: mapping.columns })],
    ]),
  });
}

/** Makes the steps; true where it did. */
export function makePasted(paste: Paste, pasted: Pasted, name: string | null): boolean {
  const { read } = pasted;
  if (read === null) return false;
  remember(paste);
  useApp.setState({ dialog: null });
  if (paste.target.kind === 'new') {
    openNewStream(read, name);
    return true;
  }
  const { history, mapId } = useApp.getState();
  const command = addTable(
    { project: history.project, mapId, table: read, after: paste.target.after },
    makeId,
  );
  if (command === null || dispatch(command) !== null) return false;
  select(command.made.slice(0, 1));
  notify(en.pasteTable.added(pasted.steps));
  return true;
}

/** The cells of the dialog with how they are read, kept while it is open. */
export function usePaste(cells: Cells | null, name: string | null) {
  const [paste, setPaste] = useState<Paste | null>(() => cells && startOf(cells, name !== null));
  const pasted = useMemo(() => paste && readPaste(paste, name), [paste, name]);
  return {
    paste,
    pasted,
    take: (taken: Cells) => setPaste(startOf(taken, false)),
    change: (change: Partial<Paste>) => setPaste((before) => before && { ...before, ...change }),
    mend: (row: number, column: number, text: string) =>
      setPaste(
        (before) =>
          before && {
            ...before,
            cells: before.cells.map((each, index) =>
              index === row - 1 ? each.map((cell, at) => (at === column ? text : cell)) : each,
            ),
          },
      ),
  };
}
