import { useStore } from '@xyflow/react';
import styles from './guide-layer.module.css';
import { useGuides } from './guide-store';
import type { GuideGap, GuideLine } from './guides';
import { OnMap } from './on-map';

const lineData = ({ axis, at, from, to }: GuideLine, over: number): string =>
  axis === 'x' ? `M${at} ${from - over}V${to + over}` : `M${from - over} ${at}H${to + over}`;

function gapData({ axis, at, from, to }: GuideGap, tick: number): string {
  return axis === 'x'
    ? `M${from} ${at}H${to}M${from} ${at - tick}V${at + tick}M${to} ${at - tick}V${at + tick}`
    : `M${at} ${from}V${to}M${at - tick} ${from}H${at + tick}M${at - tick} ${to}H${at + tick}`;
}

/** Lines where edges and middles stand in line, and marks in gaps that are equal, while something is moved. */
export function GuideLayer(): React.JSX.Element | null {
  const { lines, gaps } = useGuides();
  const zoom = useStore((state) => state.transform[2]);
  if (lines.length === 0 && gaps.length === 0) return null;
  return (
    <OnMap>
      <svg className={styles.guides} aria-hidden="true" data-guides={lines.length} data-gaps={gaps.length}>
        <path d={lines.map((line) => lineData(line, 10 / zoom)).join('')} strokeWidth={1 / zoom} />
        <path
          className={styles.gap}
          d={gaps.map((gap) => gapData(gap, 5 / zoom)).join('')}
          strokeWidth={1.5 / zoom}
        />
      </svg>
    </OnMap>
  );
}
