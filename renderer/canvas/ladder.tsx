import { type ReactFlowState, useStore, useStoreApi } from '@xyflow/react';
import { memo, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { drawLadder } from '../../shared/drawing/draw-ladder';
import type { Group } from '../../shared/drawing/display-list';
import type { Box } from '../../shared/layout/types';
import { en } from '../../shared/text/en';
import { useDerived } from '../derive';
import styles from './canvas.module.css';
import { plainZoom } from './plain-zoom';
import { drawingContext } from './shown';
import { Symbol } from './symbol';

/** While the view zooms the drawing is stretched; it is drawn anew where it would be stretched by more, and once the view rests that long, ms. From afar that is much work, and little is to be read. */
const stretchNear = 1.4;
const mostStretch = 2;
const rest = 140;

const stretchAt = (zoom: number): number => (zoom < plainZoom ? mostStretch : stretchNear);

/** The zoom that the timeline is drawn for. */
function useDrawnZoom(): number {
  const store = useStoreApi();
  const [drawn, setDrawn] = useState(() => store.getState().transform[2]);
  useEffect(() => {
    let timer = 0;
    const stop = store.subscribe(({ transform: [, , zoom] }, before) => {
      if (zoom === before.transform[2]) return;
      clearTimeout(timer);
      timer = window.setTimeout(() => setDrawn(zoom), rest);
      setDrawn((known) => (Math.max(zoom / known, known / zoom) > stretchAt(zoom) ? zoom : known));
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return drawn;
}

/** Keeps the drawing under the steps, without drawing anything again. */
function usePlace(drawing: RefObject<SVGGElement | null>, drawn: number): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    const place = ({ transform: [x, , zoom] }: ReactFlowState): void => {
      const stretch = zoom === drawn ? '' : ` scale(${String(zoom / drawn)} 1)`;
      drawing.current?.setAttribute('transform', `translate(${String(x)} 0)${stretch}`);
    };
    place(store.getState());
    return store.subscribe((state, before) => {
      if (state.transform !== before.transform) place(state);
    });
  }, [store, drawing, drawn]);
}

/** What is drawn beyond the window at either side, in widths of it: so far the view moves without drawing more. */
const beyond = 1;

/** The first part of the timeline that the window shows, in whole widths of the window. */
function usePart(drawn: number): { readonly left: number; readonly right: number } {
  const width = useStore((state) => state.width);
  const part = useStore(({ transform: [x, , zoom], width: wide }) =>
    wide === 0 ? 0 : Math.floor(((-x / zoom) * drawn) / wide),
  );
  return useMemo(
    () => ({ left: (part - beyond) * width, right: (part + 1 + mostStretch + beyond) * width }),
    [part, width],
  );
}

const Drawn = memo(function Drawn(props: { group: Group | null }): React.JSX.Element | null {
  return props.group && <Symbol group={props.group} at={{ x: 0, y: 0 }} />;
});

/** The timeline under the map: its columns stay under the steps while the canvas moves and zooms. */
export function Ladder(): React.JSX.Element {
  const derived = useDerived();
  const drawing = useRef<SVGGElement>(null);
  const zoom = useDrawnZoom();
  const part = usePart(zoom);
  usePlace(drawing, zoom);
  const group = useMemo(() => {
    if (!derived) return null;
    // Only places along the flow grow with the zoom, so that the writing keeps its size.
    const boxes = new Map<string, Box>();
    for (const [id, box] of derived.layout.boxes)
      boxes.set(id, { ...box, x: box.x * zoom, width: box.width * zoom });
    return drawLadder(drawingContext(derived), boxes, part);
  }, [derived, zoom, part]);
  return (
    <section className={styles.ladder} aria-label={en.canvas.ladder}>
      <svg width="100%" height="100%" aria-hidden="true">
        <g ref={drawing}>
          <Drawn group={group} />
        </g>
      </svg>
      <div className={styles.ladderAxis} aria-hidden="true">
        <span>{en.canvas.wait}</span>
        <span>{en.canvas.work}</span>
        <span>{en.canvas.share}</span>
      </div>
    </section>
  );
}
