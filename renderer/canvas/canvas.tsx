import '@xyflow/react/dist/base.css';
import {
  type Connection,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { gridSize } from '../../shared/layout/sizes';
import type { Position } from '../../shared/model/project';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import { select, useApp } from '../store';
import styles from './canvas.module.css';
import { useCanvasKeys } from './canvas-keys';
import { CanvasMenu } from './canvas-menu';
import { ContextToolbar } from './context-toolbar';
import { FlowLayer } from './flow-layer';
import { commitMove, connectNodes, insertNode, underPointer } from './gestures';
import { LaneLayer } from './lane-layer';
import { Ladder } from './ladder';
import { type CanvasNode, NodeView } from './node-view';
import { Overview, ZoomTools } from './overview';
import { placeItem, placeNext } from './placing';
import { useShown } from './shown';
import { useViewport } from './viewport';

const nodeTypes = { map: NodeView };
const noEdges: never[] = [];

/** Selection as React Flow reports it, node by node. */
function afterChanges(selection: readonly string[], changes: readonly NodeChange<CanvasNode>[]): readonly string[] {
  let next = selection;
  for (const change of changes) {
    if (change.type !== 'select') continue;
    const others = next.filter((id) => id !== change.id);
    next = change.selected ? [...others, change.id] : others;
  }
  return next;
}

/** Places of nodes while they are dragged; the document learns of them at the end. */
function useDrag(): {
  dragged: ReadonlyMap<string, Position>;
  onNodesChange: (changes: NodeChange<CanvasNode>[]) => void;
  setDragged: (places: ReadonlyMap<string, Position>) => void;
} {
  const [dragged, setDragged] = useState<ReadonlyMap<string, Position>>(new Map());
  const derived = useDerived();
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      select(afterChanges(useApp.getState().selection, changes));
      const moves = changes.flatMap((change) => {
        const box = change.type === 'position' ? derived?.layout.boxes.get(change.id) : undefined;
        if (change.type !== 'position' || !change.position || change.dragging !== true || !box) return [];
        const centre = { x: change.position.x + box.width / 2, y: change.position.y + box.height / 2 };
        return [[change.id, centre] as const];
      });
      if (moves.length > 0) setDragged((known) => new Map([...known, ...moves]));
    },
    [derived],
  );
  return { dragged, onNodesChange, setDragged };
}

function useConnecting(): {
  onConnect: (connection: Connection) => void;
  onConnectEnd: (event: MouseEvent | TouchEvent, state: { isValid: boolean | null; fromNode: { id: string } | null; fromHandle: { type: string } | null }) => void;
} {
  const flow = useReactFlow();
  return {
    onConnect: ({ source, target }) => connectNodes(source, target),
    onConnectEnd: (event, state) => {
      if (state.isValid === true || !state.fromNode) return;
      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (!point) return;
      const under = underPointer(point.clientX, point.clientY);
      const from = state.fromNode.id;
      const isOut = state.fromHandle?.type !== 'target';
      if (under.node !== null) {
        if (under.node !== from) connectNodes(isOut ? from : under.node, isOut ? under.node : from);
      } else if (under.isCanvas && isOut) {
        placeNext(from, { kind: 'element', id: 'step' }, { at: flow.screenToFlowPosition({ x: point.clientX, y: point.clientY }) });
      }
    },
  };
}

/** A click while something is to be placed or connected. */
function useToolClicks(): { onNodeClick: (event: React.MouseEvent, node: CanvasNode) => void; onCanvasClick: (event: React.MouseEvent) => void } {
  const flow = useReactFlow();
  return {
    onNodeClick: (event, node) => {
      const { tool } = useApp.getState();
      if (tool.kind === 'connect') {
        if (tool.from !== null && tool.from !== node.id) connectNodes(tool.from, node.id);
        useApp.setState({ tool: tool.from === null ? { kind: 'connect', from: node.id } : { kind: 'select' } });
      } else if (tool.kind === 'place') {
        placeItem(tool.item, { kind: 'node', id: node.id, at: flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }) });
        useApp.setState({ tool: { kind: 'select' } });
      }
    },
    onCanvasClick: (event) => {
      const { tool } = useApp.getState();
      if (tool.kind !== 'place') return;
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const under = underPointer(event.clientX, event.clientY);
      placeItem(tool.item, under.flow === null ? { kind: 'canvas', at } : { kind: 'flow', id: under.flow, at });
      useApp.setState({ tool: { kind: 'select' } });
    },
  };
}

function Stage(): React.JSX.Element {
  const { dragged, onNodesChange, setDragged } = useDrag();
  const shown = useShown(dragged);
  const tool = useApp((state) => state.tool);
  const { snap, minimap } = useApp((state) => state.preferences);
  const connecting = useConnecting();
  const clicks = useToolClicks();
  const area = useRef<HTMLDivElement>(null);
  const view = useViewport(area);
  const { onKeyDown, onKeyUp } = useCanvasKeys(setDragged);
  const snapGrid = useMemo((): [number, number] => [gridSize, gridSize], []);
  return (
    <div
      ref={area}
      className={styles.stage}
      data-canvas
      data-tool={tool.kind}
      data-far={view.isFar}
      role="application"
      aria-label={en.canvas.canvas}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
    >
      <LaneLayer lanes={shown.layout.lanes} />
      <CanvasMenu>
        <ReactFlow<CanvasNode>
          nodes={shown.nodes}
          edges={noEdges}
          nodeTypes={nodeTypes}
          onNodesChange={onNodesChange}
          onNodeDragStop={(event, node) => {
            const places = dragged;
            setDragged(new Map());
            const point = 'changedTouches' in event ? event.changedTouches[0] : event;
            const under = underPointer(point?.clientX ?? -1, point?.clientY ?? -1);
            const place = places.get(node.id);
            if (places.size === 1 && under.flow !== null && place && insertNode(under.flow, node.id, place)) return;
            commitMove(places);
          }}
          {...connecting}
          onNodeClick={clicks.onNodeClick}
          onPaneClick={(event) => {
            if (tool.kind === 'select') select([]);
            else clicks.onCanvasClick(event);
          }}
          onNodeDoubleClick={(_, node) => useApp.setState({ renaming: node.id })}
          snapToGrid={snap}
          snapGrid={snapGrid}
          selectionOnDrag={tool.kind === 'select'}
          selectionMode={SelectionMode.Partial}
          panOnDrag={tool.kind === 'pan' ? [0, 1, 2] : [1]}
          panOnScroll
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
          selectionKeyCode={null}
          deleteKeyCode={null}
          disableKeyboardA11y
          minZoom={0.1}
          maxZoom={3}
          connectionRadius={28}
          nodeDragThreshold={3}
          onlyRenderVisibleElements={shown.nodes.length > 150}
          proOptions={{ hideAttribution: true }}
        >
          <FlowLayer flows={shown.flows} selection={shown.selection} />
          <ContextToolbar layout={shown.layout} isHidden={dragged.size > 0} />
          {minimap && <Overview />}
        </ReactFlow>
      </CanvasMenu>
      <ZoomTools />
    </div>
  );
}

/** The canvas with the timeline ladder below it. */
export function Canvas(): React.JSX.Element {
  return (
    <ReactFlowProvider>
      <Stage />
      <Ladder />
    </ReactFlowProvider>
  );
}
