import { describe, expect, it } from 'vitest';
import { addNote, addNoteGroup } from '../../shared/commands/workshop-notes';
import type { Project } from '../../shared/model/project';
import { columnsOf, noteBeside, placeOnWall } from '../../renderer/pages/workshop/wall-columns';
import { buildMap } from '../helpers/build-map';
import { doUndoRedo } from '../helpers/do-undo-redo';

const wall = { stream: 'stream', kind: 'wall' } as const;

/** Loose: a; Waste: b, c, d; Empty: none; Ideas: e. */
function room(): Project {
  let now = buildMap((m) => m.step('s')).project;
  const ids = (id: string): (() => string) => {
    const given = [id, `group-of-${id}`];
    return () => given.shift() ?? '';
  };
  now = doUndoRedo(now, addNote({ ...wall, name: 'a' }, ids('a')));
  for (const id of ['b', 'c', 'd'])
    now = doUndoRedo(now, addNote({ ...wall, name: `${id} is slow`, group: 'Waste' }, ids(id)));
  now = doUndoRedo(
    now,
    addNoteGroup({ stream: 'stream', name: 'Empty' }, () => 'empty'),
  );
  now = doUndoRedo(now, addNote({ ...wall, name: 'e', group: 'Ideas' }, ids('e')));
  return doUndoRedo(now, addNote({ stream: 'stream', kind: 'parked', name: 'later' }, ids('f')));
}

const shown = (filter = ''): string[] =>
  columnsOf(room(), 'stream', 'Loose', filter).map(
    ({ name, notes }) => `${name}: ${notes.map(({ id }) => id).join(' ')}`,
  );

describe('the columns of the wall', () => {
  it('are the loose notes, then each group; what is parked hangs elsewhere', () => {
    expect(shown()).toEqual(['Loose: a', 'Waste: b c d', 'Empty: ', 'Ideas: e']);
  });

  it('hold only notes with all the words of the filter', () => {
    expect(shown('SLOW c')).toEqual(['Loose: ', 'Waste: c', 'Empty: ', 'Ideas: ']);
  });

  it('treat notes of a group that is gone as loose', () => {
    const project = structuredClone(room());
    delete project.noteGroups['group-of-b'];
    const [loose] = columnsOf(project, 'stream', 'Loose');
    expect(loose?.notes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('arrows on the wall', () => {
  const columns = columnsOf(room(), 'stream', 'Loose');

  it('walk up and down a column, and stop at its ends', () => {
    expect(noteBeside(columns, 'c', 'ArrowUp')).toBe('b');
    expect(noteBeside(columns, 'c', 'ArrowDown')).toBe('d');
    expect(noteBeside(columns, 'd', 'ArrowDown')).toBeNull();
  });

  it('walk to the next column at the same height, past empty ones', () => {
    expect(noteBeside(columns, 'a', 'ArrowRight')).toBe('b');
    expect(noteBeside(columns, 'd', 'ArrowRight')).toBe('e');
    expect(noteBeside(columns, 'e', 'ArrowLeft')).toBe('b');
    expect(noteBeside(columns, 'd', 'ArrowLeft')).toBe('a');
    expect(noteBeside(columns, 'e', 'ArrowRight')).toBeNull();
  });

  it('lead nowhere from a note that is not there', () => {
    expect(noteBeside(columns, 'gone', 'ArrowUp')).toBeNull();
    expect(placeOnWall(columns, 'd')).toEqual({ column: 1, row: 2 });
  });
});
