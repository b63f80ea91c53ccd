import { knownMean, type Quantity } from '../../shared/model/quantity';
import { formatDuration } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { findingsAt } from './scene';
import styles from './slides.module.css';
import type { Slide } from './slides';

const words = en.present;

/** How many steps fit into the panel in large type. */
const mostSteps = 6;

const said = (quantity: Quantity | undefined): string => {
  const mean = knownMean(quantity);
  return mean === null ? words.unknown : formatDuration(mean);
};

/** The steps of one stage with their waits and their work, in large type. */
export function StagePanel(props: { derived: Derived; slide: Slide & { kind: 'stage' } }): React.JSX.Element {
  const { derived, slide } = props;
  const steps = slide.nodes.flatMap((id) => derived.graph.node.get(id) ?? []);
  const findings = slide.nodes.reduce((sum, id) => sum + findingsAt(derived, id).length, 0);
  return (
    <div className={styles.panel}>
      <p className={styles.place}>{words.stageOf(slide.place, slide.all)}</p>
      <h2 className={styles.stepName}>{slide.title}</h2>
      <p className={styles.who}>{words.stepsHere(steps.length)}</p>
      <ul className={styles.stageSteps}>
        {steps.slice(0, mostSteps).map((step) => (
          <li key={step.id}>
            <strong>{step.name}</strong>
            <span>{words.waitAndWork(said(step.wait), said(step.processTime))}</span>
          </li>
        ))}
      </ul>
      {steps.length > mostSteps && (
        <p className={styles.quiet}>{words.moreSteps(steps.length - mostSteps)}</p>
      )}
      <p className={styles.quiet}>{findings === 0 ? words.noFindings : words.findingsHere(findings)}</p>
    </div>
  );
}
