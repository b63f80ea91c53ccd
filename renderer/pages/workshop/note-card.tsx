import { Check, CircleDot, EllipsisVertical, MapPin, Sparkles } from 'lucide';
import { useState } from 'react';
import { deleteNote, setNote } from '../../../shared/commands/workshop-notes';
import type { WithId } from '../../../shared/model/queries';
import type { WorkshopNote } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { isDealtWith } from '../../../shared/model/notes';
import { dispatch, useApp } from '../../store';
import { Icon } from '../../ui/icon';
import { MenuButton, type MenuEntry } from '../../ui/menu';
import { makeImprovement, makeKind, makeNode } from './note-actions';
import styles from './wall.module.css';

const words = en.room.wall;

/** Everything that a note can become, and how it is changed. */
export function noteEntries(
  note: WithId<WorkshopNote>,
  on: { readonly edit: () => void; readonly move: () => void },
): MenuEntry[] {
  const isSettled = note.isSettled === true;
  return [
    { id: 'edit', title: words.edit, keys: 'F2', run: on.edit },
    { id: 'move', title: words.moveTo, keys: 'M', run: on.move },
    {
      id: 'settle',
      title: isSettled ? words.unsettle : words.settle,
      run: () => dispatch(setNote({ id: note.id, patch: { isSettled: isSettled ? undefined : true } })),
    },
    null,
    { id: 'step', title: words.toStep, run: () => makeNode(note, 'step') },
    { id: 'improvement', title: words.toImprovement, run: () => makeImprovement(note) },
    { id: 'parked', title: words.toParked, run: () => makeKind(note, 'parked') },
    { id: 'decision', title: words.toDecision, run: () => makeKind(note, 'decision') },
    { id: 'canvas', title: words.toCanvas, run: () => makeNode(note, 'note') },
    null,
    { id: 'remove', title: words.remove, keys: 'Del', run: () => dispatch(deleteNote({ id: note.id })) },
  ];
}

function EditNote(props: { note: WithId<WorkshopNote>; onDone: () => void }): React.JSX.Element {
  const { note } = props;
  const [text, setText] = useState(note.name);
  const keep = (): void => {
    const name = text.trim();
    if (name !== '' && name !== note.name) dispatch(setNote({ id: note.id, patch: { name } }));
    props.onDone();
  };
  return (
    <textarea
      className={styles.edit}
      aria-label={words.editLabel}
      value={text}
      rows={3}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') props.onDone();
        if (event.key === 'Enter' && !event.shiftKey) {
          event.preventDefault();
          keep();
        }
      }}
    />
  );
}

/** What else is known of a note: its step, who said it, what it became, its dots. */
function Facts(props: {
  note: WithId<WorkshopNote>;
  step: string | undefined;
  dots: number;
  showsName: boolean;
}): React.JSX.Element | null {
  const { note, step, dots, showsName } = props;
  const isSettled = useApp((state) => isDealtWith(state.history.project, note));
  const facts = [
    ...(isSettled ? [{ key: 'settled', icon: Check, text: words.settled }] : []),
    ...(dots > 0 ? [{ key: 'dots', icon: CircleDot, text: words.dots(dots) }] : []),
    ...(step === undefined ? [] : [{ key: 'step', icon: MapPin, text: step }]),
    ...(note.improvement === undefined ? [] : [{ key: 'idea', icon: Sparkles, text: words.improvement }]),
  ];
  const by = showsName && note.by !== undefined ? words.said(note.by) : null;
  if (facts.length === 0 && by === null) return null;
  return (
    <span className={styles.facts}>
      {facts.map(({ key, icon, text }) => (
        <span key={key}>
          <Icon of={icon} size={13} weight={2.25} /> {text}
        </span>
      ))}
      {by !== null && <span>{by}</span>}
    </span>
  );
}

/** A note on the wall. */
export function NoteCard(props: {
  note: WithId<WorkshopNote>;
  group: string;
  step: string | undefined;
  dots: number;
  showsName: boolean;
  isTabStop: boolean;
  isEditing: boolean;
  onFocus: () => void;
  onEdit: (isEditing: boolean) => void;
  onMove: () => void;
}): React.JSX.Element {
  const { note } = props;
  const isSettled = useApp((state) => isDealtWith(state.history.project, note));
  const entries = noteEntries(note, { edit: () => props.onEdit(true), move: props.onMove });
  if (props.isEditing)
    return (
      <li className={styles.note}>
        <EditNote note={note} onDone={() => props.onEdit(false)} />
      </li>
    );
  return (
    <li className={styles.note} data-drop={note.id} data-settled={isSettled} draggable>
      <button
        type="button"
        className={styles.words}
        data-note={note.id}
        tabIndex={props.isTabStop ? 0 : -1}
        aria-label={words.note(note.name, props.group)}
        onFocus={props.onFocus}
        onDoubleClick={() => props.onEdit(true)}
      >
        <span className={styles.text}>{note.name}</span>
        <Facts note={note} step={props.step} dots={props.dots} showsName={props.showsName} />
      </button>
      <MenuButton
        label={words.more(note.name)}
        className={styles.more}
        tabIndex={-1}
        face={<Icon of={EllipsisVertical} size={16} />}
        entries={entries}
      />
    </li>
  );
}
