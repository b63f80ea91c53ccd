import { describe, expect, it } from 'vitest';
import type { Command } from '../../../shared/commands/command';
import { openHistory, run, takeBack, topEntry, undo } from '../../../shared/commands/history';
import type { History } from '../../../shared/commands/history';
import { editsBetween, isAnother } from '../../../renderer/document/between-histories';
import { projectNamed } from '../../helpers/kept-messages';

const rename = (name: string): Command => ({
  name: 'rename',
  label: `Rename to ${name}`,
  refuse: () => null,
  apply: (draft) => {
    draft.name = name;
  },
});

function renamed(history: History, name: string): History {
  const result = run(history, rename(name));
  if (result.kind === 'refused') throw new Error(result.sentence);
  return result.history;
}

describe('what lies between two states of a window', () => {
  const opened = openHistory(projectNamed('Incidents'));
  const changed = renamed(opened, 'Requests');

  it('is another project where one was opened, also before the first edit', () => {
    const other = openHistory(projectNamed('Changes'));
    expect(isAnother(other, opened)).toBe(true);
    expect(isAnother(other, changed)).toBe(true);
    expect(isAnother(openHistory(projectNamed('Changes'), false), changed)).toBe(true);
  });

  it('is the same project where its only edit was a trial that is taken back, or was undone', () => {
    const back = takeBack(changed, topEntry(changed));
    expect(back.past).toEqual([]);
    expect(isAnother(back, changed)).toBe(false);
    expect(isAnother(undo(changed), changed)).toBe(false);
    expect(isAnother(changed, opened)).toBe(false);
  });

  it('is one edit for each command, undo and redo, and none where a trial gives way to a value', () => {
    expect(editsBetween(opened, changed)).toBe(1);
    expect(editsBetween(opened, renamed(changed, 'Orders'))).toBe(2);
    expect(editsBetween(changed, undo(changed))).toBe(1);
    const back = takeBack(changed, topEntry(changed));
    expect(editsBetween(changed, back)).toBe(-1);
    expect(editsBetween(changed, renamed(back, 'Orders'))).toBe(0);
  });
});
