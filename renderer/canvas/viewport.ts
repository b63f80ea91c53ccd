import { useReactFlow, useStore } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { derivedNow } from '../derive';
import { useApp } from '../store';

/** The moves of the view that actions outside the canvas ask for. */
export interface ViewControl {
  fit: () => void;
  fitSelection: () => void;
  zoomBy: (factor: number) => void;
  actualSize: () => void;
  /** Brings nodes or flows into view and keeps the zoom where it can. */
  show: (ids: readonly string[]) => void;
  focus: (id: string | null) => void;
  /** The point of the canvas under a point of the window. */
  pointAt: (x: number, y: number) => { x: number; y: number };
  /** The point of the canvas at the middle of the window. */
  middle: () => { x: number; y: number };
}

let control: ViewControl | null = null;

/** The view of the canvas, null while there is none. */
export function viewControl(): ViewControl | null {
  return control;
}

const reducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const duration = (): number => (reducedMotion() ? 0 : 160);

/** Below this zoom the small print is left out. */
const farZoom = 0.4;

/** Ties the view of the canvas to the actions, and fits the map when it is opened. */
export function useViewport(area: RefObject<HTMLDivElement | null>): { isFar: boolean } {
  const flow = useReactFlow();
  const isFar = useStore((state) => state.transform[2] < farZoom);
  const isReady = useStore((state) => state.width > 0 && state.domNode !== null);
  const mapId = useApp((state) => state.mapId);
  const document = useApp((state) => state.document);
  useEffect(() => {
    const fitBox = (ids: readonly string[] | null, maxZoom: number): void => {
      const layout = derivedNow()?.layout;
      if (!layout) return;
      const boxes = ids === null ? [layout.bounds] : ids.flatMap((id) => layout.boxes.get(id) ?? []);
      if (boxes.length === 0) return;
      const left = Math.min(...boxes.map((box) => box.x));
      const top = Math.min(...boxes.map((box) => box.y));
      const right = Math.max(...boxes.map((box) => box.x + box.width));
      const bottom = Math.max(...boxes.map((box) => box.y + box.height));
      const size = area.current?.getBoundingClientRect();
      if (!size || size.width === 0) return;
      const [stripe, margin] = [layout.lanes.length > 0 ? 28 : 0, 24];
      const zoom = Math.min(maxZoom, (size.width - stripe - 2 * margin) / (right - left), (size.height - 2 * margin) / (bottom - top));
      void flow.setViewport(
        {
          x: stripe + (size.width - stripe) / 2 - ((left + right) / 2) * zoom,
          y: size.height / 2 - ((top + bottom) / 2) * zoom,
          zoom: Math.max(0.1, zoom),
        },
        { duration: duration() },
      );
    };
    control = {
      fit: () => fitBox(null, 1.1),
      fitSelection: () => fitBox(useApp.getState().selection, 1.5),
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, { duration: duration() }),
      actualSize: () => void flow.zoomTo(1, { duration: duration() }),
      show: (ids) => {
        const layout = derivedNow()?.layout;
        const flows = useApp.getState().history.project.flows;
        const places = ids.flatMap((id) => layout?.boxes.get(id) ?? layout?.boxes.get(flows[id]?.to ?? '') ?? []);
        const [first] = places;
        if (!first) return;
        void flow.setCenter(first.x + first.width / 2, first.y + first.height / 2, {
          zoom: Math.max(flow.getZoom(), 0.7),
          duration: duration(),
        });
      },
      focus: (id) => {
        const target = id === null ? area.current?.querySelector('.react-flow__node') : area.current?.querySelector(`[data-id="${CSS.escape(id)}"]`);
        if (target instanceof HTMLElement) target.focus({ preventScroll: true });
      },
      pointAt: (x, y) => flow.screenToFlowPosition({ x, y }),
      middle: () => {
        const size = area.current?.getBoundingClientRect();
        return flow.screenToFlowPosition({ x: (size?.left ?? 0) + (size?.width ?? 0) / 2, y: (size?.top ?? 0) + (size?.height ?? 0) / 2 });
      },
    };
    return () => {
      control = null;
    };
  }, [flow, area]);
  useEffect(() => {
    if (isReady) control?.fit();
  }, [isReady, mapId, document]);
  return { isFar };
}
