import { type ReactFlowInstance, useReactFlow, useStore } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import type { Box, MapLayout } from '../../shared/layout/types';
import type { Position } from '../../shared/model/project';
import { lookUp } from '../../shared/model/queries';
import { derivedNow } from '../derive';
import { lanesNow } from '../lanes-now';
import { useApp } from '../store';
import type { CanvasNode } from './canvas-node';
import { laneNames } from './lane-names';

/** The moves of the view that actions outside the canvas ask for. */
export interface ViewControl {
  readonly fit: () => void;
  /** Shows a map that was just opened: as a whole, or from its beginning where the whole could not be read. */
  readonly open: () => void;
  readonly fitSelection: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly actualSize: () => void;
  /** Brings nodes or flows into the middle; the zoom stays where they can be read. */
  readonly show: (ids: readonly string[]) => void;
  /** Moves the view only where a node lies outside it. */
  readonly reveal: (id: string) => void;
  /** Gives the focus to a node, so that keys act on it. */
  readonly focus: (id: string | null) => void;
  /** Gives the focus to the canvas itself. */
  readonly focusCanvas: () => void;
  /** The point of the canvas under a point of the window. */
  readonly pointAt: (x: number, y: number) => Position;
  /** The point of the canvas at the middle of the window. */
  readonly middle: () => Position;
}

let control: ViewControl | null = null;

/** The view of the canvas, null while there is none. */
export function viewControl(): ViewControl | null {
  return control;
}

/** How long the view takes to move, ms; it jumps where people want less motion. */
function duration(): number {
  return document.documentElement.dataset['motion'] === 'reduced' ? 0 : 160;
}

/** Below this zoom the small print is left out. */
const farZoom = 0.4;
/** Below this zoom the frames of the focus and the selection are drawn thicker, so that they are seen. */
const smallZoom = 0.75;
/** Space that is kept for the strip of lane names, and the space round a fitted map, pixels. */
const strip = 50;
const margin = 20;
/** Maps are fitted as a whole, down to this zoom. */
export const leastZoom = 0.05;
/** A map that would be smaller than this as a whole is first shown from its beginning, large enough to be read. */
const leastOpening = 0.6;
const openingZoom = 0.85;
/** Nodes are brought into view at least this large. */
const readableZoom = 0.7;

type Canvas = ReactFlowInstance<CanvasNode>;
type Area = RefObject<HTMLDivElement | null>;

