import { insertExistingOnFlow } from '../../shared/commands/insert';
import type { Command } from '../../shared/commands/command';
import { placeBlock } from '../../shared/commands/groups';
import { together } from '../../shared/commands/together';
import { openHistory, run } from '../../shared/commands/history';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { layoutMap } from '../../shared/layout/layout-map';
import { type Places, placesToStay } from '../../shared/layout/stay-put';
import { usefulLanes } from '../../shared/layout/useful-lanes';
import { graphOf, lookUp } from '../../shared/model/queries';
import { connect } from '../../shared/commands/flows';
import { type LaneTarget, moveNodes } from '../../shared/commands/nodes';
import { laneAt, laneField } from '../../shared/layout/lanes';
import type { Box, Lane, LaneBy, MapLayout } from '../../shared/layout/types';
import type { Position } from '../../shared/model/project';
import type { Party } from '../../shared/model/value-sets';
import { type Derived, derivedNow } from '../derive';
import { makeId } from '../make-id';
import { endOf } from './block-ends';
import { dispatch, select, useApp } from '../store';

/** The middle of a box. */
export function centreOf(box: Box): Position {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The field that a drop into a lane changes, or undefined where it changes none. */
export function laneTarget(laneBy: LaneBy, lane: Lane | null): LaneTarget | undefined {
  const field = laneField(laneBy);
  if (!lane || field === null || field === 'practices') return undefined;
  const value = lane.id === '' ? undefined : lane.id;
  return field === 'party' ? { field, value: value as Party | undefined } : { field, value };
}

/** The lane that all of the dragged steps were put into, where it is not the one that they came from. */
function newLane(
  derived: Derived,
  ids: readonly string[],
  moves: Readonly<Record<string, Position>>,
): LaneTarget | undefined {
  const { lanes } = derived.layout;
  const steps = ids.filter((id) => derived.graph.node.get(id)?.type === 'step');
  const after = steps.map((id) => laneAt(lanes, moves[id]?.y ?? 0));
  const before = steps.map((id) => {
    const box = derived.layout.boxes.get(id);
    return box ? laneAt(lanes, centreOf(box).y) : null;
  });
  const lane = after[0] ?? null;
  const isOneLane = after.every((each) => each?.id === lane?.id);
  const hasMoved = before.some((each) => each?.id !== lane?.id);
  if (!lane || !isOneLane || !hasMoved) return undefined;
  const target = laneTarget(derived.lanes, lane);
  // A role lane may stand for the consumer, who is no role of the project.
  return target?.field === 'role' && target.value !== undefined && !derived.graph.roles.has(target.value)
    ? undefined
    : target;
}

/** One command for a drag: the new places, and the lane where it changed. */
export function commitMove(moved: ReadonlyMap<string, Position>): void {
  const derived = derivedNow();
  if (!derived || moved.size === 0) return;
  const moves = Object.fromEntries(moved);
  commitPlaces(moved, newLane(derived, [...moved.keys()], moves));
}

/** On larger maps a second layout would be felt at the end of a drag. */
const mostNodes = 120;

/** Places of the nodes that a drag would move although nobody dragged them. */
function placesOfOthers(drag: Command, moved: ReadonlySet<string>): Places {
  const derived = derivedNow();
  const { project } = useApp.getState().history;
  if (!derived || derived.shown.graph !== derived.graph || derived.graph.nodes.length > mostNodes) return {};
  const {
    graph: { id: mapId, node: nodes },
    lanes,
    pack,
  } = derived;
  const layoutWith = (places: Places): MapLayout => {
    const isMoved = Object.keys(places).length > 0;
    const result = run(openHistory(project), isMoved ? together(drag, moveNodes({ moves: places })) : drag);
    const graph = result.kind === 'refused' ? null : graphOf(result.history.project, mapId);
    return graph
      ? layoutMap(graph, { laneBy: usefulLanes(graph, lanes), pack, labelSize: labelSizeFor(graph) })
      : derived.layout;
  };
  const canStay = (id: string): boolean => !['note', 'burst'].includes(nodes.get(id)?.type ?? 'note');
  return placesToStay({ before: derived.layout, moved, canStay, layoutWith });
}

/** One command that puts nodes, and the blocks of folded groups, at other places. */
export function commitPlaces(places: ReadonlyMap<string, Position>, lane?: LaneTarget): void {
  const { groups } = useApp.getState().history.project;
  const isBlock = (id: string): boolean => lookUp(groups, id) !== undefined;
  const moves = Object.fromEntries([...places].filter(([id]) => !isBlock(id)));
  const commands: Command[] = [...places].flatMap(([id, position]) =>
    isBlock(id) ? [placeBlock({ id, position })] : [],
  );
  if (Object.keys(moves).length > 0) commands.unshift(moveNodes(lane ? { moves, lane } : { moves }));
  const [first, ...others] = commands;
  if (!first) return;
  const drag = together(first, ...others);
  const stay = placesOfOthers(drag, new Set(places.keys()));
  dispatch(Object.keys(stay).length > 0 ? together(drag, moveNodes({ moves: stay })) : drag);
}

/** Nudges the selected nodes; commits once, when the key goes up. */
export function nudged(ids: readonly string[], by: Position): Map<string, Position> {
  const derived = derivedNow();
  const places = new Map<string, Position>();
  for (const id of ids) {
    const box = derived?.layout.boxes.get(id);
    if (box) places.set(id, { x: centreOf(box).x + by.x, y: centreOf(box).y + by.y });
  }
  return places;
}

/** Connects two nodes, or steps of folded groups, and selects the new flow. */
export function connectNodes(from: string, to: string): void {
  const command = connect({ from: endOf(from, 'exit'), to: endOf(to, 'entry') }, makeId);
  if (dispatch(command) === null) select([...command.made]);
}

/** Puts a node that has no flows into the middle of a flow. */
export function insertNode(flow: string, node: string, position: Position): boolean {
  const command = insertExistingOnFlow({ flow, node, position }, makeId);
  return command.refuse(useApp.getState().history.project) === null && dispatch(command) === null;
}

/** What lies under a point of the window. */
export function underPointer(
  x: number,
  y: number,
): { node: string | null; flow: string | null; isCanvas: boolean } {
  const stack = document.elementsFromPoint(x, y);
  const node = stack.map((each) => each.closest<HTMLElement>('.react-flow__node')).find(Boolean);
  const flow = stack.map((each) => each.closest<HTMLElement>('[data-flow-id]')).find(Boolean);
  return {
    node: node?.dataset['id'] ?? null,
    flow: flow?.dataset['flowId'] ?? null,
    isCanvas: stack.some((each) => each.closest('[data-canvas]') !== null),
  };
}
