import { addNextStep, addNode, moveNodes, type NewNode, setNode } from '../../shared/commands/nodes';
import { together } from '../../shared/commands/together';
import type { Command } from '../../shared/commands/command';
import { insertOnFlow } from '../../shared/commands/insert';
import { addPractice } from '../../shared/commands/members';
import { findActivity, findPractice } from '../../shared/catalogue/packs';
import { laneAt, laneField } from '../../shared/layout/lanes';
import { nearestFreeSpot, snap } from '../../shared/layout/free-spot';
import { boxRound, centreOf, overlaps } from '../../shared/layout/geometry';
import type { Box } from '../../shared/layout/types';
import { columnGap, gridSize, nodeSizes, rowGap } from '../../shared/layout/sizes';
import type { MapNode, Position } from '../../shared/model/project';
import { lookUp, onlyExitOf } from '../../shared/model/queries';
import type { NodeType, Party } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import { type Derived, derivedNow } from '../derive';
import { makeId } from '../make-id';
import { makeAndName } from './naming';
import type { PaletteItem } from '../app-state';
import { dispatch, notify, select, useApp } from '../store';

/** Where something is put down: on free canvas, on a node, on a flow, or as the next of a node. */
export type Target =
  | { readonly kind: 'canvas'; readonly at: Position }
  | { readonly kind: 'node'; readonly id: string; readonly at: Position }
  | { readonly kind: 'flow'; readonly id: string; readonly at: Position };

/** A node before it has a map and a place. */
export type Fresh = Omit<NewNode, 'map'>;

/** Where things stand on a map. */
export type Stage = Pick<Derived, 'graph' | 'layout'>;

/** The node that a palette item makes; null for the queue, which is no node. */
export function freshNode(item: PaletteItem, derived: Derived): Fresh | null {
  if (item.kind === 'activity') {
    return { type: 'step', name: findActivity(derived.pack, item.id)?.name ?? '', activity: item.id };
  }
  if (item.kind === 'practice') {
    const practice = findPractice(derived.pack, item.id);
    return {
      type: 'step',
      name: practice?.name ?? '',
      activity: practice?.defaultActivity,
      practices: { [item.id]: 1 },
    };
  }
  return item.id === 'queue' ? null : { type: item.id, name: en.canvas.newName[item.id] };
}

/** Fields that a node gets from the lane in which it is put down; nodes that no lane holds get none. */
export function fieldsOfLane(derived: Derived, type: NodeType, at: Position): Partial<NewNode> {
  const lane = laneAt(derived.layout.lanes, at.y);
  const field = laneField(derived.lanes);
  if (!lane || field === null || lane.id === '' || type !== 'step') return {};
  if (field === 'party') return { party: lane.id as Party };
  if (field === 'role') return derived.graph.roles.has(lane.id) ? { role: lane.id } : {};
  return field === 'practices' ? { practices: { [lane.id]: 1 } } : { [field]: lane.id };
}

/** A place on the grid, where the grid is used. */
export function centred(at: Position): Position {
  return useApp.getState().preferences.snap ? snap(at) : { x: Math.round(at.x), y: Math.round(at.y) };
}

function focusWait(stepId: string): void {
  select([stepId]);
  useApp.setState((state) => ({
    focusField: 'wait',
    preferences: { ...state.preferences, panels: { ...state.preferences.panels, rightOpen: true } },
  }));
}

function placeQueue(target: Target, derived: Derived): void {
  const id =
    target.kind === 'node'
      ? target.id
      : target.kind === 'flow'
        ? lookUp(useApp.getState().history.project.flows, target.id)?.to
        : undefined;
  const node = id === undefined ? undefined : derived.graph.node.get(id);
  if (node?.type === 'step') focusWait(node.id);
  else notify(en.canvas.queueHint);
}

function onStep(item: PaletteItem, id: string): Command | null {
  if (item.kind === 'practice') return addPractice({ ids: [id], practice: item.id });
  if (item.kind === 'activity') return setNode({ ids: [id], patch: { activity: item.id } });
  return null;
}

