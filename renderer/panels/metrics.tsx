import { useEffect, useRef, useState } from 'react';
import { describeFigures, type FigureTile } from '../../shared/figures/describe';
import { describeSampled, elapsedAside, sayEnds } from '../../shared/figures/explain-tile';
import { type Trust, trustOf } from '../../shared/figures/explain-trust';
import type { ExplainKey } from '../../shared/figures/explain-types';
import { formatShare } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import { showArithmetic } from '../arithmetic';
import { type Derived, useDerived } from '../derive';
import { useApp } from '../store';
import { WithTip } from '../ui/button';
import { Landmark } from '../ui/landmark';
import { fitTile } from './fit-tile';
import styles from './metrics.module.css';

/** The figure whose arithmetic each tile opens. */
const explained: Readonly<Record<FigureTile['id'], ExplainKey>> = {
  leadTime: 'leadTimeExpected',
  processTime: 'processTimeOnPath',
  activityRatio: 'activityRatio',
  valueAdded: 'processCycleEfficiency',
  rolled: 'rolledCompleteAccurate',
  takt: 'takt',
  bottleneck: 'bottleneck',
  wip: 'wip',
};

type Looks = Omit<FigureTile, 'id' | 'aside'> & { readonly asides: readonly string[] };

/** Size of the values where the window is wide, and where it is not, pixels. */
const sizes = { wide: 20, narrow: 17 } as const;
const wideWindow = 1500;

/** Times such as `13h 36m` stay on one line. */
const unbroken = (text: string): string => text.replaceAll(/(?<=\dh) (?=\d)/g, '\u00a0');

/** The width of an element, watched, pixels; null before it is known. */
function useWidth(): { ref: React.RefObject<HTMLSpanElement | null>; width: number | null } {
  const ref = useRef<HTMLSpanElement>(null);
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? null));
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

function Value(props: {
  of: Looks;
  size: number;
  asides: readonly string[];
  isWrapped: boolean;
}): React.JSX.Element {
  return (
    <span className={styles.value} style={{ fontSize: props.size }} data-wrapped={props.isWrapped}>
      <span className={styles.main}>{props.of.value}</span>
      {props.asides.length > 0 && (
        <span className={styles.aside}>
          {props.asides.map((aside) => (
            <span key={aside}>{aside}</span>
          ))}
        </span>
      )}
    </span>
  );
}

function Tile(props: {
  id: string;
  of: Looks;
  opens: ExplainKey;
  trust: Trust | null;
  isUpdating?: boolean;
}): React.JSX.Element {
  const { of, opens, trust } = props;
  const isOpen = useApp((state) => state.arithmetic === opens);
  const ends = useApp((state) => sayEnds(opens, state.ranges));
  const { ref, width } = useWidth();
  const size = window.innerWidth > wideWindow ? sizes.wide : sizes.narrow;
  const fit = fitTile(of, width ?? Infinity, size);
  const tip = [
    fit.isWrapped ? `${of.value}.` : null,
    fit.isNoteLong ? en.arithmetic.strip.asides([of.note]) : null,
    of.title,
    of.asides.length > 0 ? en.arithmetic.strip.asides(of.asides) : null,
    ends,
    trust && en.arithmetic.confidence[trust.level](formatShare(trust.part, 0)),
  ];
  return (
    <WithTip tip={tip.filter((each) => each !== null).join(' ')}>
      <button
        type="button"
        className={styles.tile}
        data-figure={props.id}
        data-explains={opens}
        data-tone={of.tone}
        data-updating={props.isUpdating === true}
        aria-expanded={isOpen}
        onClick={() => showArithmetic(opens)}
      >
        <span className={styles.label} ref={ref}>
          {of.label}
          {trust && <span className={styles.trust} data-level={trust.level} aria-hidden="true" />}
        </span>
        <Value of={of} size={fit.size} asides={fit.asides} isWrapped={fit.isWrapped} />
        {of.bar !== null && (
          <span className={styles.ratio} aria-hidden="true">
            <span style={{ width: `${String(Math.round(of.bar * 100))}%` }} />
          </span>
        )}
        <span className={styles.note}>
          {of.emphasis !== '' && <strong>{unbroken(of.emphasis)}</strong>}
          {unbroken(of.note.slice(of.emphasis.length))}
        </span>
      </button>
    </WithTip>
  );
}

/** How well a figure is founded, where anything of it was measured: a map of mere estimates need not say so nine times. */
function trustIn({ graph, figures }: Derived, key: ExplainKey): Trust | null {
  if (key === 'sampled' || key === 'bottleneck') return null;
  const trust = trustOf(graph, figures, key);
  return trust !== null && trust.part > 0 ? trust : null;
}

/** The figures that the simple mode shows. */
const simpleTiles: ReadonlySet<FigureTile['id']> = new Set([
  'leadTime',
  'processTime',
  'activityRatio',
  'rolled',
]);

/** The strip of figures above the map; each tells its definition, and a click shows its arithmetic. */
export function Metrics(): React.JSX.Element {
  const derived = useDerived();
  const sampled = useApp((state) => state.sampled);
  const sampling = useApp((state) => state.sampling);
  const isSimple = useApp((state) => state.preferences.isSimple);
  const all = derived ? describeFigures(derived.graph, derived.figures) : [];
  const tiles = isSimple ? all.filter(({ id }) => simpleTiles.has(id)) : all;
  return (
    <Landmark as="section" className={styles.strip} aria-label={en.panels.metrics}>
      {tiles.flatMap(({ id, aside, ...looks }) => {
        const elapsed = id === 'leadTime' && derived ? elapsedAside(derived.graph, derived.figures) : null;
        const asides = [elapsed, aside].filter((each) => each !== null);
        const opens = explained[id];
        const trust = derived ? trustIn(derived, opens) : null;
        const tile = <Tile key={id} id={id} of={{ ...looks, asides }} opens={opens} trust={trust} />;
        if (id !== 'leadTime' || !derived || isSimple) return [tile];
        const percentiles = describeSampled(
          derived.graph,
          derived.figures,
          sampling === 'done' ? sampled : (sampled ?? 'awaited'),
        );
        return [
          tile,
          <Tile
            key="sampled"
            id="sampled"
            of={percentiles}
            opens="sampled"
            trust={null}
            isUpdating={sampling === 'long'}
          />,
        ];
      })}
    </Landmark>
  );
}
