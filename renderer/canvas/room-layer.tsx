import { useReactFlow, useStore } from '@xyflow/react';
import { useRef } from 'react';
import type { Position } from '../../shared/model/project';
import { useApp } from '../store';
import styles from './guide-layer.module.css';
import canvas from './canvas.module.css';
import { OnMap } from './on-map';
import { dragRoom, endRoom, useRoomLine } from './room-tool';
import { viewControl } from './viewport';

/** Long enough to cross every window at every zoom, pixels of the map. */
const far = 100_000;

function Line(): React.JSX.Element | null {
  const line = useRoomLine((state) => state.line);
  const zoom = useStore((state) => state.transform[2]);
  if (!line) return null;
  const { axis, at, by } = line;
  const from = Math.min(at, at + by);
  const size = Math.abs(by);
  const isX = axis === 'x';
  const to = at + by;
  return (
    <OnMap>
      <svg className={styles.room} aria-hidden="true" data-room={by}>
        <rect
          className={styles.roomArea}
          x={isX ? from : -far}
          y={isX ? -far : from}
          width={isX ? size : 2 * far}
          height={isX ? 2 * far : size}
        />
        <path
          className={styles.roomLine}
          d={
            isX ? `M${at} ${-far}V${far}M${to} ${-far}V${far}` : `M${-far} ${at}H${far}M${-far} ${to}H${far}`
          }
          strokeWidth={1.5 / zoom}
        />
      </svg>
    </OnMap>
  );
}

/** While room is made: a drag to the right or down moves everything beyond. */
export function RoomLayer(props: {
  setDragged: (places: ReadonlyMap<string, Position>) => void;
}): React.JSX.Element | null {
  const isOn = useApp((state) => state.tool.kind === 'room');
  const { screenToFlowPosition } = useReactFlow();
  const start = useRef<Position | null>(null);
  if (!isOn) return null;
  const point = (event: React.PointerEvent): Position =>
    screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
  return (
    <>
      <div
        className={canvas.roomPane}
        data-room-pane
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          viewControl()?.focusCanvas();
          start.current = point(event);
        }}
        onPointerMove={(event) => {
          const from = start.current;
          const to = from && point(event);
          if (to && Math.hypot(to.x - from.x, to.y - from.y) > 4) dragRoom(from, to, props.setDragged);
        }}
        onPointerUp={() => {
          start.current = null;
          endRoom(true, props.setDragged);
        }}
        onPointerCancel={() => {
          start.current = null;
          endRoom(false, props.setDragged);
        }}
      />
      <Line />
    </>
  );
}