/** Puts a palette item down: a new node, a field of the step it fell on, or a node in the middle of a flow. */
export function placeItem(item: PaletteItem, target: Target): void {
  const derived = derivedNow();
  if (!derived) return;
  const fresh = freshNode(item, derived);
  if (!fresh) {
    placeQueue(target, derived);
    return;
  }
  if (target.kind === 'node' && derived.graph.node.get(target.id)?.type === 'step') {
    const command = onStep(item, target.id);
    if (command) {
      if (dispatch(command) === null) select([target.id]);
      return;
    }
  }
  const at = centred(target.at);
  const isNamed = fresh.type !== 'fork' && fresh.type !== 'join';
  if (target.kind === 'flow' && fresh.type !== 'note' && fresh.type !== 'burst') {
    placeBetween(derived, target.id, { ...fresh, ...fieldsOfLane(derived, fresh.type, at) });
    return;
  }
  const free = nearestFreeSpot(derived.layout.boxes.values(), at, nodeSizes[fresh.type]);
  const fields = {
    ...fresh,
    map: derived.graph.id,
    position: free,
    ...fieldsOfLane(derived, fresh.type, at),
  };
  const command = addNode(fields, makeId);
  const ends = endsAsTheyStand(derived);
  makeAndName(ends ? together(command, ends) : command, { isNamed });
}

/** Who puts the first step down by hand, between demand and value, finds these where they stood; null once there is a step. */
function endsAsTheyStand({ graph, layout }: Derived): Command | null {
  if (graph.nodes.some((node) => node.type === 'step')) return null;
  const moves = graph.nodes.flatMap((node) => {
    const box = layout.boxes.get(node.id);
    const isEnd = node.type === 'start' || node.type === 'end';
    return isEnd && box && !node.position ? [[node.id, centred(centreOf(box))] as const] : [];
  });
  return moves.length === 0 ? null : moveNodes({ moves: Object.fromEntries(moves) });
}

/** Where the next node of a node stands: to its right, on the nearest free spot. */
export function spotAfter(derived: Stage, after: string, type: NodeType, isBelow: boolean): Position {
  const box = derived.layout.boxes.get(after);
  const size = nodeSizes[type];
  if (!box) return centred({ x: size.width, y: size.height });
  const wanted = {
    x: box.x + box.width + columnGap + size.width / 2,
    y: box.y + box.height / 2 + (isBelow ? size.height + rowGap : 0),
  };
  return nearestFreeSpot(derived.layout.boxes.values(), centred(wanted), size);
}

/** A next step is done by the same people until somebody says otherwise. */
export function inheritedFields(source: MapNode, fresh: Fresh): Partial<NewNode> {
  return source.type === 'step' && fresh.type === 'step'
    ? { role: source.role, team: source.team, party: source.party }
    : {};
}

/** Moves what was set by hand at the right of a place, so that a new node fits in; null where nothing needs to move. */
export function roomFor(derived: Stage, from: number, width: number): Command | null {
  const right = derived.graph.nodes.flatMap((node) => {
    const box = derived.layout.boxes.get(node.id);
    return box && box.x >= from && node.position ? [{ id: node.id, box, position: node.position }] : [];
  });
  if (right.length === 0) return null;
  const gap = Math.min(...right.map(({ box }) => box.x)) - from;
  const by = Math.ceil((width - gap) / gridSize) * gridSize;
  if (by <= 0) return null;
  return moveNodes({
    moves: Object.fromEntries(right.map(({ id, position }) => [id, { x: position.x + by, y: position.y }])),
  });
}

/** The place right of a box, and the command that makes room there. */
export function spotBetween(
  stage: Stage,
  box: Box,
  type: NodeType,
): { position: Position; room: Command | null } {
  const { width } = nodeSizes[type];
  const right = box.x + box.width;
  const position = centred({ x: right + columnGap + width / 2, y: box.y + box.height / 2 });
  return { position, room: roomFor(stage, right, width + 2 * columnGap) };
}

