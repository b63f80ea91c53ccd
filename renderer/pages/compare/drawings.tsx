import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { countDifferences, type DifferenceKind } from '../../../shared/analysis/map-changes';
import { overlayMap } from '../../../shared/analysis/overlay-map';
import { chosenLanes } from '../../../shared/layout/useful-lanes';
import { stepsOf } from '../../../shared/model/queries';
import { compareText as words } from '../../../shared/text/compare';
import { useApp } from '../../store';
import styles from './compare.module.css';
import { useCompare } from './compare-state';
import { largerView } from './larger-view';
import { drawBoth, type DrawnMap, drawOne } from './map-drawing';
import { MapPane } from './map-pane';
import { PaneTools } from './pane-tools';
import { TimeScale } from './time-scale';
import type { Comparison } from './use-comparison';
import { useLater } from './use-later';
import { useSyncedView } from './use-synced-view';

const still = { x: 0, y: 0 };

/** The middle of a node or flow, from the top left of the drawing. */
function middleOf({ spots, bounds }: DrawnMap, id: string): { x: number; y: number } | null {
  const spot = spots.get(id);
  return spot ? { x: spot.x - bounds.x, y: spot.y - bounds.y } : null;
}

function Waiting(): React.JSX.Element {
  return <p className={styles.waiting}>{words.drawing.soon}</p>;
}

interface PairDrawingProps {
  readonly comparison: Comparison;
  readonly isBeside: boolean;
}

/** Both maps with one view: whoever moves one moves both, and what is chosen stands at the same place in both. */
export function PairDrawing(props: PairDrawingProps): React.JSX.Element {
  const { project, before, after, pack, differences } = props.comparison;
  const lanes = useApp((state) => chosenLanes(project, after.id, state.preferences.lanes));
  const drawFirst = useCallback(
    () => drawOne(before, pack, lanes, differences, 'before'),
    [before, pack, lanes, differences],
  );
  const drawSecond = useCallback(
    () => drawOne(after, pack, lanes, differences, 'after'),
    [after, pack, lanes, differences],
  );
  const [first, second] = [useLater(drawFirst), useLater(drawSecond)];
  return (
    <div className={styles.drawings}>
      {first && second ? (
        <Panes key={String(props.isBeside)} {...props} first={first} second={second} />
      ) : (
        <Waiting />
      )}
      <TimeScale comparison={props.comparison} />
    </div>
  );
}

/** Finds out whether both drawings are larger side by side or one below the other. */
function useLarger(width: number, height: number): React.RefObject<HTMLDivElement | null> {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const room = { width: element.clientWidth, height: element.clientHeight };
      useCompare.setState({ larger: largerView(room, { width, height }) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [width, height]);
  return area;
}

function Panes(props: PairDrawingProps & { first: DrawnMap; second: DrawnMap }): React.JSX.Element {
  const { first, second } = props;
  const { before, after, names } = props.comparison;
  const chosen = useCompare((state) => state.chosen[0] ?? null);
  const [a, b] = chosen === null ? [null, null] : [middleOf(first, chosen), middleOf(second, chosen)];
  const shift = a && b ? { x: b.x - a.x, y: b.y - a.y } : still;
  const width = Math.max(first.bounds.width, second.bounds.width);
  const height = Math.max(first.bounds.height, second.bounds.height);
  const synced = useSyncedView({ width, height });
  const area = useLarger(width, height);
  const { centre } = synced;
  const centreNow = useEffectEvent(() => {
    const point = a ?? b;
    if (point) centre(point);
  });
  useEffect(() => centreNow(), [chosen, first, second]);
  return (
    <div ref={area} className={styles.panes} data-beside={props.isBeside}>
      {[
        { end: 'before', drawn: first, graph: before, name: names.before, shift: still },
        { end: 'after', drawn: second, graph: after, name: names.after, shift },
      ].map(({ end, drawn, graph, name, shift: by }) => (
        <MapPane
          key={end}
          drawn={drawn}
          label={words.drawing.map(name, stepsOf(graph).length)}
          caption={name}
          synced={synced}
          shift={by}
        />
      ))}
      <PaneTools synced={synced} />
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
export function OverlayDrawing(props: { comparison: Comparison }): React.JSX.Element {
  const { project, earlier, pack, differences, pair } = props.comparison;
  const lanes = useApp((state) => chosenLanes(project, pair.after, state.preferences.lanes));
  const draw = useCallback(() => {
    const graph = overlayMap(project, pair.before, pair.after, earlier);
    return graph && drawBoth(graph, pack, lanes, differences);
  }, [project, earlier, pair, pack, lanes, differences]);
  const drawn = useLater(draw);
  return (
    <div className={styles.drawings}>
      {drawn ? <OverlayPane comparison={props.comparison} drawn={drawn} /> : <Waiting />}
      <TimeScale comparison={props.comparison} />
    </div>
  );
}

function OverlayPane(props: { comparison: Comparison; drawn: DrawnMap }): React.JSX.Element {
  const { drawn, comparison } = props;
  const { names } = comparison;
  const chosen = useCompare((state) => state.chosen[0] ?? null);
  const synced = useSyncedView(drawn.bounds);
  const { centre } = synced;
  const centreNow = useEffectEvent(() => {
    const point = chosen === null ? null : middleOf(drawn, chosen);
    if (point) centre(point);
  });
  useEffect(() => centreNow(), [chosen, drawn]);
  return (
    <div className={styles.panes}>
      <MapPane
        drawn={drawn}
        label={words.drawing.of(names.before, names.after)}
        caption={<Legend comparison={comparison} />}
        synced={synced}
        shift={still}
      />
      <PaneTools synced={synced} />
    </div>
  );
}
