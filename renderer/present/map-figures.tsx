import type { FigureKey, Figures } from '../../shared/figures/types';
import type { MapGraph } from '../../shared/model/queries';
import { differenceOf } from '../../shared/analysis/compare-figures';
import { CountedFigure } from './counted-figure';
import styles from './slides.module.css';

const shown: readonly FigureKey[] = [
  'leadTimeExpected',
  'processTimeOnPath',
  'activityRatio',
  'rolledCompleteAccurate',
  'handoffs',
];

/** The main figures of a map at the foot of a slide. */
export function MapFigures(props: {
  graph: MapGraph;
  figures: Figures;
  /** What they are compared with. */
  before?: Figures;
}): React.JSX.Element {
  return (
    <dl className={styles.figures}>
      {shown.map((name) => (
        <CountedFigure
          key={name}
          graph={props.graph}
          figures={props.figures}
          name={name}
          difference={
            props.before &&
            differenceOf(name, props.before.figure[name].value, props.figures.figure[name].value)
          }
        />
      ))}
    </dl>
  );
}
