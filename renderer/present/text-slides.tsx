import { listOf, type MapGraph } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import { gainOf } from '../../shared/plan/improvement-gain';
import { sayGain } from '../../shared/plan/say-gain';
import { useApp } from '../store';
import styles from './slides.module.css';

const words = en.present;

/** How many lines of each list are shown. */
const most = 7;

/** What the stream is for: purpose, what starts it, what it brings, for whom. */
export function OpeningSlide(props: { graph: MapGraph }): React.JSX.Element {
  const { stream, map } = props.graph;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.purpose, stream.purpose],
    [words.trigger, stream.trigger],
    [words.value, stream.valueOutcome],
    [words.user, stream.user],
    [words.customer, stream.customer],
    [words.sponsor, stream.sponsor],
    [words.scope, stream.scope],
  ];
  const known = facts.filter(([, text]) => text !== undefined && text !== '');
  return (
    <div className={styles.opening}>
      <p className={styles.place}>{map.name}</p>
      <h2>{stream.name}</h2>
      <dl>
        {known.slice(0, 6).map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {known.length === 0 && <p className={styles.quiet}>{words.noPurpose}</p>}
    </div>
  );
}

function Lines(props: {
  title: string;
  lines: readonly { readonly id: string; readonly text: string; readonly note: string }[];
}): React.JSX.Element | null {
  const { title, lines } = props;
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={styles.subheading}>{title}</h3>
      <ul className={styles.lines}>
        {lines.slice(0, most).map((line) => (
          <li key={line.id}>
            {line.text}
            {line.note !== '' && <span>{line.note}</span>}
          </li>
        ))}
      </ul>
      {lines.length > most && <p className={styles.quiet}>{words.more(lines.length - most)}</p>}
    </section>
  );
}

/** What was decided, and who improves what until when. */
export function ClosingSlide(props: { graph: MapGraph; title: string }): React.JSX.Element {
  const { graph } = props;
  const project = useApp((state) => state.history.project);
  const decisions = listOf(project.workshopNotes).filter(
    (note) => note.kind === 'decision' && note.stream === graph.stream.id,
  );
  const improvements = graph.improvements.filter(({ status }) => status !== 'dropped');
  return (
    <>
      <h2 className={styles.heading}>{props.title}</h2>
      <div className={styles.closing}>
        <Lines
          title={words.improvements}
          lines={improvements.map((each) => ({
            id: each.id,
            text: each.name,
            note: [
              each.owner ?? words.noOwner,
              each.due ?? words.noDate,
              ...sayGain(gainOf(project, each)),
            ].join(' · '),
          }))}
        />
        <Lines
          title={words.decisions}
          lines={decisions.map(({ id, name, by, on }) => ({
            id,
            text: name,
            note: words.by(by ?? '', on ?? ''),
          }))}
        />
      </div>
    </>
  );
}
