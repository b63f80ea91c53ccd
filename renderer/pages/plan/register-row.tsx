import { ChevronDown, ChevronRight, Trash2 } from 'lucide';
import { useEffect, useState } from 'react';
import { lookUp } from '../../../shared/model/queries';
import { improvementStatuses } from '../../../shared/model/value-sets';
import { sayGain } from '../../../shared/plan/say-gain';
import { isOverdue, type Thread } from '../../../shared/plan/threads';
import { en } from '../../../shared/text/en';
import { readDate } from '../../panels/dates';
import { useApp } from '../../store';
import { IconButton } from '../../ui/button';
import { InlineText } from '../../ui/inline-text';
import { MenuButton } from '../../ui/menu';
import { ImprovementDetails } from './improvement-details';
import { goToElements } from '../go-to';
import { change, remove } from './plan-actions';
import { usePlan } from './plan-state';
import styles from './plan.module.css';
import type { Plan } from './use-threads';

const words = en.plan;

interface Props {
  plan: Plan;
  thread: Thread;
}

function Where(props: { node: string | undefined }): React.JSX.Element {
  const { node } = props;
  const name = useApp((state) => lookUp(state.history.project.nodes, node)?.name);
  if (node === undefined || name === undefined)
    return <span className={styles.quiet}>{words.wholeStream}</span>;
  const said = name === '' ? words.unnamed : name;
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={words.goTo(said)}
      onClick={() => goToElements([node])}
    >
      {said}
    </button>
  );
}

function Due({ thread }: Props): React.JSX.Element {
  const { improvement } = thread;
  const today = useApp((state) => state.today);
  return (
    <>
      <InlineText
        label={words.of(words.columns.due, improvement.name)}
        isLabelHidden
        size="small"
        value={improvement.due ?? ''}
        ask={words.noDate}
        onCommit={(typed) => {
          const due = readDate(typed);
          return due === null ? words.badDate(typed) : change(improvement.id, { due });
        }}
      />
      {isOverdue(improvement, today) && <span className={styles.overdue}>{words.overdue}</span>}
    </>
  );
}

function Status({ thread }: Props): React.JSX.Element {
  const { id, name, status = 'idea' } = thread.improvement;
  return (
    <MenuButton
      label={`${words.of(words.columns.status, name)}: ${words.statuses[status]}`}
      className={styles.status}
      face={
        <>
          <span className={styles.dot} data-status={status} />
          {words.statuses[status]}
        </>
      }
      entries={improvementStatuses.map((each) => ({
        id: each,
        title: words.statuses[each],
        isOn: each === status,
        run: () => {
          change(id, { status: each });
        },
      }))}
    />
  );
}

function Gain(props: { thread: Thread }): React.JSX.Element {
  const { gain } = props.thread;
  return (
    <span
      className={styles.gain}
      data-known={gain.kind === 'known'}
      title={gain.kind === 'known' ? words.gain.how : words.gain.mend[gain.reason]}
    >
      {sayGain(gain).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  );
}

function Name({ thread }: Props): React.JSX.Element {
  const { id, name, node } = thread.improvement;
  const at = useApp((state) => lookUp(state.history.project.nodes, node));
  const step = at === undefined || at.type === 'burst' ? null : at.name;
  const [isNew] = useState(() => usePlan.getState().naming === id);
  useEffect(() => {
    if (isNew) usePlan.setState({ naming: null });
  }, [isNew]);
  return (
    <InlineText
      label={words.nameAt(step)}
      isLabelHidden
      size="small"
      value={name}
      ask={words.unnamed}
      autoFocus={isNew}
      onCommit={(text) => change(id, { name: text.trim() })}
    />
  );
}

function Owner({ thread }: Props): React.JSX.Element {
  const { id, name, owner = '' } = thread.improvement;
  return (
    <InlineText
      label={words.of(words.columns.owner, name)}
      isLabelHidden
      size="small"
      value={owner}
      ask={words.noOwner}
      onCommit={(text) => change(id, { owner: text.trim() || undefined })}
    />
  );
}

/** One improvement: its row, and all about it where that is open. */
export function RegisterRow(props: Props): React.JSX.Element {
  const { id, name, node, status } = props.thread.improvement;
  const isOpen = usePlan((state) => state.open === id);
  const isStill = status === 'done' || status === 'dropped';
  return (
    <>
      <tr data-open={isOpen} data-still={isStill}>
        <th scope="row">
          <Name {...props} />
        </th>
        <td>
          <Where node={node} />
        </td>
        <td>
          <Owner {...props} />
        </td>
        <td>
          <Due {...props} />
        </td>
        <td>
          <Status {...props} />
        </td>
        <td>
          <Gain thread={props.thread} />
        </td>
        <td className={styles.rowButtons}>
          <IconButton
            icon={isOpen ? ChevronDown : ChevronRight}
            size={15}
            label={isOpen ? words.less(name) : words.more(name)}
            onPress={() => usePlan.setState({ open: isOpen ? null : id })}
          />
          <IconButton icon={Trash2} size={14} label={words.remove(name)} onPress={() => remove(id)} />
        </td>
      </tr>
      {isOpen && (
        <tr data-details="true">
          <td colSpan={7}>
            <ImprovementDetails {...props} />
          </td>
        </tr>
      )}
    </>
  );
}
