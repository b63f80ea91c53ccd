import { deleteNodes } from '../../shared/commands/delete-nodes';
import { connect, deleteFlows, setFlow } from '../../shared/commands/flows';
import { moveStep } from '../../shared/commands/move-step';
import { renameNode } from '../../shared/commands/nodes';
import { withOwnSource } from '../../shared/commands/set-quantities';
import { addStepBeside } from '../../shared/commands/step-beside';
import { flowOrder } from '../../shared/grid/flow-order';
import { graphOf, lookUp } from '../../shared/model/queries';
import { parseShareQuantity } from '../../shared/model/units-shares';
import type { FlowKind } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { makeId } from '../make-id';
import { dispatch, prefer, select, useApp } from '../store';
import { editInOutline, focusInOutline } from './outline-state';

const words = en.outline;

const nameOf = (id: string): string => lookUp(useApp.getState().history.project.nodes, id)?.name ?? '';

/** Adds a connected step beside a node, and lets its name be typed. */
export function addBeside(node: string, place: 'after' | 'before'): void {
  const { project } = useApp.getState().history;
  const step = { type: 'step' as const, name: en.stepTable.newStep };
  const command = addStepBeside(project, { ...step, beside: node, place }, makeId);
  const made = command.made[0];
  if (dispatch(command) !== null || made === undefined) return;
  select([made]);
  editInOutline({ kind: 'rename', id: made });
  announce(words.added(step.name));
}

/** What stands beside something in the outline: there one goes on when it is gone. */
function neighbourOf(id: string): string | null {
  const { history, mapId } = useApp.getState();
  const graph = graphOf(history.project, mapId);
  if (!graph) return null;
  const isNode = graph.node.has(id);
  const ids = isNode ? flowOrder(graph).map(({ node }) => node.id) : graph.flows.map((flow) => flow.id);
  const at = ids.indexOf(id);
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

/** Takes a node or a flow off the map and goes on beside it. */
export function removeHere(id: string): void {
  const { project } = useApp.getState().history;
  const next = neighbourOf(id);
  const isFlow = lookUp(project.flows, id) !== undefined;
  const command = isFlow ? deleteFlows({ ids: [id] }) : deleteNodes({ ids: [id] }, makeId);
  if (dispatch(command) !== null) return;
  if (next !== null) select([next]);
  focusInOutline(next);
}

/** Lets a step change places with the one before or after it. */
export function moveHere(id: string, by: 1 | -1): void {
  if (dispatch(moveStep({ id, by })) !== null) return;
  const { history, mapId } = useApp.getState();
  const graph = graphOf(history.project, mapId);
  const row = graph ? flowOrder(graph).findIndex(({ node }) => node.id === id) + 1 : 0;
  announce(en.stepTable.said.moved(nameOf(id), row));
  focusInOutline(id);
}

/** Leads a flow from one node to another. */
export function connectHere(from: string, to: string): void {
  if (dispatch(connect({ from, to }, makeId)) === null) announce(words.connected(nameOf(from), nameOf(to)));
  focusInOutline(from);
}

/** Stores a name; what is refused is said, and the typing goes on. */
export function renameHere(id: string, name: string): string | null {
  return name.trim() === nameOf(id) ? null : dispatch(renameNode({ id, name }));
}

/** Stores the share of a flow as it was typed; empty means not said. Gives why it cannot be. */
export function shareHere(id: string, text: string): string | null {
  if (text.trim() === '') return dispatch(setFlow({ ids: [id], patch: { share: undefined } }));
  const read = parseShareQuantity(text, { bareNumber: 'percent' });
  if (!read.ok) return read.reason;
  const before = lookUp(useApp.getState().history.project.flows, id)?.share;
  return dispatch(setFlow({ ids: [id], patch: { share: withOwnSource(read.value, before) } }));
}

/** Stores the label of a flow. */
export function labelHere(id: string, text: string): string | null {
  const label = text.trim() === '' ? undefined : text.trim();
  return dispatch(setFlow({ ids: [id], patch: { label } }));
}

/** Gives a flow another kind. */
export function kindHere(id: string, kind: FlowKind): void {
  dispatch(setFlow({ ids: [id], patch: { kind } }));
  focusInOutline(id);
}

/** Goes to the fields of a node or a flow. */
export function openInInspector(id: string): void {
  const { preferences, history } = useApp.getState();
  const isFlow = lookUp(history.project.flows, id) !== undefined;
  select([id]);
  if (!preferences.panels.rightOpen) prefer({ panels: { ...preferences.panels, rightOpen: true } });
  useApp.setState({ focusField: isFlow ? 'share' : 'name' });
}