/** Puts a node into a flow. Where the layout chose the places of both ends, it chooses this one too; else those at the right make room. */
function placeBetween(
  derived: Derived,
  flowId: string,
  fresh: Fresh,
  from: readonly string[] | null = null,
): void {
  const flow = lookUp(useApp.getState().history.project.flows, flowId);
  const box = flow && derived.layout.boxes.get(flow.from);
  const isByHand = [flow?.from, flow?.to].some(
    (id) => id !== undefined && derived.graph.node.get(id)?.position !== undefined,
  );
  const isNamed = fresh.type !== 'fork' && fresh.type !== 'join';
  if (!isByHand || !box) {
    makeAndName(insertOnFlow({ flow: flowId, node: fresh }, makeId), { isNamed, from });
    return;
  }
  const { position, room } = spotBetween(derived, box, fresh.type);
  const insert = insertOnFlow({ flow: flowId, node: { ...fresh, position } }, makeId);
  makeAndName(room ? together(insert, room) : insert, { isNamed, from });
}

/** The place right after a node where only the value stands, to which nothing leads yet, and the command that moves it on; else null. */
export function placeBeforeValue(
  derived: Stage,
  after: string,
  type: NodeType,
): { position: Position; room: Command } | null {
  const box = derived.layout.boxes.get(after);
  if (!box) return null;
  const size = nodeSizes[type];
  const position = centred({
    x: box.x + box.width + columnGap + size.width / 2,
    y: box.y + box.height / 2,
  });
  const isInTheWay = derived.graph.nodes.some((node) => {
    const other = derived.layout.boxes.get(node.id);
    const isLoose = node.type === 'end' && (derived.graph.in.get(node.id) ?? []).length === 0;
    return isLoose && other !== undefined && overlaps(boxRound(position, size), other, columnGap);
  });
  const room = isInTheWay ? roomFor(derived, box.x + box.width, size.width + 2 * columnGap) : null;
  return room && { position, room };
}

/** Makes the next node after a node, connected, and lets its name be typed; where the node leads on already, it goes between. */
export function placeNext(
  after: string,
  item: PaletteItem,
  options: { at?: Position; isBelow?: boolean; fields?: Partial<NewNode> } = {},
): void {
  const derived = derivedNow();
  const source = derived?.graph.node.get(after);
  const fresh = derived ? freshNode(item, derived) : null;
  if (!derived || !source || !fresh) return;
  const exit = options.at || options.isBelow === true ? null : onlyExitOf(derived.graph, after);
  if (exit && fresh.type !== 'end') {
    placeBetween(derived, exit.id, { ...fresh, ...inheritedFields(source, fresh) }, [after]);
    return;
  }
  const isFree = !options.at && source.position === undefined;
  const before =
    options.at || isFree || options.isBelow === true ? null : placeBeforeValue(derived, after, fresh.type);
  const position = options.at
    ? centred(options.at)
    : isFree
      ? undefined
      : spotAfter(derived, after, fresh.type, options.isBelow === true);
  const lane = {
    ...(options.at ? fieldsOfLane(derived, fresh.type, options.at) : inheritedFields(source, fresh)),
    ...options.fields,
  };
  const next = addNextStep({ ...fresh, after, position: before?.position ?? position, ...lane }, makeId);
  makeAndName(before ? together(next, before.room) : next, {
    isNamed: fresh.type !== 'fork' && fresh.type !== 'join',
    from: [after],
  });
}

/** Places an item without pointing: after the selected node, else on a free spot of the map. */
export function placeByKey(item: PaletteItem): void {
  const derived = derivedNow();
  if (!derived) return;
  const { selection } = useApp.getState();
  const chosen = selection.length === 1 ? derived.graph.node.get(selection[0] ?? '') : undefined;
  const fresh = freshNode(item, derived);
  if (chosen?.type === 'step' && (item.kind === 'practice' || !fresh)) {
    placeItem(item, { kind: 'node', id: chosen.id, at: { x: 0, y: 0 } });
  } else if (
    chosen &&
    fresh &&
    chosen.type !== 'end' &&
    fresh.type !== 'start' &&
    fresh.type !== 'note' &&
    fresh.type !== 'burst'
  ) {
    placeNext(chosen.id, item);
  } else {
    const { x, y, width, height } = derived.layout.bounds;
    placeItem(item, { kind: 'canvas', at: { x: x + width / 2, y: y + height / 2 } });
  }
}
