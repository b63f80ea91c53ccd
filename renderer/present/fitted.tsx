import { createContext, useContext, useEffect, useRef, useState } from 'react';
import { useDerived } from '../derive';
import { useApp } from '../store';
import { slideHeightFor, slideWidth } from './camera';
import { usePresent } from './present-state';
import styles from './present.module.css';
import { type Slide, slidesOf } from './slides';
import { walkSlides } from './walk';

/** The slides of the shown map; draws again when the document changes. */
export function useSlides(): readonly Slide[] {
  const derived = useDerived();
  const project = useApp((state) => state.history.project);
  const { shownBefore, walk } = usePresent((state) => state);
  return derived ? slidesOf(project, derived.graph, walkSlides(derived, project, walk), shownBefore) : [];
}

const Height = createContext(900);

/** The height of the slide that this stands on, in its own pixels. */
export const useSlideHeight = (): number => useContext(Height);

/** Scales a slide so that it fits its place as a whole. */
export function Fitted(props: { children: React.ReactNode }): React.JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const slideHeight = slideHeightFor(size);
  const scale = Math.min(size.width / slideWidth, size.height / slideHeight);
  const left = (size.width - slideWidth * scale) / 2;
  const top = (size.height - slideHeight * scale) / 2;
  return (
    <div ref={place} className={styles.place}>
      <div
        className={styles.sheet}
        data-sheet
        style={{
          width: slideWidth,
          height: slideHeight,
          transform: `translate(${String(left)}px, ${String(top)}px) scale(${String(scale)})`,
        }}
      >
        {scale > 0 && <Height value={slideHeight}>{props.children}</Height>}
      </div>
    </div>
  );
}
