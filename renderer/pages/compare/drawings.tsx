import { useEffect, useMemo, useState } from 'react';
import { countDifferences, type DifferenceKind } from '../../../shared/analysis/map-changes';
import { overlayMap } from '../../../shared/analysis/overlay-map';
import { stepsOf } from '../../../shared/model/queries';
import { compareText as words } from '../../../shared/text/compare';
import { useApp } from '../../store';
import styles from './compare.module.css';
import { useCompare } from './compare-state';
import { drawBoth, type DrawnMap, drawOne } from './map-drawing';
import { MapPane } from './map-pane';
import { PaneTools } from './pane-tools';
import { TimeScale } from './time-scale';
import type { Comparison } from './use-comparison';
import { useSyncedView } from './use-synced-view';

const still = { x: 0, y: 0 };

/** The middle of a node or flow, from the top left of the drawing. */
function middleOf({ spots, bounds }: DrawnMap, id: string): { x: number; y: number } | null {
  const spot = spots.get(id);
  return spot ? { x: spot.x - bounds.x, y: spot.y - bounds.y } : null;
}

/** Both maps with one view: whoever moves one moves both, and what is chosen stands at the same place in both. */
export function PairDrawing(props: { comparison: Comparison; isBeside: boolean }): React.JSX.Element {
  const { before, after, pack, differences } = props.comparison;
  const lanes = useApp((state) => state.preferences.lanes);
  const chosen = useCompare((state) => state.chosen[0] ?? null);
  const first = useMemo(
    () => drawOne(before, pack, lanes, differences, 'before'),
    [before, pack, lanes, differences],
  );
  const second = useMemo(
    () => drawOne(after, pack, lanes, differences, 'after'),
    [after, pack, lanes, differences],
  );
  const [shift, setShift] = useState(still);
  const synced = useSyncedView({
    width: Math.max(first.bounds.width, second.bounds.width),
    height: Math.max(first.bounds.height, second.bounds.height),
  });
  const { centre } = synced;
  useEffect(() => {
    if (chosen === null) return;
    const [a, b] = [middleOf(first, chosen), middleOf(second, chosen)];
    const point = a ?? b;
    if (!point) return;
    setShift(a && b ? { x: b.x - a.x, y: b.y - a.y } : still);
    centre(point);
    // The view itself must not bring the chosen step back.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen, first, second]);
  return (
    <div className={styles.drawings}>
      <div className={styles.panes} data-beside={props.isBeside}>
        {[
          { drawn: first, graph: before, shift: still },
          { drawn: second, graph: after, shift },
        ].map(({ drawn, graph, shift: by }) => (
          <MapPane
            key={graph.id}
            drawn={drawn}
            label={words.drawing.map(graph.map.name, stepsOf(graph).length)}
            caption={graph.map.name}
            synced={synced}
            shift={by}
          />
        ))}
        <PaneTools
          synced={{
            ...synced,
            fit: () => {
              setShift(still);
              synced.fit();
            },
          }}
        />
      </div>
      <TimeScale comparison={props.comparison} />
    </div>
  );
}

const marked = ['changed', 'added', 'removed', 'moved', 'kept'] as const satisfies readonly DifferenceKind[];

/** The kinds with their numbers; pressing one shows it alone. */
function Legend(props: { comparison: Comparison }): React.JSX.Element {
  const kinds = useCompare((state) => state.kinds);
  const count = countDifferences(props.comparison.differences);
  return (
    <div className={styles.legend} role="group" aria-label={words.legend}>
      {marked.map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.kind}
          data-kind={kind}
          aria-pressed={kinds.includes(kind)}
          aria-label={words.kindCount(words.kinds[kind], count[kind])}
          onClick={() =>
            useCompare.setState({
              kinds: kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind],
            })
          }
        >
          <span className={styles.sign} aria-hidden="true">
            {words.signs[kind]}
          </span>
          {words.kinds[kind]}
          <span className={styles.count}>{count[kind]}</span>
        </button>
      ))}
    </div>
  );
}

/** Both maps in one picture. */
export function OverlayDrawing(props: { comparison: Comparison }): React.JSX.Element | null {
  const { before, after, pack, differences, pair } = props.comparison;
  const project = useApp((state) => state.history.project);
  const lanes = useApp((state) => state.preferences.lanes);
  const chosen = useCompare((state) => state.chosen[0] ?? null);
  const drawn = useMemo(() => {
    const graph = overlayMap(project, pair.before, pair.after);
    return graph && drawBoth(graph, pack, lanes, differences);
  }, [project, pair, pack, lanes, differences]);
  const synced = useSyncedView(drawn?.bounds ?? { width: 800, height: 400 });
  const { centre } = synced;
  useEffect(() => {
    const point = chosen === null || !drawn ? null : middleOf(drawn, chosen);
    if (point) centre(point);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen, drawn]);
  if (!drawn) return null;
  const title = words.drawing.of(before.map.name, after.map.name);
  return (
    <div className={styles.drawings}>
      <div className={styles.panes}>
        <MapPane
          drawn={drawn}
          label={title}
          caption={<Legend comparison={props.comparison} />}
          synced={synced}
          shift={still}
        />
        <PaneTools synced={synced} />
      </div>
      <TimeScale comparison={props.comparison} />
    </div>
  );
}
