import { useEffect, useMemo, useRef, useState } from 'react';
import { drawTimeScale, timeScaleHeight } from '../../../shared/drawing/draw-time-scale';
import { compareText as words } from '../../../shared/text/compare';
import { Symbol } from '../../canvas/symbol';
import styles from './compare.module.css';
import type { Comparison } from './use-comparison';

/** Both expected lead times on one time scale. */
export function TimeScale(props: { comparison: Comparison }): React.JSX.Element {
  const { before, after, names } = props.comparison;
  const area = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const group = useMemo(
    () => drawTimeScale({ name: names.before, graph: before }, { name: names.after, graph: after }, width),
    [before, after, names.before, names.after, width],
  );
  return (
    <div ref={area} className={styles.timeScale}>
      <svg width="100%" height={group ? timeScaleHeight : 0} role="img" aria-label={words.drawing.time}>
        {group && <Symbol group={group} />}
      </svg>
    </div>
  );
}
