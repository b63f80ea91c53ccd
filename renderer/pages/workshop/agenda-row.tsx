import { EllipsisVertical, Play } from 'lucide';
import { useState } from 'react';
import { deleteAgendaItem, moveAgendaItem, setAgendaItem } from '../../../shared/commands/agenda';
import { together } from '../../../shared/commands/together';
import type { WithId } from '../../../shared/model/queries';
import { agendaParts } from '../../../shared/model/value-sets';
import type { AgendaItem } from '../../../shared/model/workshop';
import { formatDuration } from '../../../shared/model/units-format';
import { en } from '../../../shared/text/en';
import { dispatch } from '../../store';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { MenuButton, type MenuEntry } from '../../ui/menu';
import styles from './agenda.module.css';
import { startBlock, useClock } from './room-clock';
import { Tick } from './tick';

const words = en.room.agenda;

/** Minutes as they are typed: a whole number; undefined for nothing, null where it is none. */
function readMinutes(text: string): number | undefined | null {
  const typed = text.trim();
  if (typed === '') return undefined;
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null;
}

/** A field of a block: Escape gives up, leaving both fields keeps them. */
function Field(props: {
  label: string;
  className: string | undefined;
  value: string;
  isFirst?: boolean;
  isBad?: boolean;
  onType: (text: string) => void;
  onKeep: () => void;
  onLeave: () => void;
}): React.JSX.Element {
  return (
    <input
      className={props.className}
      aria-label={props.label}
      aria-invalid={props.isBad === true}
      value={props.value}
      placeholder={words.noMinutes}
      autoFocus={props.isFirst === true}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => props.onType(event.target.value)}
      onBlur={(event) => {
        if (event.currentTarget.form?.contains(event.relatedTarget) !== true) props.onKeep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onLeave();
      }}
    />
  );
}

/** The name and the minutes of a block, stored together by Enter or on leaving. */
function EditBlock(props: { item: WithId<AgendaItem>; onDone: () => void }): React.JSX.Element {
  const { item, onDone } = props;
  const [name, setName] = useState(item.name);
  const [text, setText] = useState(item.minutes === undefined ? '' : String(item.minutes));
  const minutes = readMinutes(text);
  const keep = (): void => {
    if (minutes === null) return;
    const patch = { name: name.trim() === '' ? item.name : name.trim(), minutes };
    if (patch.name !== item.name || minutes !== item.minutes) dispatch(setAgendaItem({ id: item.id, patch }));
    onDone();
  };
  const common = { onKeep: keep, onLeave: onDone };
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Field
        {...common}
        label={words.name}
        className={styles.editName}
        value={name}
        isFirst
        onType={setName}
      />
      <Field
        {...common}
        label={words.minutes}
        className={styles.editMinutes}
        value={text}
        isBad={minutes === null}
        onType={setText}
      />
      <button type="submit" className="visuallyHidden" tabIndex={-1}>
        {words.closeEdit}
      </button>
      {minutes === null && (
        <p className={styles.bad} role="alert">
          {words.badMinutes(text)}
        </p>
      )}
    </form>
  );
}

function entriesOf(item: WithId<AgendaItem>, days: number, onEdit: () => void): MenuEntry[] {
  const move = (patch: Partial<AgendaItem>): void => {
    dispatch(setAgendaItem({ id: item.id, patch }));
  };
  return [
    { id: 'edit', title: words.edit, run: onEdit },
    { id: 'up', title: words.up, run: () => dispatch(moveAgendaItem({ id: item.id, by: -1 })) },
    { id: 'down', title: words.down, run: () => dispatch(moveAgendaItem({ id: item.id, by: 1 })) },
    null,
    ...agendaParts
      .filter((part) => part !== item.part)
      .map((part) => ({ id: part, title: words.toPart[part], run: () => move({ part }) })),
    ...Array.from({ length: days }, (_, index) => index + 1)
      .filter((day) => day !== item.day)
      .map((day) => ({ id: `day-${String(day)}`, title: words.toDay(day), run: () => move({ day }) })),
    null,
    { id: 'remove', title: words.remove, run: () => dispatch(deleteAgendaItem({ id: item.id })) },
  ];
}

/** Ticks a block off or opens it again; what it took goes with the tick. */
function setDone(item: WithId<AgendaItem>, isDone: boolean): void {
  const set = setAgendaItem({ id: item.id, patch: { isDone: isDone || undefined } });
  const forget = setAgendaItem({ id: item.id, patch: { spent: undefined } });
  dispatch(isDone ? set : together(set, forget));
}

/** A block of the agenda: a tick, its name, its minutes, and a way to start it. */
export function AgendaRow(props: {
  item: WithId<AgendaItem>;
  days: number;
  isNew: boolean;
}): React.JSX.Element {
  const { item } = props;
  const [isEditing, setEditing] = useState(props.isNew);
  const running = useClock();
  const isNow = running?.block.id === item.id;
  return (
    <li className={styles.row} data-now={isNow} data-done={item.isDone === true} aria-current={isNow}>
      <Tick
        label={words.done(item.name)}
        isOn={item.isDone === true}
        onChange={(isDone) => setDone(item, isDone)}
      />
      {isEditing ? (
        <EditBlock item={item} onDone={() => setEditing(false)} />
      ) : (
        <button type="button" className={styles.name} onClick={() => setEditing(true)}>
          <span>{item.name}</span>
          <span className={styles.minutes}>
            {item.minutes === undefined ? words.noMinutes : formatDuration(item.minutes)}
            {item.spent !== undefined && ` · ${words.took(formatDuration(item.spent))}`}
          </span>
        </button>
      )}
      {isNow ? (
        <span className={styles.now}>{words.now}</span>
      ) : (
        <IconButton
          icon={Play}
          size={14}
          label={words.start(item.name)}
          onPress={() => startBlock(item.id)}
        />
      )}
      <MenuButton
        label={words.more(item.name)}
        className={styles.more}
        face={<Icon of={EllipsisVertical} size={15} />}
        entries={entriesOf(item, props.days, () => setEditing(true))}
      />
    </li>
  );
}
