import { useState } from 'react';
import { addNoteGroup, moveNote, noteGroupNamed } from '../../../shared/commands/workshop-notes';
import { together } from '../../../shared/commands/together';
import type { WithId } from '../../../shared/model/queries';
import type { WorkshopNote } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { makeId } from '../../make-id';
import { dispatch, useApp } from '../../store';
import { Dialog } from '../../ui/dialog';
import styles from './wall.module.css';
import type { WallColumn } from './wall-columns';

const words = en.room.wall;

/** Hangs a note under a heading by its name; one that is not there is made in the same undo step. */
function moveToName(note: WithId<WorkshopNote>, name: string): void {
  const { project } = useApp.getState().history;
  const known = noteGroupNamed(project, note.stream, name);
  if (known !== undefined) {
    dispatch(moveNote({ id: note.id, group: known }));
    return;
  }
  const add = addNoteGroup({ stream: note.stream, name }, makeId);
  const move = moveNote({ id: note.id, group: add.made[0] ?? null });
  // The heading is there once the first of the two is done.
  dispatch(together(add, { ...move, refuse: () => null }));
}

/** Asks for the group of a note by the first letters of its name. */
export function MoveDialog(props: {
  note: WithId<WorkshopNote>;
  columns: readonly WallColumn[];
  onDone: () => void;
}): React.JSX.Element {
  const { note, columns } = props;
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const found = columns.filter(({ name }) => name.toLowerCase().includes(wanted));
  const isNew = wanted !== '' && !columns.some(({ name }) => name.toLowerCase() === wanted);
  const move = (column: WallColumn | null): void => {
    const name = column?.name ?? typed.trim();
    if (column?.group === null) dispatch(moveNote({ id: note.id, group: null }));
    else moveToName(note, name);
    announce(words.moved(note.name, name));
    props.onDone();
  };
  return (
    <Dialog title={words.moveTo} description={note.name} closeLabel={en.dialogs.close} onClose={props.onDone}>
      <form
        className={styles.moveForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0] || isNew) move(found[0] ?? null);
        }}
      >
        <input
          className={styles.field}
          aria-label={words.moveLabel}
          placeholder={words.moveLabel}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <ul className={styles.moveList}>
          {found.map((column, index) => (
            <li key={column.group ?? 'loose'}>
              <button type="button" data-first={index === 0} onClick={() => move(column)}>
                {column.name}
              </button>
            </li>
          ))}
          {isNew && (
            <li>
              <button type="button" data-first={found.length === 0} onClick={() => move(null)}>
                {words.moveNew(typed.trim())}
              </button>
            </li>
          )}
        </ul>
      </form>
    </Dialog>
  );
}
