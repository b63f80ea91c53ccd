import { describeFigures, type FigureTile } from '../../shared/figures/describe';
import { describeSampled, elapsedAside } from '../../shared/figures/explain-tile';
import type { ExplainKey } from '../../shared/figures/explain-types';
import { en } from '../../shared/text/en';
import { showArithmetic } from '../arithmetic';
import { useDerived } from '../derive';
import { useApp } from '../store';
import { WithTip } from '../ui/button';
import { Landmark } from '../ui/landmark';
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

function Tile(props: { id: string; of: Looks; opens: ExplainKey; isUpdating?: boolean }): React.JSX.Element {
  const { of, opens } = props;
  const isOpen = useApp((state) => state.arithmetic === opens);
  return (
    <WithTip tip={of.title}>
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
        <span className={styles.label}>{of.label}</span>
        <span className={styles.value}>
          <span className={styles.main}>{of.value}</span>
          {of.asides.length > 0 && (
            <span className={styles.aside}>
              {of.asides.map((aside) => (
                <span key={aside}>{aside}</span>
              ))}
            </span>
          )}
        </span>
        {of.bar !== null && (
          <span className={styles.ratio} aria-hidden="true">
            <span style={{ width: `${String(Math.round(of.bar * 100))}%` }} />
          </span>
        )}
        <span className={styles.note}>
          {of.emphasis !== '' && <strong>{of.emphasis}</strong>}
          {of.note.slice(of.emphasis.length)}
        </span>
      </button>
    </WithTip>
  );
}

/** The strip of figures above the map; each tells its definition, and a click shows its arithmetic. */
export function Metrics(): React.JSX.Element {
  const derived = useDerived();
  const sampled = useApp((state) => state.sampled);
  const isSampling = useApp((state) => state.isSampling);
  const tiles = derived ? describeFigures(derived.graph, derived.figures) : [];
  return (
    <Landmark as="section" className={styles.strip} aria-label={en.panels.metrics}>
      {tiles.flatMap(({ id, aside, ...looks }) => {
        const elapsed = id === 'leadTime' && derived ? elapsedAside(derived.graph, derived.figures) : null;
        const asides = [elapsed, aside].filter((each) => each !== null);
        const tile = <Tile key={id} id={id} of={{ ...looks, asides }} opens={explained[id]} />;
        if (id !== 'leadTime' || !derived) return [tile];
        const percentiles = describeSampled(derived.graph, sampled);
        return [
          tile,
          <Tile key="sampled" id="sampled" of={percentiles} opens="sampled" isUpdating={isSampling} />,
        ];
      })}
    </Landmark>
  );
}
