import { sayGain } from '../../../shared/plan/say-gain';
import { lookUp } from '../../../shared/model/queries';
import type { Thread } from '../../../shared/plan/threads';
import { en } from '../../../shared/text/en';
import { useApp } from '../../store';
import { Missing, Part } from './a3-part';
import styles from './a3.module.css';
import { usePlan } from './plan-state';
import type { Plan } from './use-threads';

const words = en.a3;
const { columns } = words;

/** How many rows find room. */
const most = 6;

const toRegister = (): void => usePlan.setState({ tab: 'register' });

const nameOf = ({ improvement }: Thread): string => improvement.name || en.plan.unnamed;

/** The name of an improvement, with its step where several are called so. */
function nameAmong(thread: Thread, threads: readonly Thread[]): string {
  const name = nameOf(thread);
  const isAlone = threads.filter((each) => nameOf(each) === name).length < 2;
  const { nodes } = useApp.getState().history.project;
  const step = isAlone ? undefined : lookUp(nodes, thread.improvement.node)?.name;
  return step === undefined || step === '' ? name : en.whatIf.input(name, step);
}

/** Improvements that are not dropped; those that bring most first, those of unknown gain as they came. */
function ranked({ threads }: Plan): readonly Thread[] {
  const gain = ({ gain: each }: Thread): number =>
    each.kind === 'known' ? (each.effect.leadTimeSaved ?? 0) : -1;
  return threads.threads
    .filter(({ improvement }) => improvement.status !== 'dropped')
    .sort((a, b) => gain(b) - gain(a));
}

function Table(props: {
  heads: readonly string[];
  threads: readonly Thread[];
  cells: (thread: Thread) => readonly string[];
}): React.JSX.Element {
  const rows = props.threads.slice(0, most);
  const left = props.threads.length - rows.length;
  return (
    <>
      <table className={styles.table} data-texts="true">
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((thread) => (
            <tr key={thread.improvement.id}>
              <th scope="row">{nameAmong(thread, props.threads)}</th>
              {props.cells(thread).map((cell, at) => (
                <td key={props.heads[at + 1]} data-lacks={cell === words.missing.field}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className={styles.more}>{words.more(left)}</p>}
    </>
  );
}

const said = (text: string | undefined): string => text ?? words.missing.field;

function answers({ finding }: Thread): string {
  if (finding === null) return words.noFinding;
  return finding === 'settled' ? en.plan.link.settled : finding.title;
}

/** What is done, what it answers and what it brings. */
export function A3Countermeasures({ plan }: { plan: Plan }): React.JSX.Element {
  const threads = ranked(plan);
  return (
    <Part number={5} title={words.parts.countermeasures}>
      {threads.length === 0 ? (
        <Missing text={words.missing.improvements} go={words.go.plan} onGo={toRegister} />
      ) : (
        <Table
          heads={[columns.improvement, columns.answers, columns.gain]}
          threads={threads}
          cells={(thread) => [answers(thread), sayGain(thread.gain).join(', ')]}
        />
      )}
    </Part>
  );
}

/** Who does what until when. */
export function A3Plan({ plan }: { plan: Plan }): React.JSX.Element {
  const threads = ranked(plan).filter(
    ({ improvement: { owner, due } }) => owner !== undefined || due !== undefined,
  );
  return (
    <Part number={6} title={words.parts.plan}>
      {threads.length === 0 ? (
        <Missing text={words.missing.plan} go={words.go.plan} onGo={toRegister} />
      ) : (
        <Table
          heads={[columns.improvement, columns.owner, columns.due, columns.status]}
          threads={threads}
          cells={({ improvement: { owner, due, status } }) => [
            said(owner),
            said(due),
            en.plan.statuses[status ?? 'idea'],
          ]}
        />
      )}
    </Part>
  );
}

/** How it is seen that it helped. */
export function A3FollowUp({ plan }: { plan: Plan }): React.JSX.Element {
  const threads = ranked(plan).filter(
    ({ improvement: { measure, target } }) => measure !== undefined || target !== undefined,
  );
  return (
    <Part number={7} title={words.parts.followUp}>
      {threads.length === 0 ? (
        <Missing text={words.missing.followUp} go={words.go.plan} onGo={toRegister} />
      ) : (
        <Table
          heads={[columns.improvement, columns.measure, columns.baseline, columns.target]}
          threads={threads}
          cells={({ improvement: { measure, baseline, target } }) => [
            said(measure),
            said(baseline),
            said(target),
          ]}
        />
      )}
    </Part>
  );
}
