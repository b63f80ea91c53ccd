import type { Project } from '../../../shared/model/project';
import { listOf, type WithId } from '../../../shared/model/queries';
import type { WorkshopNote } from '../../../shared/model/workshop';
import { matchesAll } from '../../panels/matches';

/** A column of the wall: a group, or the notes without one. */
export interface WallColumn {
  /** Null for the notes without a group. */
  readonly group: string | null;
  readonly name: string;
  /** Which of the six colours of paper it has. */
  readonly colour: number;
  readonly notes: readonly WithId<WorkshopNote>[];
}

/** Colours of paper; the first is for notes without a group. */
const papers = 6;

/** The columns of the wall of a stream; only notes that have all the words of the filter. */
export function columnsOf(project: Project, stream: string, loose: string, filter = ''): WallColumn[] {
  const groups = listOf(project.noteGroups).filter((each) => each.stream === stream);
  const isKnown = new Set(groups.map(({ id }) => id));
  const notes = listOf(project.workshopNotes).filter(
    (note) => note.stream === stream && note.kind === 'wall' && matchesAll(filter, [note.name]),
  );
  return [
    {
      group: null,
      name: loose,
      colour: 0,
      notes: notes.filter(({ group }) => group === undefined || !isKnown.has(group)),
    },
    ...groups.map(({ id, name }, index) => ({
      group: id,
      name,
      colour: 1 + (index % (papers - 1)),
      notes: notes.filter((note) => note.group === id),
    })),
  ];
}

/** Where a note hangs: its column and its place there; null where it does not. */
export function placeOnWall(
  columns: readonly WallColumn[],
  id: string,
): { readonly column: number; readonly row: number } | null {
  for (const [column, { notes }] of columns.entries()) {
    const row = notes.findIndex((note) => note.id === id);
    if (row >= 0) return { column, row };
  }
  return null;
}

/** A key that walks the notes. */
export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const arrows: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] satisfies Arrow[];

/** True for an arrow key. */
export const isArrow = (key: string): key is Arrow => arrows.includes(key);

/** The note that an arrow leads to from another one; columns without notes are passed over. */
export function noteBeside(columns: readonly WallColumn[], id: string, arrow: Arrow): string | null {
  const place = placeOnWall(columns, id);
  if (!place) return null;
  const own = columns[place.column]?.notes ?? [];
  if (arrow === 'ArrowUp') return own[place.row - 1]?.id ?? null;
  if (arrow === 'ArrowDown') return own[place.row + 1]?.id ?? null;
  const side =
    arrow === 'ArrowRight' ? columns.slice(place.column + 1) : columns.slice(0, place.column).reverse();
  const next = side.find(({ notes }) => notes.length > 0)?.notes;
  return next?.[Math.min(place.row, next.length - 1)]?.id ?? null;
}
