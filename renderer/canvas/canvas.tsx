import '@xyflow/react/dist/base.css';
import { ReactFlow, type ReactFlowProps, ReactFlowProvider, SelectionMode } from '@xyflow/react';
import { memo, useRef } from 'react';
import { gridSize } from '../../shared/layout/sizes';
import { en } from '../../shared/text/en';
import { useApp } from '../store';
import { useCanvasKeys } from './canvas-keys';
import { CanvasMenu, menuByKey } from './canvas-menu';
import styles from './canvas.module.css';
import { ConnectPicker } from './connect-picker';
import { ContextToolbar } from './context-toolbar';
import { DropMenu } from './drop-menu';
import { FlowLayer } from './flow-layer';
import { FoundMarks } from './found-marks';
import { GroupLayer, Trail } from './group-layer';
import { GuideLayer } from './guide-layer';
import { Ladder } from './ladder';
import { EmptyHint } from './empty-hint';
import { LaneBands, LaneNames } from './lane-layer';
import type { CanvasNode } from './canvas-node';
import { useNear } from './near';
import { NodeView } from './node-view';
import { Overview, ZoomTools } from './overview';
import { PlainContext, useFarView } from './plain-zoom';
import { QuickEntry } from '../capture/quick-entry';
import { noteAlt, useClicks, useConnecting, useDrag } from './pointer';
import { RoomLayer } from './room-layer';
import { useShown } from './shown';
import { leastZoom, useViewport } from './viewport';

/** What never changes on the canvas: its limits, and the habits of React Flow that the app replaces by its own. */
const fixed = {
  nodeTypes: { map: NodeView },
  edges: [],
  snapGrid: [gridSize, gridSize],
  selectionMode: SelectionMode.Partial,
  panOnScroll: true,
  zoomOnScroll: false,
  zoomOnDoubleClick: false,
  multiSelectionKeyCode: ['Shift', 'Meta', 'Control'],
  selectionKeyCode: null,
  deleteKeyCode: null,
  disableKeyboardA11y: true,
  minZoom: leastZoom,
  maxZoom: 3,
  connectionRadius: 28,
  nodeDragThreshold: 3,
  connectOnClick: false,
  connectionDragThreshold: 4,
  proOptions: { hideAttribution: true },
  ariaLabelConfig: {
    'node.a11yDescription.keyboardDisabled': en.canvas.nodeKeys,
    'node.a11yDescription.default': en.canvas.nodeKeys,
    'edge.a11yDescription.default': en.canvas.flowKeys,
  },
} satisfies ReactFlowProps<CanvasNode>;

/** Left drags with the hand, the middle button drags always. */
const panButtons = { pan: [0, 1, 2], other: [1] };

/** What stands over the map and does not move with it; nothing of it is drawn again while a step is dragged. */
const Above = memo(function Above(): React.JSX.Element {
  return (
    <>
      <Trail />
      <ConnectPicker />
      <DropMenu />
      <EmptyHint />
      <ZoomTools />
    </>
  );
});

function Stage(): React.JSX.Element {
  const { dragged, setDragged, onNodesChange, onNodeDragStop } = useDrag();
  const shown = useShown(dragged);
  const near = useNear(shown);
  const selection = useApp((state) => state.selection);
  const tool = useApp((state) => state.tool.kind);
  const { snap, minimap } = useApp((state) => state.preferences);
  const connecting = useConnecting();
  const clicks = useClicks();
  const area = useRef<HTMLDivElement>(null);
  const view = useViewport(area);
  const { isPlain, marks } = useFarView();
  const keys = useCanvasKeys(setDragged);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys by its definition
    <div
      ref={area}
      className={styles.stage}
      data-canvas
      data-pane="canvas"
      data-tool={tool}
      data-far={view.isFar}
      {...marks}
      data-small={view.isSmall}
      role="application"
      tabIndex={-1}
      aria-label={en.canvas.canvas}
      onPointerMoveCapture={noteAlt}
      onContextMenu={menuByKey}
      {...keys}
    >
      <LaneBands lanes={shown.layout.lanes} />
      <CanvasMenu>
        <PlainContext value={isPlain}>
          <ReactFlow<CanvasNode>
            {...fixed}
            nodes={near.nodes}
            onNodesChange={onNodesChange}
            onNodeDragStop={onNodeDragStop}
            {...connecting}
            {...clicks}
            snapToGrid={snap}
            selectionOnDrag={tool === 'select'}
            panOnDrag={tool === 'pan' ? panButtons.pan : panButtons.other}
          >
            <GroupLayer layout={shown.layout} />
            <FlowLayer flows={near.flows} selection={selection} />
            <FoundMarks layout={shown.layout} />
            <ContextToolbar layout={shown.layout} isHidden={dragged.size > 0} />
            <GuideLayer />
            <RoomLayer setDragged={setDragged} />
            {minimap && <Overview layout={shown.layout} />}
          </ReactFlow>
        </PlainContext>
        <LaneNames lanes={shown.layout.lanes} />
      </CanvasMenu>
      <Above />
    </div>
  );
}

/** The canvas with the timeline ladder below it. */
export function Canvas(): React.JSX.Element {
  return (
    <ReactFlowProvider>
      <Stage />
      <QuickEntry />
      <Ladder />
    </ReactFlowProvider>
  );
}
