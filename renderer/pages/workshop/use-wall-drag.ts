import { type RefObject, useEffect } from 'react';
import { moveNote } from '../../../shared/commands/workshop-notes';
import { lookUp } from '../../../shared/model/queries';
import { en } from '../../../shared/text/en';
import { announce } from '../../announce';
import { dispatch, useApp } from '../../store';

const near = (target: EventTarget | null, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

/** Marks the column that lies under a dragged note, and none where it is null. */
function markOver(board: HTMLElement, column: HTMLElement | null): void {
  for (const each of board.querySelectorAll<HTMLElement>('[data-column]'))
    each.dataset['over'] = String(each === column);
}

function drop(event: DragEvent): void {
  const column = near(event.target, '[data-column]');
  const id = event.dataTransfer?.getData('text/plain') ?? '';
  const note = lookUp(useApp.getState().history.project.workshopNotes, id);
  if (!column || !note) return;
  event.preventDefault();
  event.stopPropagation();
  const after = near(event.target, '[data-drop]')?.dataset['drop'] ?? null;
  const group = column.dataset['column'] ?? '';
  if (after === id || dispatch(moveNote({ id, group: group === '' ? null : group, after })) !== null) return;
  announce(en.room.wall.moved(note.name, column.ariaLabel ?? ''));
}

/** Lets notes be dragged from column to column of the wall; keys do the same. */
export function useWallDrag(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const wall = board.current;
    if (!wall) return undefined;
    const listeners = {
      dragstart: (event: DragEvent) => {
        const id = near(event.target, '[data-drop]')?.dataset['drop'];
        if (id !== undefined) event.dataTransfer?.setData('text/plain', id);
      },
      dragover: (event: DragEvent) => {
        event.preventDefault();
        markOver(wall, near(event.target, '[data-column]'));
      },
      dragend: () => markOver(wall, null),
      drop: (event: DragEvent) => {
        markOver(wall, null);
        drop(event);
      },
    };
    for (const [name, listener] of Object.entries(listeners))
      wall.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        wall.removeEventListener(name, listener as EventListener);
    };
  }, [board]);
}
