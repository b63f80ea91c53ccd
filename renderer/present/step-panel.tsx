import { placeOf } from '../../shared/drawing/context';
import { knownMean, type Quantity } from '../../shared/model/quantity';
import { formatDuration, formatNumber, formatShare } from '../../shared/model/units-format';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { Tone } from '../panels/tone';
import { findingsAt } from './scene';
import styles from './slides.module.css';

const words = en.present;

/** How many findings fit beside a step in large type. */
const mostFindings = 3;

const said = (quantity: Quantity | undefined, format: (value: number) => string): string => {
  const mean = knownMean(quantity);
  return mean === null ? words.unknown : format(mean);
};

/** What is known of a step, in large type: its figures, and what stands out. */
export function StepPanel(props: {
  derived: Derived;
  node: string;
  title: string;
}): React.JSX.Element | null {
  const { derived, node: id } = props;
  const { graph, pack } = derived;
  const node = graph.node.get(id);
  if (!node) return null;
  const { place, all } = placeOf(graph, id);
  const role = node.role === undefined ? undefined : graph.roles.get(node.role)?.name;
  const activity = pack.activities.find((each) => each.id === node.activity)?.name;
  const findings = findingsAt(derived, id);
  const rows: readonly (readonly [string, string])[] = [
    [words.figures.wait, said(node.wait, formatDuration)],
    [words.figures.processTime, said(node.processTime, formatDuration)],
    [words.figures.completeAccurate, said(node.completeAccurate, (share) => formatShare(share, 0))],
    ...(node.wip ? [[words.figures.wip, said(node.wip, formatNumber)] as const] : []),
    ...(node.crew ? [[words.figures.people, said(node.crew, formatNumber)] as const] : []),
  ];
  return (
    <div className={styles.panel}>
      <p className={styles.place}>{words.stepOf(place, all)}</p>
      <h2 className={styles.stepName}>{props.title}</h2>
      <p className={styles.who}>{[role, activity].filter((each) => each !== undefined).join(' · ')}</p>
      <dl className={styles.stepFigures}>
        {rows.map(([label, value]) => (
          <div key={label} data-unknown={value === words.unknown}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.subheading}>{words.findings}</h3>
      {findings.length === 0 && <p className={styles.quiet}>{words.noFindings}</p>}
      <ul className={styles.findings}>
        {findings.slice(0, mostFindings).map((finding) => (
          <li key={finding.key}>
            <Tone of={finding.group} size={30} />
            <span>{finding.sentence}</span>
          </li>
        ))}
      </ul>
      {findings.length > mostFindings && (
        <p className={styles.quiet}>{words.moreFindings(findings.length - mostFindings)}</p>
      )}
    </div>
  );
}
