import { ArrowDown, ArrowUp, Lightbulb, ListChecks, Plus } from 'lucide';
import type { Project } from '../../../shared/model/project';
import { lookUp } from '../../../shared/model/queries';
import { improvementStatuses } from '../../../shared/model/value-sets';
import { isOverdue, type Thread } from '../../../shared/plan/threads';
import { en } from '../../../shared/text/en';
import { matchesAll } from '../../panels/matches';
import { useApp } from '../../store';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { SearchField } from '../../ui/search-field';
import { Segmented } from '../../ui/segmented';
import { addIdea, answerFindings } from './plan-actions';
import { type PlanFilter, type PlanSort, usePlan } from './plan-state';
import { RegisterRow } from './register-row';
import styles from './plan.module.css';
import type { Plan } from './use-threads';

const words = en.plan;
const filters: readonly PlanFilter[] = ['all', 'open', 'overdue', 'done'];
const sorts: readonly PlanSort[] = ['name', 'where', 'owner', 'due', 'status', 'gain'];

const whereOf = (project: Project, { improvement }: Thread): string =>
  lookUp(project.nodes, improvement.node)?.name ?? '';

function isShown(thread: Thread, filter: PlanFilter, today: string): boolean {
  const { status } = thread.improvement;
  if (filter === 'done') return status === 'done';
  if (filter === 'open') return status !== 'done' && status !== 'dropped';
  return filter === 'all' || isOverdue(thread.improvement, today);
}

/** What a thread is sorted by: texts that lack come last, gains the largest first. */
function keyOf(project: Project, thread: Thread, by: PlanSort): string | number {
  const { improvement, gain } = thread;
  const last = '\uFFFF';
  if (by === 'gain')
    return gain.kind === 'known' ? -(gain.effect.leadTimeSaved ?? 0) : Number.POSITIVE_INFINITY;
  if (by === 'status') return improvementStatuses.indexOf(improvement.status ?? 'idea');
  if (by === 'where') return whereOf(project, thread) || last;
  return (improvement[by] ?? '').toLocaleLowerCase('en-GB') || last;
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

/** The threads that the filter lets through, in the chosen order. */
function useRows(threads: readonly Thread[]): readonly Thread[] {
  const { filter, searched, sort } = usePlan();
  const today = useApp((state) => state.today);
  const project = useApp((state) => state.history.project);
  const rows = threads
    .filter((thread) => isShown(thread, filter, today))
    .filter(({ improvement: each }) => matchesAll(searched, [each.name, each.owner ?? '', each.note ?? '']));
  if (sort === null) return rows;
  const way = sort.isDown ? -1 : 1;
  return [...rows].sort((a, b) => way * compare(keyOf(project, a, sort.by), keyOf(project, b, sort.by)));
}

function Tools(): React.JSX.Element {
  const { filter, searched } = usePlan();
  return (
    <div className={styles.tools}>
      <SearchField
        className={styles.search}
        label={words.search}
        value={searched}
        onChange={(text) => usePlan.setState({ searched: text })}
      />
      <Segmented
        label={words.filters.label}
        choices={filters.map((value) => ({ value, name: words.filters[value] }))}
        value={filter}
        onChange={(next) => usePlan.setState({ filter: next ?? 'all' })}
      />
    </div>
  );
}

function Heading(props: { by: PlanSort }): React.JSX.Element {
  const { by } = props;
  const sort = usePlan((state) => state.sort);
  const isOn = sort?.by === by;
  const order = isOn ? (sort.isDown ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" aria-sort={order}>
      <button
        type="button"
        className={styles.sort}
        title={words.sortBy(words.columns[by])}
        onClick={() => {
          const next = !isOn ? { by, isDown: false } : sort.isDown ? null : { by, isDown: true };
          usePlan.setState({ sort: next });
        }}
      >
        {words.columns[by]}
        {isOn && <Icon of={sort.isDown ? ArrowDown : ArrowUp} size={12} />}
      </button>
    </th>
  );
}

/** How many of the worst findings are taken at once. */
const most = 3;

/** Shown while there is no improvement: the two ways to begin. */
function NoIdea({ plan }: { plan: Plan }): React.JSX.Element {
  const stream = plan.base.stream.id;
  const worst = plan.threads.unanswered.slice(0, most);
  return (
    <div className={styles.begin}>
      <Icon of={Lightbulb} size={36} weight={1.5} />
      <h2>{words.empty}</h2>
      <p>{words.emptyHint}</p>
      <div className={styles.beginButtons}>
        {worst.length > 0 && (
          <Button kind="primary" icon={ListChecks} onPress={() => answerFindings(stream, worst)}>
            {words.worst(worst.length)}
          </Button>
        )}
        <Button icon={Plus} onPress={() => addIdea(stream)}>
          {words.first}
        </Button>
      </div>
      {worst.length > 0 && (
        <ol className={styles.beginList}>
          {worst.map(({ key, title, where, steps }) => (
            <li key={key}>
              <strong>{title}</strong>
              {steps.length > 0 && <span className={styles.quiet}> {where.name}</span>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** Every improvement of the stream as a row. */
export function Register(props: { plan: Plan }): React.JSX.Element {
  const { threads } = props.plan.threads;
  const rows = useRows(threads);
  if (threads.length === 0) return <NoIdea plan={props.plan} />;
  return (
    <div className={styles.scroll}>
      <Tools />
      {rows.length === 0 ? (
        <p className={styles.empty}>{words.nothingFits}</p>
      ) : (
        <table className={styles.register}>
          <caption className="visuallyHidden">{words.title}</caption>
          <thead>
            <tr>
              {sorts.map((by) => (
                <Heading key={by} by={by} />
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((thread) => (
              <RegisterRow key={thread.improvement.id} plan={props.plan} thread={thread} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
