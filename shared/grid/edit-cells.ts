import { type ProjectDraft, patchRecord, sameValue } from '../commands/change';
import type { Command, MakeId } from '../commands/command';
import { dropFlows } from '../commands/flows';
import { openHistory, run } from '../commands/history';
import { ensureNamed } from '../commands/names';
import { orderAtEnd } from '../commands/order';
import type { Flow, Project } from '../model/project';
import { lookUp, membersOf } from '../model/queries';
import { quantityKinds, quantityText } from '../model/quantity-text';
import { en } from '../text/en';
import { columnsOf, type GridColumn, type GridColumnId, isEditable } from './columns';
import { gridContext } from './grid-context';
import type { Exit } from './next-text';
import { type CellChange, readGridCell } from './read-cell';

/** What was typed into, or pasted on, a cell. */
export interface CellEdit {
  readonly node: string;
  readonly column: GridColumnId;
  readonly text: string;
}

/** A cell that was not understood. */
export interface CellProblem extends CellEdit {
  readonly sentence: string;
}

/** The cells that were understood as one command, null where there is none; the others with a sentence each; and how many cannot be changed at all. */
export interface CellEdits {
  readonly command: Command | null;
  readonly problems: readonly CellProblem[];
  readonly fixed: number;
}

interface NodeChange {
  readonly node: string;
  readonly change: CellChange;
}

function setSystems(draft: ProjectDraft, id: string, names: readonly string[], makeId: MakeId): void {
  const node = lookUp(draft.nodes, id);
  if (!node) return;
  const ids = [...new Set(names.map((name) => ensureNamed(draft, 'systems', name, makeId)))];
  const isSame = sameValue(membersOf(node.systems), ids);
  if (isSame) return;
  const systems = Object.fromEntries(ids.map((each, index) => [each, index + 1]));
  patchRecord(node, { systems: ids.length === 0 ? undefined : systems });
}

const sameShare = (a: Flow['share'], b: Flow['share']): boolean =>
  a?.likely === b?.likely &&
  (a?.low ?? a?.likely) === (b?.low ?? b?.likely) &&
  (a?.high ?? a?.likely) === (b?.high ?? b?.likely);

/** Makes the flows out of a node those that were named: what stays keeps its id, its label and what is known of its share. */
function setExits(draft: ProjectDraft, from: string, exits: readonly Exit[], makeId: MakeId): void {
  const map = lookUp(draft.nodes, from)?.map;
  if (map === undefined) return;
  const left = Object.entries(draft.flows).filter(([, flow]) => flow.from === from && flow.map === map);
  const take = (fits: (flow: Flow) => boolean): Flow | undefined => {
    const at = left.findIndex(([, flow]) => fits(flow));
    return at < 0 ? undefined : left.splice(at, 1)[0]?.[1];
  };
  const kept = exits.map((exit) => ({
    exit,
    flow: take(({ to, kind }) => to === exit.to && kind === exit.kind),
  }));
  for (const { exit, flow: exact } of kept) {
    const flow = exact ?? take(({ to }) => to === exit.to);
    const share = sameShare(flow?.share, exit.share) ? flow?.share : exit.share && { ...exit.share };
    if (flow) patchRecord(flow, { kind: exit.kind, share });
    else {
      const order = orderAtEnd(Object.values(draft.flows));
      draft.flows[makeId()] = { map, from, to: exit.to, kind: exit.kind, order, ...(share ? { share } : {}) };
    }
  }
  dropFlows(
    draft,
    left.map(([id]) => id),
  );
}

function apply(draft: ProjectDraft, { node: id, change }: NodeChange, makeId: MakeId): void {
  const node = lookUp(draft.nodes, id);
  if (!node) return;
  switch (change.is) {
    case 'patch':
      patchRecord(node, change.patch);
      break;
    case 'role':
      patchRecord(node, {
        role: change.name === '' ? undefined : ensureNamed(draft, 'roles', change.name, makeId),
      });
      break;
    case 'systems':
      setSystems(draft, id, change.names, makeId);
      break;
    case 'exits':
      setExits(draft, id, change.exits, makeId);
      break;
  }
}

/** What an edit of cells is called: the value of a single one is said as its column writes it. */
function labelOf(edits: readonly CellEdit[], changes: readonly NodeChange[]): string {
  const { length: count, 0: first } = changes;
  const [edit, ...others] = edits;
  if (!edit || !first || others.length > 0) return en.stepTable.label.edit(count);
  const kind = columnOf(edit.column)?.kind;
  const patch = first.change.is === 'patch' ? first.change.patch : {};
  const text =
    kind?.is === 'quantity' ? quantityText(quantityKinds[kind.field], patch[kind.field]) : edit.text.trim();
  return en.commands.label.setValue(en.stepTable.columns[edit.column], text);
}

function commandOf(changes: readonly NodeChange[], label: string, makeId: MakeId): Command {
  return {
    name: 'table.edit',
    label,
    refuse: (project) =>
      changes.some(({ node }) => lookUp(project.nodes, node)) ? null : en.commands.refused.nodeGone,
    apply(draft) {
      for (const change of changes) apply(draft, change, makeId);
    },
  };
}

const columnOf = (id: GridColumnId): GridColumn | undefined => columnsOf([id]).find((each) => each.id === id);

/** Reads edits against a project; `next` cells are read after all others, since they call steps by names. */
function readAll(
  edits: readonly CellEdit[],
  project: Project,
  mapId: string,
): { changes: NodeChange[]; problems: CellProblem[]; fixed: number } {
  const context = gridContext(project, mapId);
  const changes: NodeChange[] = [];
  const problems: CellProblem[] = [];
  let fixed = 0;
  for (const edit of edits) {
    const node = context?.graph.node.get(edit.node);
    const column = columnOf(edit.column);
    if (!context || !node || !column || !isEditable(node, column)) {
      fixed += 1;
      continue;
    }
    const read = readGridCell(edit.text, node, column, context);
    if ('sentence' in read) problems.push({ ...edit, sentence: read.sentence });
    else changes.push({ node: edit.node, change: read.change });
  }
  return { changes, problems, fixed };
}

/** What cells of the step table of a map say, as one command. */
export function editCells(
  edits: readonly CellEdit[],
  { project, mapId }: { readonly project: Project; readonly mapId: string },
  makeId: MakeId,
): CellEdits {
  const fields = readAll(
    edits.filter(({ column }) => column !== 'next'),
    project,
    mapId,
  );
  const ways = edits.filter(({ column }) => column === 'next');
  const named =
    ways.length === 0 || fields.changes.length === 0 ? null : commandOf(fields.changes, '', makeId);
  const after = named === null ? null : run(openHistory(project), named);
  const exits = readAll(ways, after?.kind === 'done' ? after.history.project : project, mapId);
  const changes = [...fields.changes, ...exits.changes];
  return {
    command: changes.length === 0 ? null : commandOf(changes, labelOf(edits, changes), makeId),
    problems: [...fields.problems, ...exits.problems],
    fixed: fields.fixed + exits.fixed,
  };
}
