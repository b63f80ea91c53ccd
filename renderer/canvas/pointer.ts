import { type Connection, type NodeChange, type ReactFlowInstance, useReactFlow } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { lookInside } from './grouping';
import { alongGuides, hideGuides } from './guide-store';
import { endConnecting } from './connect-targets';
import { showLaneTarget } from './lane-target';
import { askWhatFollows } from './drop-menu';
import type { Position } from '../../shared/model/project';
import { useDerived } from '../derive';
import { select, useApp } from '../store';
import { commitMove, connectNodes, insertNode, underPointer } from './gestures';
import type { CanvasNode } from './canvas-node';
import { placeItem } from './placing';
import { viewControl } from './viewport';

type Canvas = Pick<ReactFlowInstance, 'screenToFlowPosition'>;
type Point = { clientX: number; clientY: number };

const pointOf = (event: MouseEvent | TouchEvent): Point | undefined =>
  'changedTouches' in event ? event.changedTouches[0] : event;

/** Selection as React Flow reports it, node by node. It knows no flows: they leave the selection when a node comes into it. */
function afterChanges(
  selection: readonly string[],
  changes: readonly NodeChange<CanvasNode>[],
): readonly string[] {
  const { nodes } = useApp.getState().history.project;
  const isTaking = changes.some((change) => change.type === 'select' && change.selected);
  let next = isTaking ? selection.filter((id) => Object.hasOwn(nodes, id)) : selection;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    const others = next.filter((id) => id !== change.id);
    next = change.selected ? [...others, change.id] : others;
  }
  return next;
}

/** True while Alt is held: nothing then jumps to guides. React Flow tells of a drag without its event. */
let isAltDown = false;

/** Notes whether Alt is held while the pointer moves. */
export function noteAlt(event: React.PointerEvent): void {
  isAltDown = event.altKey;
}

/** Places of nodes while they are dragged; the document learns of them at the end, in one command. */
export function useDrag(): {
  dragged: ReadonlyMap<string, Position>;
  setDragged: (places: ReadonlyMap<string, Position>) => void;
  onNodesChange: (changes: NodeChange<CanvasNode>[]) => void;
  onNodeDragStop: (event: MouseEvent | TouchEvent, node: CanvasNode) => void;
} {
  const [dragged, setShown] = useState<ReadonlyMap<string, Position>>(new Map());
  const latest = useRef(dragged);
  const setDragged = useCallback((places: ReadonlyMap<string, Position>) => {
    latest.current = places;
    setShown(places);
  }, []);
  const derived = useDerived();
  const canvas = useReactFlow();
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      select(afterChanges(useApp.getState().selection, changes));
      const moves = changes.flatMap((change) => {
        const box = change.type === 'position' ? derived?.layout.boxes.get(change.id) : undefined;
        if (change.type !== 'position' || !change.position || change.dragging !== true || !box) return [];
        const centre = { x: change.position.x + box.width / 2, y: change.position.y + box.height / 2 };
        return [[change.id, centre] as const];
      });
      if (moves.length === 0) return;
      const places = alongGuides(new Map(moves), { zoom: canvas.getZoom(), isOff: isAltDown });
      showLaneTarget(places);
      setDragged(new Map([...latest.current, ...places]));
    },
    [derived, canvas, setDragged],
  );
  const onNodeDragStop = useCallback(
    (event: MouseEvent | TouchEvent, node: CanvasNode): void => {
      const places = latest.current;
      viewControl()?.focus(node.id);
      setDragged(new Map());
      hideGuides();
      showLaneTarget(new Map());
      const point = pointOf(event);
      const flow = point ? underPointer(point.clientX, point.clientY).flow : null;
      const place = places.get(node.id);
      if (places.size === 1 && flow !== null && place && insertNode(flow, node.id, place)) return;
      commitMove(places);
    },
    [setDragged],
  );
  return { dragged, setDragged, onNodesChange, onNodeDragStop };
}

interface ConnectionEnd {
  readonly isValid: boolean | null;
  readonly fromNode: { readonly id: string } | null;
  readonly fromHandle: { readonly type: string } | null;
}

interface Connecting {
  readonly onConnect: (connection: Connection) => void;
  readonly onConnectEnd: (event: MouseEvent | TouchEvent, state: ConnectionEnd) => void;
}

function connecting(canvas: Canvas): Connecting {
  return {
    onConnect: ({ source, target }) => connectNodes(source, target),
    onConnectEnd: (event, state) => {
      const point = pointOf(event);
      if (state.isValid === true || !state.fromNode || !point) return;
      const { node, isCanvas } = underPointer(point.clientX, point.clientY);
      const from = state.fromNode.id;
      const isOut = state.fromHandle?.type !== 'target';
      if (node !== null) {
        if (node !== from) connectNodes(isOut ? from : node, isOut ? node : from);
      } else if (isCanvas && isOut) {
        const at = canvas.screenToFlowPosition({ x: point.clientX, y: point.clientY });
        askWhatFollows({ from, at, x: point.clientX, y: point.clientY });
      }
    },
  };
}

/** Flows drawn from a handle: onto a node they connect, onto free canvas they ask what follows. */
export function useConnecting(): Connecting {
  const canvas = useReactFlow();
  return useMemo(() => connecting(canvas), [canvas]);
}

interface Clicks {
  readonly onNodeClick: (event: React.MouseEvent, node: CanvasNode) => void;
  readonly onPaneClick: (event: React.MouseEvent) => void;
  readonly onNodeDoubleClick: (event: React.MouseEvent, node: CanvasNode) => void;
}

function clicks(canvas: Canvas): Clicks {
  const at = (event: React.MouseEvent): Position =>
    canvas.screenToFlowPosition({ x: event.clientX, y: event.clientY });
  return {
    onNodeClick: (event, node) => {
      const { tool, renaming } = useApp.getState();
      // React Flow keeps the pointer from moving the focus.
      if (renaming === null) viewControl()?.focus(node.id);
      // In a narrow window the inspector comes to lie over the canvas.
      requestAnimationFrame(() => viewControl()?.reveal(node.id));
      if (tool.kind === 'connect') {
        const isFirst = tool.from === null;
        useApp.setState({
          tool: isFirst ? { kind: 'connect', from: node.id } : { kind: 'select' },
          notice: null,
        });
        if (tool.from !== null && tool.from !== node.id) {
          useApp.setState({ tool });
          endConnecting(node.id);
        }
      } else if (tool.kind === 'place') {
        useApp.setState({ tool: { kind: 'select' }, notice: null });
        placeItem(tool.item, { kind: 'node', id: node.id, at: at(event) });
      }
    },
    onPaneClick: (event) => {
      const { tool } = useApp.getState();
      viewControl()?.focusCanvas();
      if (tool.kind === 'select') select([]);
      if (tool.kind !== 'place') return;
      const { flow } = underPointer(event.clientX, event.clientY);
      useApp.setState({ tool: { kind: 'select' }, notice: null });
      placeItem(
        tool.item,
        flow === null ? { kind: 'canvas', at: at(event) } : { kind: 'flow', id: flow, at: at(event) },
      );
    },
    onNodeDoubleClick: (_, node) => {
      if (node.data.isBlock) lookInside(node.id);
      else useApp.setState({ renaming: node.id });
    },
  };
}

/** Clicks on the canvas: they select, or end what the tool began. Always the same functions, else every node would be drawn again. */
export function useClicks(): Clicks {
  const canvas = useReactFlow();
  return useMemo(() => clicks(canvas), [canvas]);
}
