import { Plus, UserPlus, X } from 'lucide';
import { useId, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import {
  addStakeholder,
  addStakeholders,
  deleteStakeholder,
  setStakeholder,
} from '../../../shared/commands/stakeholders';
import { stakeholdersOf } from '../../../shared/analysis/value-balance';
import { consumersToAdd } from '../../../shared/model/charter';
import type { WithId } from '../../../shared/model/queries';
import { type StakeholderKind, stakeholderKinds } from '../../../shared/model/value-sets';
import type { Stakeholder } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { listNames } from '../../../shared/text/rules';
import { makeId } from '../../make-id';
import { dispatch, notify, showPage, undoLast, useApp } from '../../store';
import { Button, IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { InlineText } from '../../ui/inline-text';
import { MenuButton } from '../../ui/menu';
import styles from './charter.module.css';

const words = en.charter.stakeholder;
const { stakeholderKinds: kindNames } = en.charter;

/** Takes a stakeholder away; where that takes entries with it, it says so and offers to take it back. */
export function removeStakeholder(id: string, name: string): void {
  const { valueItems } = useApp.getState().history.project;
  const count = Object.values(valueItems).filter((item) => item.stakeholder === id).length;
  if (dispatch(deleteStakeholder({ id })) !== null || count === 0) return;
  notify(words.removed(name, count), 'plain', { title: words.undo, run: undoLast });
}

/** What part a stakeholder plays, and a way to say it. */
export function KindMenu(props: { row: WithId<Stakeholder> }): React.JSX.Element {
  const { id, name, kind } = props.row;
  const set = (next: StakeholderKind | undefined) => (): void => {
    dispatch(setStakeholder({ id, patch: { kind: next } }));
  };
  return (
    <MenuButton
      label={words.kindOf(name, kind === undefined ? words.noKind : kindNames[kind])}
      className={styles.kind}
      face={kind === undefined ? words.noKind : kindNames[kind]}
      entries={[
        ...stakeholderKinds.map((each) => ({
          id: each,
          title: kindNames[each],
          isOn: each === kind,
          run: set(each),
        })),
        { id: 'none', title: words.noKind, isOn: kind === undefined, run: set(undefined) },
      ]}
    />
  );
}

function Row(props: { row: WithId<Stakeholder> }): React.JSX.Element {
  const { id, name, note } = props.row;
  return (
    <tr>
      <th scope="row">
        <InlineText
          label={words.nameOf(name)}
          isLabelHidden
          size="small"
          value={name}
          ask={words.name}
          onCommit={(text) => dispatch(setStakeholder({ id, patch: { name: text } }))}
        />
      </th>
      <td>
        <KindMenu row={props.row} />
      </td>
      <td>
        <InlineText
          label={words.noteOf(name)}
          isLabelHidden
          size="small"
          value={note ?? ''}
          ask={words.noteAsk}
          onCommit={(text) => dispatch(setStakeholder({ id, patch: { note: text.trim() || undefined } }))}
        />
      </td>
      <td>
        <IconButton
          icon={X}
          size={14}
          label={words.remove(name)}
          onPress={() => removeStakeholder(id, name)}
        />
      </td>
    </tr>
  );
}

/** A line in which stakeholders are typed one after the other. */
export function NewStakeholder(props: { stream: string; label: string }): React.JSX.Element {
  const id = useId();
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() === '') return;
    if (dispatch(addStakeholder({ stream: props.stream, name }, makeId)) === null) setName('');
  };
  return (
    <div className={styles.newRow}>
      <label htmlFor={id} className="visuallyHidden">
        {props.label}
      </label>
      <span className={styles.newBox}>
        <Icon of={Plus} size={14} />
        <input
          id={id}
          data-field="stakeholders"
          data-untouched={name === ''}
          value={name}
          placeholder={words.addPlaceholder}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
          }}
        />
      </span>
      <Button isDisabled={name.trim() === ''} onPress={add}>
        {props.label}
      </Button>
    </div>
  );
}

/** Adds the consumer roles of the charter that are no stakeholders yet; shown while there are any. */
export function AddFromCharter(props: { stream: string; isMain?: boolean }): React.JSX.Element | null {
  const missing = useApp(
    useShallow(({ history }) => consumersToAdd(history.project, props.stream).map(({ name }) => name)),
  );
  if (missing.length === 0) return null;
  return (
    <Button
      kind={props.isMain === true ? 'primary' : 'plain'}
      icon={UserPlus}
      onPress={() => {
        const people = consumersToAdd(useApp.getState().history.project, props.stream);
        dispatch(addStakeholders(people, makeId));
      }}
    >
      {words.fromCharter(listNames(missing))}
    </Button>
  );
}

/** Everybody for whom the stream makes a difference. */
export function StakeholderTable(props: { stream: string; earlier: string }): React.JSX.Element {
  const project = useApp((state) => state.history.project);
  const rows = stakeholdersOf(project, props.stream);
  return (
    <>
      {rows.length === 0 ? (
        <p className={styles.ask}>{words.ask}</p>
      ) : (
        <table className={styles.table} aria-label={words.table}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.kind}</th>
              <th scope="col">{words.note}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {props.earlier !== '' && (
        <p className={styles.earlier}>
          <strong>{words.earlier}</strong> {props.earlier}
        </p>
      )}
      <div className={styles.tableFoot}>
        <NewStakeholder stream={props.stream} label={words.add} />
        <AddFromCharter stream={props.stream} />
        {rows.length > 0 && (
          <Button kind="quiet" onPress={() => showPage('value')}>
            {en.charter.toValue}
          </Button>
        )}
      </div>
    </>
  );
}
