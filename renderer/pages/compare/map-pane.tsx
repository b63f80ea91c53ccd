import { memo, useEffect, useRef } from 'react';
import type { DifferenceKind } from '../../../shared/analysis/map-changes';
import { compareText as words } from '../../../shared/text/compare';
import { Symbol } from '../../canvas/symbol';
import styles from './compare.module.css';
import { chooseDifferences, useCompare } from './compare-state';
import type { DrawnMap, DrawnPart } from './map-drawing';
import type { SyncedView } from './use-synced-view';

const OnePart = memo(function OnePart(props: { part: DrawnPart; isDimmed: boolean }): React.JSX.Element {
  const { id, group } = props.part;
  return (
    <g data-part={id ?? undefined} data-dimmed={props.isDimmed || undefined}>
      <Symbol group={group} />
    </g>
  );
});

/** All parts of a drawing; those of other kinds than the chosen ones are dimmed. */
const Parts = memo(function Parts(props: {
  parts: readonly DrawnPart[];
  kinds: readonly DifferenceKind[];
}): React.JSX.Element {
  const { parts, kinds } = props;
  const isDimmed = (part: DrawnPart): boolean =>
    kinds.length > 0 && part.kinds.length > 0 && !part.kinds.some((kind) => kinds.includes(kind));
  return (
    <>
      {parts.map((part, at) => (
        <OnePart key={`${String(at)} ${part.id ?? ''}`} part={part} isDimmed={isDimmed(part)} />
      ))}
    </>
  );
});

function Highlight(props: {
  drawn: DrawnMap;
  id: string | null;
  tone: 'chosen' | 'pointed';
}): React.JSX.Element | null {
  const { drawn, id, tone } = props;
  const box = id === null ? undefined : drawn.boxes.get(id);
  const path = id === null ? undefined : drawn.paths.get(id);
  if (box)
    return (
      <rect
        className={styles.highlight}
        data-tone={tone}
        x={box.x - 7}
        y={box.y - 7}
        width={box.width + 14}
        height={box.height + 14}
        rx={13}
      />
    );
  return path === undefined ? null : <path className={styles.highlight} data-tone={tone} d={path} />;
}

/** The id of what lies under the pointer. */
function idUnder(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest('[data-part]')?.getAttribute('data-part') ?? null)
    : null;
}

const step = 60;

function moveByKey(event: React.KeyboardEvent, synced: SyncedView): void {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => synced.moveBy(step, 0),
    ArrowRight: () => synced.moveBy(-step, 0),
    ArrowUp: () => synced.moveBy(0, step),
    ArrowDown: () => synced.moveBy(0, -step),
    '+': () => synced.zoomBy(1.2),
    '=': () => synced.zoomBy(1.2),
    '-': () => synced.zoomBy(1 / 1.2),
  };
  const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move();
}

/** Turning the wheel moves the drawing, with Ctrl it zooms; the page must not scroll or zoom meanwhile. */
function useWheel(area: React.RefObject<HTMLDivElement | null>, synced: SyncedView): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      if (event.ctrlKey || event.metaKey)
        synced.zoomBy(2 ** (-event.deltaY * lines * 0.004), {
          x: event.clientX - left,
          y: event.clientY - top,
        });
      else synced.moveBy(-event.deltaX * lines, -event.deltaY * lines);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [area, synced]);
}

/** Tells the view how much room there is. */
function useRoomOf(area: React.RefObject<HTMLDivElement | null>, setRoom: SyncedView['setRoom']): void {
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [area, setRoom]);
}

interface MapPaneProps {
  drawn: DrawnMap;
  /** What is drawn, for screen readers. */
  label: string;
  /** Stands above the drawing at its left. */
  caption: React.ReactNode;
  synced: SyncedView;
  /** Where the drawing lies beside the shared view, pixels of the drawing. */
  shift: { readonly x: number; readonly y: number };
}

/** A drawing that is dragged, turned and zoomed together with the others. */
export function MapPane(props: MapPaneProps): React.JSX.Element {
  const { drawn, synced, shift } = props;
  const area = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number; isMoved: boolean } | null>(null);
  const chosen = useCompare((state) => state.chosen);
  const pointed = useCompare((state) => state.pointed);
  const kinds = useCompare((state) => state.kinds);
  useWheel(area, synced);
  useRoomOf(area, synced.setRoom);
  const { x, y, scale } = synced.view;
  const at = { x: drawn.bounds.x + x + shift.x, y: drawn.bounds.y + y + shift.y };
  return (
    <div className={styles.paneFrame}>
      <div className={styles.caption}>{props.caption}</div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys by its definition */}
      <div
        ref={area}
        className={styles.pane}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it moves by keys
        tabIndex={0}
        aria-label={words.pane.label}
        onKeyDown={(event) => moveByKey(event, synced)}
        onPointerDown={(event) => {
          drag.current = { x: event.clientX, y: event.clientY, isMoved: false };
        }}
        onPointerMove={(event) => {
          const from = drag.current;
          if (!from || event.buttons === 0) {
            useCompare.setState({ pointed: idUnder(event.target) });
            return;
          }
          const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
          if (!from.isMoved && Math.hypot(dx, dy) < 4) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          synced.moveBy(dx, dy);
          drag.current = { x: event.clientX, y: event.clientY, isMoved: true };
        }}
        onPointerUp={(event) => {
          const id = idUnder(event.target);
          if (drag.current?.isMoved === false) chooseDifferences(id === null ? [] : [id]);
          drag.current = null;
        }}
        onPointerLeave={() => useCompare.setState({ pointed: null })}
      >
        <svg className={styles.drawing} role="img" aria-label={props.label}>
          <g transform={`scale(${String(scale)}) translate(${String(-at.x)} ${String(-at.y)})`}>
            <Parts parts={drawn.parts} kinds={kinds} />
            <Highlight drawn={drawn} id={pointed} tone="pointed" />
            {chosen.map((id) => (
              <Highlight key={id} drawn={drawn} id={id} tone="chosen" />
            ))}
          </g>
        </svg>
      </div>
    </div>
  );
}
