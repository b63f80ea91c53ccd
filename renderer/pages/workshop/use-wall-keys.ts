import { type RefObject, useEffect, useRef, useState } from 'react';
import { deleteNote, moveNote } from '../../../shared/commands/workshop-notes';
import type { WithId } from '../../../shared/model/queries';
import type { WorkshopNote } from '../../../shared/model/workshop';
import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { dispatch } from '../../store';
import { type Arrow, isArrow, noteBeside, placeOnWall, type WallColumn } from './wall-columns';

type Note = WithId<WorkshopNote>;

/** Moves a note to the next column, or one place up or down in its own. */
function moveBy(columns: readonly WallColumn[], note: Note, arrow: Arrow): void {
  const place = placeOnWall(columns, note.id);
  const own = place && columns[place.column];
  if (!place || !own) return;
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    // Up: the one above goes below this one.
    const other = own.notes[place.row + (arrow === 'ArrowUp' ? -1 : 1)];
    if (!other) return;
    const [id, after] = arrow === 'ArrowUp' ? [other.id, note.id] : [note.id, other.id];
    dispatch(moveNote({ id, group: own.group, after }));
    return;
  }
  const column = columns[place.column + (arrow === 'ArrowRight' ? 1 : -1)];
  if (!column || dispatch(moveNote({ id: note.id, group: column.group })) !== null) return;
  announce(en.room.wall.moved(note.name, column.name));
}

interface WallHandlers {
  readonly goTo: (id: string) => void;
  readonly edit: (id: string) => void;
  readonly move: (note: Note) => void;
}

/** Does what a key means on a note; false where it means nothing. */
function pressed(
  event: KeyboardEvent,
  note: Note,
  columns: readonly WallColumn[],
  on: WallHandlers,
): boolean {
  const { key, shiftKey } = event;
  if (isArrow(key) && shiftKey) {
    moveBy(columns, note, key);
    on.goTo(note.id);
  } else if (isArrow(key)) on.goTo(noteBeside(columns, note.id, key) ?? note.id);
  else if (key === 'F2') on.edit(note.id);
  else if (key === 'm' || key === 'M') on.move(note);
  else if (key === 'Delete') {
    const next = noteBeside(columns, note.id, 'ArrowDown') ?? noteBeside(columns, note.id, 'ArrowUp');
    if (next !== null) on.goTo(next);
    dispatch(deleteNote({ id: note.id }));
  } else if (key === 'Enter' && event.target instanceof HTMLElement)
    event.target.parentElement?.querySelector<HTMLElement>('[aria-haspopup]')?.click();
  else return false;
  return true;
}

/** What the keyboard stands at on the wall, what is edited, and what is being moved by name. */
interface WallState {
  /** The note that the Tab key reaches. */
  readonly tabStop: string | null;
  readonly editing: string | null;
  readonly moving: Note | null;
  readonly setAt: (id: string) => void;
  readonly setEditing: (id: string | null) => void;
  readonly setMoving: (note: Note | null) => void;
}

/** Walks and moves the notes of a wall with keys; the focus follows a note into another column. */
export function useWallKeys(board: RefObject<HTMLElement | null>, columns: readonly WallColumn[]): WallState {
  const [at, setAt] = useState<string | null>(null);
  const [wanted, setWanted] = useState<{ readonly id: string } | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [moving, setMoving] = useState<Note | null>(null);
  const latest = useRef(columns);
  const all = columns.flatMap(({ notes }) => notes);
  useEffect(() => {
    latest.current = columns;
  });
  useEffect(() => {
    if (wanted) board.current?.querySelector<HTMLElement>(`[data-note="${wanted.id}"]`)?.focus();
  }, [board, wanted]);
  useEffect(() => {
    const wall = board.current;
    const goTo = (id: string): void => setWanted({ id });
    const onKey = (event: KeyboardEvent): void => {
      const card =
        event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-drop]') : null;
      const id = card?.dataset['drop'];
      const note = latest.current.flatMap(({ notes }) => notes).find((each) => each.id === id);
      if (!note || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!pressed(event, note, latest.current, { goTo, edit: setEditing, move: setMoving })) return;
      event.preventDefault();
      event.stopPropagation();
    };
    wall?.addEventListener('keydown', onKey);
    return () => wall?.removeEventListener('keydown', onKey);
  }, [board]);
  return {
    tabStop: all.some(({ id }) => id === at) ? at : (all[0]?.id ?? null),
    editing,
    moving,
    setAt,
    setEditing: (id) => {
      if (id === null && editing !== null) setWanted({ id: editing });
      setEditing(id);
    },
    setMoving: (note) => {
      if (note === null && moving) setWanted({ id: moving.id });
      setMoving(note);
    },
  };
}
