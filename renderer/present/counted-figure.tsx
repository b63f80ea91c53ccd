import { useEffect, useRef, useState } from 'react';
import { formatFigure, sayFigure } from '../../shared/figures/describe';
import type { FigureKey, Figures } from '../../shared/figures/types';
import type { MapGraph } from '../../shared/model/queries';
import { figuresText } from '../../shared/text/figures';
import { isStill } from './is-still';
import styles from './slides.module.css';

/** How long a figure counts from one value to the next, ms. */
const duration = 1100;

/** A number on its way to another one; there at once where nothing may move, or where one of the two is unknown. */
function useCounted(value: number | null): number | null {
  const [shown, setShown] = useState(value);
  const from = useRef(value);
  useEffect(() => {
    const start = from.current;
    from.current = value;
    if (start === null || value === null || start === value || isStill()) {
      setShown(value);
      return undefined;
    }
    const began = performance.now();
    let frame = 0;
    const step = (now: number): void => {
      const part = Math.min(1, (now - began) / duration);
      const eased = 1 - (1 - part) ** 3;
      setShown(part === 1 ? value : start + (value - start) * eased);
      if (part < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return shown;
}

/** A figure of a map in large type; it counts over when the map becomes another one. */
export function CountedFigure(props: {
  graph: MapGraph;
  figures: Figures;
  name: FigureKey;
  label?: string;
  /** By how much it differs from before, with its sign; null for nothing to say. */
  difference?: string | null | undefined;
}): React.JSX.Element {
  const { graph, figures, name } = props;
  const figure = figures.figure[name];
  const counted = useCounted(figure.value);
  const format = (value: number): string => formatFigure(name, value, graph.currency);
  const said = counted === null || figure.value === null ? sayFigure(figure, format) : format(counted);
  return (
    <div className={styles.figure}>
      <dt>{props.label ?? figuresText.name[name]}</dt>
      <dd style={{ '--characters': said.length } as React.CSSProperties}>
        {said}
        {props.difference !== undefined && props.difference !== null && (
          <span className={styles.difference}>{props.difference}</span>
        )}
      </dd>
    </div>
  );
}
