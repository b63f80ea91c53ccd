import { ArrowRight, CircleAlert } from 'lucide';
import { countBroken, type FutureChange, type Thread, withoutGain } from '../../../shared/plan/threads';
import { sayGain } from '../../../shared/plan/say-gain';
import { lookUp } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { useApp } from '../../store';
import { Icon } from '../../ui/icon';
import { MenuButton } from '../../ui/menu';
import { answerFinding, change, changeLink, planBurst, planChange } from './plan-actions';
import { openImprovement } from './plan-state';
import styles from './plan.module.css';
import type { Plan } from './use-threads';

const words = en.plan.threads;

function Knot(props: { title: string; children: React.ReactNode; isBroken?: boolean }): React.JSX.Element {
  return (
    <div className={styles.knot} data-broken={props.isBroken === true}>
      <span className={styles.knotTitle}>{props.title}</span>
      <span className={styles.knotText}>{props.children}</span>
    </div>
  );
}

const Arrow = (): React.JSX.Element => (
  <span className={styles.arrow} aria-hidden="true">
    <Icon of={ArrowRight} size={15} />
  </span>
);

function Chain({ thread }: { thread: Thread }): React.JSX.Element {
  const { improvement, finding, changes, gain } = thread;
  const future = useApp((state) => lookUp(state.history.project.maps, improvement.future)?.name);
  const name = improvement.name || en.plan.unnamed;
  return (
    <li className={styles.chain}>
      <Knot title={words.finding} isBroken={finding === null}>
        {finding === null ? words.noFinding : finding === 'settled' ? words.settled : finding.sentence}
      </Knot>
      <Arrow />
      <Knot title={words.improvement}>
        <button
          type="button"
          className={styles.link}
          aria-label={words.show(name)}
          onClick={() => openImprovement(improvement.id)}
        >
          {name}
        </button>
      </Knot>
      <Arrow />
      <Knot title={words.change} isBroken={changes.length === 0}>
        {changes.length === 0
          ? words.noChange
          : changes.map(({ sentence }) => sentence.split(': ')[0]).join('; ')}
        {changes.length > 0 && future !== undefined && (
          <span className={styles.quiet}> {words.in(future)}</span>
        )}
      </Knot>
      <Arrow />
      <Knot title={words.gain} isBroken={gain.kind === 'unknown'}>
        {sayGain(gain).join(' · ')}
      </Knot>
    </li>
  );
}

interface BrokenProps {
  title: string;
  count: number;
  children: React.ReactNode;
}

function Broken(props: BrokenProps): React.JSX.Element | null {
  if (props.count === 0) return null;
  return (
    <section className={styles.broken}>
      <h3>
        <Icon of={CircleAlert} size={15} />
        {props.title} <span className={styles.count}>{props.count}</span>
      </h3>
      <ul>{props.children}</ul>
    </section>
  );
}

/** Something that no improvement stands for: makes one, or takes one that is there. */
function Loose(props: {
  text: string;
  aside?: string | undefined;
  threads: readonly Thread[];
  onMake: () => void;
  onLink: (id: string) => void;
}): React.JSX.Element {
  const { text, threads } = props;
  return (
    <li className={styles.loose}>
      <span>
        {text}
        {props.aside !== undefined && <span className={styles.quiet}> {props.aside}</span>}
      </span>
      <span className={styles.looseButtons}>
        {threads.length > 0 && (
          <MenuButton
            label={words.linkToFor(text)}
            className={styles.status}
            face={words.linkTo}
            entries={threads.map(({ improvement: { id, name } }) => ({
              id,
              title: name || en.plan.unnamed,
              run: () => props.onLink(id),
            }))}
          />
        )}
        <button type="button" className={styles.link} aria-label={words.makeFor(text)} onClick={props.onMake}>
          {words.make}
        </button>
      </span>
    </li>
  );
}

function Unknown({ threads }: { threads: readonly Thread[] }): React.JSX.Element {
  return (
    <Broken title={words.unlinked} count={threads.length}>
      {threads.map(({ improvement, gain }) => (
        <li key={improvement.id} className={styles.loose}>
          <span>
            <strong>{improvement.name || en.plan.unnamed}</strong>{' '}
            {gain.kind === 'unknown' && en.plan.gain.mend[gain.reason]}
          </span>
          <button
            type="button"
            className={styles.link}
            aria-label={words.show(improvement.name)}
            onClick={() => openImprovement(improvement.id)}
          >
            {words.open}
          </button>
        </li>
      ))}
    </Broken>
  );
}

function BrokenThreads({ plan }: { plan: Plan }): React.JSX.Element {
  const { threads, unanswered, unplanned, bursts } = plan.threads;
  const project = useApp((state) => state.history.project);
  const stream = plan.base.stream.id;
  const open = threads.filter(({ improvement: { status } }) => status !== 'dropped');
  const nameOf = ({ future }: FutureChange): string => words.in(lookUp(project.maps, future)?.name ?? '');
  return (
    <>
      <Broken title={words.unanswered} count={unanswered.length}>
        {unanswered.map((row) => (
          <Loose
            key={row.key}
            text={row.sentence}
            aside={row.steps.length > 0 ? row.where.name : undefined}
            threads={open.filter(({ finding }) => finding === null)}
            onMake={() => answerFinding(stream, row)}
            onLink={(id) => change(id, { finding: row.key })}
          />
        ))}
      </Broken>
      <Unknown threads={withoutGain(plan.threads)} />
      <Broken title={words.unplanned} count={unplanned.length}>
        {unplanned.map((of) => (
          <Loose
            key={of.key}
            text={of.sentence}
            aside={nameOf(of)}
            threads={open.filter(({ gain }) => gain.kind === 'unknown')}
            onMake={() => planChange(stream, of)}
            onLink={(id) => change(id, changeLink(of))}
          />
        ))}
      </Broken>
      <Broken title={words.bursts} count={bursts.length}>
        {bursts.map((id) => (
          <Loose
            key={id}
            text={lookUp(project.nodes, id)?.name || en.plan.unnamed}
            threads={open.filter(({ improvement: { node } }) => node === undefined)}
            onMake={() => planBurst(stream, id)}
            onLink={(improvement) => change(improvement, { node: id })}
          />
        ))}
      </Broken>
    </>
  );
}

/** Finding, improvement, future change and gain of each improvement as a chain, and what hangs loose. */
export function ThreadsPanel({ plan }: { plan: Plan }): React.JSX.Element {
  const { threads } = plan.threads;
  const broken = countBroken(plan.threads);
  if (threads.length + broken === 0) return <p className={styles.empty}>{words.nothingYet}</p>;
  return (
    <div className={styles.scroll}>
      <div className={styles.sheet}>
        <p className={styles.hint}>{words.intro}</p>
        <ul className={styles.chains}>
          {threads.map((thread) => (
            <Chain key={thread.improvement.id} thread={thread} />
          ))}
        </ul>
        <h2 className={styles.subtitle}>{broken === 0 ? words.whole : words.broken(broken)}</h2>
        <BrokenThreads plan={plan} />
      </div>
    </div>
  );
}