function boxRoundAll(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

interface Fit {
  /** Nodes to fit; null for the whole map. */
  readonly ids: readonly string[] | null;
  readonly most: number;
  /** Least zoom: where the map does not fit it begins at the left. */
  readonly least: number;
  readonly isOpening?: boolean;
}

/** Width of the strip of lane names at a zoom, 0 where there are no lanes. */
const stripAt = ({ lanes }: MapLayout, zoom: number): number =>
  lanes.length > 0 ? Math.max(strip, laneNames(lanes, zoom).width) : 0;

/** The zoom at which a box fits beside the names of the lanes, which take more room the smaller the map is. */
function zoomFor(layout: MapLayout, box: Box, room: { width: number; height: number }, limits: Fit): number {
  const beside = (left: number): number =>
    Math.max(
      limits.least,
      Math.min(
        limits.most,
        (room.width - left - 2 * margin) / box.width,
        (room.height - 2 * margin) / box.height,
      ),
    );
  const guess = beside(stripAt(layout, 1));
  return beside(stripAt(layout, guess));
}

/** Fits nodes, or the whole map, into the window; at the opening a map that would be too small to be read begins where the stream does. */
function fit(canvas: Canvas, area: Area, wanted: Fit): void {
  const layout = derivedNow()?.layout;
  const size = area.current?.getBoundingClientRect();
  if (!layout || !size || size.width === 0) return;
  const { ids } = wanted;
  const boxes = ids === null ? [layout.bounds] : ids.flatMap((id) => layout.boxes.get(id) ?? []);
  if (boxes.length === 0) return;
  const box = boxRoundAll(boxes);
  const width = size.width - coveredWidth();
  const fitting = zoomFor(layout, box, { width, height: size.height }, wanted);
  const isTooSmall = wanted.isOpening === true && fitting < leastOpening;
  const zoom = isTooSmall ? openingZoom : fitting;
  const left = stripAt(layout, zoom);
  // What does not fit begins at the left and at the top, as one reads.
  const roomX = Math.max(margin, (width - left - box.width * zoom) / 2);
  const roomY = Math.max(margin, (size.height - box.height * zoom) / 2);
  const x = left + roomX - box.x * zoom;
  const y = roomY - box.y * zoom;
  const begin = isTooSmall ? beginningOf(layout) : undefined;
  const below = begin
    ? shift(begin.y * zoom + y, (begin.y + begin.height) * zoom + y, margin, size.height - margin)
    : 0;
  void canvas.setViewport({ x, y: y + below, zoom }, { duration: duration() });
}

/** The box furthest to the left: where the stream begins. */
function beginningOf({ boxes }: MapLayout): Box | undefined {
  return [...boxes.values()].sort((a, b) => a.x - b.x || a.y - b.y)[0];
}

/** The box of a node, or of the node that a flow leads to. */
function boxOf(id: string): Box | undefined {
  const layout = derivedNow()?.layout;
  const flow = lookUp(useApp.getState().history.project.flows, id);
  return layout?.boxes.get(flow?.to ?? id);
}

/** Width of the panel that lies over the right of the canvas, 0 where none does. */
export function coveredWidth(): number {
  return document.querySelector('[data-over="true"]')?.clientWidth ?? 0;
}

/** Puts all of the nodes into the middle, the first one where they do not fit together. */
function show(canvas: Canvas, area: Area, ids: readonly string[]): void {
  const size = area.current?.getBoundingClientRect();
  const boxes = ids.flatMap((id) => boxOf(id) ?? []);
  const [first] = boxes;
  if (!first || !size) return;
  const zoom = Math.max(canvas.getZoom(), readableZoom);
  const width = size.width - coveredWidth();
  const all = boxRoundAll(boxes);
  const fits =
    all.width * zoom <= width - strip - 2 * margin && all.height * zoom <= size.height - 2 * margin;
  const box = fits ? all : first;
  const x = width / 2 - (box.x + box.width / 2) * zoom;
  const y = size.height / 2 - (box.y + box.height / 2) * zoom;
  void canvas.setViewport({ x, y, zoom }, { duration: duration() });
}

/** How far a stretch lies outside a window, so that moving by the answer brings it in; its beginning wins where it is too long. */
function shift(from: number, to: number, least: number, most: number): number {
  if (from < least) return least - from;
  return to > most ? Math.max(most - to, least - from) : 0;
}

/** The zoom bar reaches that far from the left of the canvas, pixels. */
const zoomWidth = 260;

/** Where nothing lies over the canvas: left of the panel; above the overview and the zoom bar, and left of the overview. */
function clearOf(size: DOMRect): { right: number; bottom: number; side: number } {
  const overview = document.querySelector('[data-overview]')?.getBoundingClientRect();
  const zoom = document.querySelector('[data-zoom-tools]')?.getBoundingClientRect();
  const tops = [overview?.top, zoom?.top].flatMap((top) => (top === undefined ? [] : [top - size.top]));
  return {
    right: size.width - coveredWidth() - margin,
    bottom: Math.min(size.height, ...tops) - margin,
    side: overview ? overview.left - size.left : size.width,
  };
}

function reveal(canvas: Canvas, area: Area, id: string): void {
  const box = boxOf(id);
  const size = area.current?.getBoundingClientRect();
  if (!box || !size) return;
  const { x, y, zoom } = canvas.getViewport();
  const [left, top] = [box.x * zoom + x, box.y * zoom + y];
  const clear = clearOf(size);
  const width = Math.min(box.width * zoom * 2, clear.right - strip - margin);
  const dx = shift(left, left + box.width * zoom, strip + margin, clear.right);
  const isUnder = left + box.width * zoom > clear.side && top + box.height * zoom > clear.bottom;
  const isAside = dx !== 0 || isUnder;
  // What is brought in from the right gets room for the next step behind it.
  const aside = dx < 0 ? Math.max(clear.right - left - width, strip + margin - left) : dx;
  const dy = shift(
    top,
    top + box.height * zoom,
    margin,
    isAside || left < zoomWidth ? clear.bottom : size.height - margin,
  );
  if (aside !== 0 || dy !== 0)
    void canvas.setViewport({ x: x + aside, y: y + dy, zoom }, { duration: duration() });
}

function controlOf(canvas: Canvas, area: Area): ViewControl {
  const nodeElement = (id: string): Element | null | undefined =>
    area.current?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
  return {
    fit: () => fit(canvas, area, { ids: null, most: 1.1, least: leastZoom }),
    open: () => fit(canvas, area, { ids: null, most: 1.1, least: leastZoom, isOpening: true }),
    fitSelection: () => fit(canvas, area, { ids: useApp.getState().selection, most: 1.5, least: leastZoom }),
    zoomBy: (factor) => void canvas.zoomTo(canvas.getZoom() * factor, { duration: duration() }),
    actualSize: () => void canvas.zoomTo(1, { duration: duration() }),
    show: (ids) => show(canvas, area, ids),
    reveal: (id) => reveal(canvas, area, id),
    focus: (id) => {
      const target = id === null ? area.current?.querySelector('.react-flow__node') : nodeElement(id);
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    },
    focusCanvas: () => area.current?.focus({ preventScroll: true }),
    pointAt: (x, y) => canvas.screenToFlowPosition({ x, y }),
    middle: () => {
      const size = area.current?.getBoundingClientRect() ?? new DOMRect();
      return canvas.screenToFlowPosition({ x: size.left + size.width / 2, y: size.top + size.height / 2 });
    },
  };
}

/** Fits the map again when its lanes change, where all of it was seen before, and gives the focus back to the canvas. */
function useKeepsFitted(canvas: Canvas, area: Area): void {
  const lanes = useApp((state) => lanesNow(state));
  const shown = useRef(lanes);
  const bounds = useRef<Box | null>(null);
  useEffect(() => {
    const known = bounds.current;
    bounds.current = derivedNow()?.layout.bounds ?? null;
    if (shown.current === lanes) return;
    shown.current = lanes;
    const size = area.current?.getBoundingClientRect();
    const { x, y, zoom } = canvas.getViewport();
    const isAllSeen =
      known !== null &&
      size !== undefined &&
      known.x * zoom + x >= 0 &&
      known.y * zoom + y >= 0 &&
      (known.x + known.width) * zoom + x <= size.width &&
      (known.y + known.height) * zoom + y <= size.height;
    requestAnimationFrame(() => {
      if (isAllSeen) control?.fit();
      control?.focusCanvas();
    });
  });
}

/** True once the window gave the focus to a canvas by itself. */
let wasFocused = false;

/** Gives the focus to a canvas that just came. In a window that begins with a file its frame is left out until the first key. */
function focusFirst(area: Area): void {
  const stage = area.current;
  if (stage && !wasFocused && location.hash === '#map') {
    stage.dataset['quiet'] = 'true';
    const showFrame = (): void => {
      delete stage.dataset['quiet'];
    };
    window.addEventListener('keydown', showFrame, { once: true, capture: true });
  }
  wasFocused = true;
  control?.focus(null);
}

/** Ties the view of the canvas to the actions, and fits the map when it is opened. */
export function useViewport(area: Area): { isFar: boolean; isSmall: boolean } {
  const canvas = useReactFlow<CanvasNode>();
  const isFar = useStore((state) => state.transform[2] < farZoom);
  const isSmall = useStore((state) => state.transform[2] < smallZoom);
  const isReady = useStore((state) => state.width > 0 && state.domNode !== null);
  const mapId = useApp((state) => state.mapId);
  useEffect(() => {
    control = controlOf(canvas, area);
    return () => {
      control = null;
    };
  }, [canvas, area]);
  useEffect(() => {
    if (!isReady) return;
    control?.open();
    // What had the focus went away before the canvas was there.
    if (document.activeElement === document.body) focusFirst(area);
  }, [isReady, mapId, area]);
  useKeepsFitted(canvas, area);
  return { isFar, isSmall };
}
