import { Panel, type ReactFlowState, useReactFlow, useStore } from '@xyflow/react';
import { memo, useMemo, useRef } from 'react';
import { boxRoundAll } from '../../shared/layout/geometry';
import type { Box, MapLayout } from '../../shared/layout/types';
import type { MapGraph } from '../../shared/model/queries';
import type { ValueClass } from '../../shared/model/value-sets';
import { en } from '../../shared/text/en';
import styles from './canvas.module.css';

/** Its size in pixels. */
const size = { width: 164, height: 92 };
/** Space round the map, pixels. */
const edge = 5;

const inks: Readonly<Record<ValueClass | 'unknown', string>> = {
  VA: 'var(--va)',
  NNVA: 'var(--nnva)',
  NVA: 'var(--nva)',
  unknown: 'var(--borderStrong)',
};

const rectangle = ({ x, y, width, height }: Box): string => `M${x} ${y}h${width}v${height}h${-width}z`;

interface Block {
  readonly box: Box;
  readonly ink: string;
}

/** So many nodes are drawn together: a drag changes a few of a thousand. */
const partSize = 40;

/** Some nodes as one path for each colour: hundreds of elements would be drawn anew with every move of the view. */
const Part = memo(
  ({ blocks }: { blocks: readonly Block[] }): React.JSX.Element => {
    const data = new Map<string, string>();
    for (const { box, ink } of blocks) data.set(ink, (data.get(ink) ?? '') + rectangle(box));
    return (
      <>
        {[...data].map(([ink, d]) => (
          <path key={ink} d={d} fill={ink} />
        ))}
      </>
    );
  },
  (one, other) =>
    one.blocks.length === other.blocks.length &&
    one.blocks.every(({ box, ink }, at) => box === other.blocks[at]?.box && ink === other.blocks[at]?.ink),
);

const Blocks = memo(function Blocks(props: { graph: MapGraph; layout: MapLayout }): React.JSX.Element {
  const blocks = props.graph.nodes.flatMap((node): Block[] => {
    const box = props.layout.boxes.get(node.id);
    return box ? [{ box, ink: inks[node.value ?? 'unknown'] }] : [];
  });
  const parts = Array.from({ length: Math.ceil(blocks.length / partSize) }, (_, at) =>
    blocks.slice(at * partSize, (at + 1) * partSize),
  );
  return (
    <>
      {parts.map((part, at) => (
        <Part key={at} blocks={part} />
      ))}
    </>
  );
});

/** The part of the canvas that the window shows. */
const seenBox = ({ transform: [x, y, zoom], width, height }: ReactFlowState): Box => ({
  x: -x / zoom,
  y: -y / zoom,
  width: width / zoom,
  height: height / zoom,
});

const isSame = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** How far the view is zoomed when a wheel turns. */
function wheelFactor({ deltaY, deltaMode }: React.WheelEvent): number {
  const unit =
    deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 0.002 : 1;
  return 2 ** (-deltaY * unit);
}

/** The whole map in small, with what the window does not show veiled; dragging moves the view, the wheel zooms it. */
export function Minimap(props: { graph: MapGraph; layout: MapLayout }): React.JSX.Element {
  const canvas = useReactFlow();
  const seen = useStore(seenBox, isSame);
  const last = useRef<{ x: number; y: number } | null>(null);
  const all = useMemo(() => boxRoundAll([...props.layout.boxes.values()]), [props.layout]);
  const { x, y, width, height } = boxRoundAll([all, seen]);
  const scale = Math.max(width / size.width, height / size.height);
  const frame = {
    x: x - (scale * size.width - width) / 2 - edge * scale,
    y: y - (scale * size.height - height) / 2 - edge * scale,
    width: scale * (size.width + 2 * edge),
    height: scale * (size.height + 2 * edge),
  };
  const pan = (event: React.PointerEvent): void => {
    if (!last.current) return;
    const view = canvas.getViewport();
    const step = scale * view.zoom;
    void canvas.setViewport({
      x: view.x - (event.clientX - last.current.x) * step,
      y: view.y - (event.clientY - last.current.y) * step,
      zoom: view.zoom,
    });
    last.current = { x: event.clientX, y: event.clientY };
  };
  return (
    <Panel position="bottom-right" data-overview className={styles.overview ?? ''}>
      <svg
        {...size}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
        role="img"
        aria-label={en.canvas.minimap}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={pan}
        onPointerUp={() => {
          last.current = null;
        }}
        onWheel={(event) => void canvas.zoomTo(canvas.getZoom() * wheelFactor(event))}
      >
        <Blocks graph={props.graph} layout={props.layout} />
        <path className={styles.veil} fillRule="evenodd" d={rectangle(frame) + rectangle(seen)} />
      </svg>
    </Panel>
  );
}
