import { describe, expect, it } from 'vitest';
import {
  canRedo,
  canUndo,
  type History,
  isDirty,
  markSaved,
  openHistory,
  redo,
  redoLabel,
  run,
  takeBack,
  topEntry,
  undo,
  undoLabel,
} from '../../../shared/commands/history';
import { moveNodes, renameNode, setNode } from '../../../shared/commands/nodes';
import { setLanes } from '../../../shared/commands/maps';
import { setStream } from '../../../shared/commands/streams';
import { buildMap } from '../../helpers/build-map';
import { doUndoRedo, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.start();
  m.step('log');
  m.end();
  m.path('start', 'log', 'end');
});

function rename(history: History, name: string): History {
  const result = run(history, renameNode({ id: 'log', name }));
  if (result.kind === 'refused') throw new Error(result.sentence);
  return result.history;
}

describe('a history', () => {
  it('starts clean, with nothing to undo or redo', () => {
    const history = openHistory(project);
    expect([canUndo(history), canRedo(history), isDirty(history)]).toEqual([false, false, false]);
    expect([undoLabel(history), redoLabel(history)]).toEqual([null, null]);
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it('is dirty after a change and clean again after its undo', () => {
    const changed = rename(openHistory(project), 'Register');
    expect(isDirty(changed)).toBe(true);
    expect(undoLabel(changed)).toBe('Rename element');
    const back = undo(changed);
    expect(isDirty(back)).toBe(false);
    expect(redoLabel(back)).toBe('Rename element');
    expect(isDirty(redo(back))).toBe(true);
  });

  it('takes the last change back for good, and no other', () => {
    const first = rename(openHistory(project), 'Register');
    const second = rename(first, 'Record');
    const back = takeBack(second, topEntry(second));
    expect([back.project.nodes.log?.name, canRedo(back), back.past]).toEqual(['Register', false, first.past]);
    expect(takeBack(second, topEntry(first))).toBe(second);
    expect(takeBack(second, null)).toBe(second);
  });

  it('follows the saved entry through undo and redo', () => {
    const saved = markSaved(rename(openHistory(project), 'Register'));
    expect(isDirty(saved)).toBe(false);
    expect(isDirty(undo(saved))).toBe(true);
    expect(isDirty(redo(undo(saved)))).toBe(false);
  });

  it('stays dirty once the saved entry was dropped from the redo stack', () => {
    const saved = markSaved(rename(openHistory(project), 'Register'));
    const other = rename(undo(saved), 'Record');
    expect(canRedo(other)).toBe(false);
    expect([isDirty(other), isDirty(undo(other))]).toEqual([true, true]);
  });

  it('counts an edit that is made while a save is under way as unsaved', () => {
    const first = rename(openHistory(project), 'Register');
    const written = topEntry(first);
    expect(isDirty(markSaved(rename(first, 'Record'), written))).toBe(true);
  });

  it('is dirty from the start where no file holds the work', () => {
    const recovered = openHistory(project, false);
    expect(isDirty(recovered)).toBe(true);
    expect(isDirty(undo(rename(recovered, 'Register')))).toBe(true);
    expect(isDirty(markSaved(recovered))).toBe(false);
  });

  it('makes no entry for a command that changes nothing', () => {
    const history = openHistory(project);
    const log = project.nodes.log;
    const result = run(history, renameNode({ id: 'log', name: log?.name ?? '' }));
    expect(result).toEqual({ kind: 'done', history });
  });

  it('makes no entry for a value of equal content', () => {
    const timed = doUndoRedo(
      project,
      setNode({ ids: ['log'], patch: { processTime: { likely: 5, source: 'log' } } }),
    );
    const result = run(
      openHistory(timed),
      setNode({ ids: ['log'], patch: { processTime: { likely: 5, source: 'log' } } }),
    );
    expect(result.kind === 'done' && canUndo(result.history)).toBe(false);
  });

  it('freezes every state', () => {
    const changed = rename(openHistory(project), 'Register');
    const again = redo(undo(changed));
    for (const state of [changed, again]) {
      expect(Object.isFrozen(state.project)).toBe(true);
      expect(Object.isFrozen(state.project.nodes.log)).toBe(true);
    }
  });

  it('refuses a value that the file format would not take, in words', () => {
    expect(refusal(project, setNode({ ids: ['log'], patch: { wait: { likely: -1 } } }))).toBe(
      'This value cannot be used: wait must not be negative.',
    );
    expect(refusal(project, moveNodes({ moves: { log: { x: Number.NaN, y: 0 } } }))).toContain('position');
  });
});

describe('the mark of an untouched template', () => {
  const template = structuredClone(project);
  template.streams.stream = { name: 'Stream', order: 1, template: 'incident' };

  it('outlives a move', () => {
    const moved = doUndoRedo(template, moveNodes({ moves: { log: { x: 1, y: 2 } } }));
    expect(moved.streams.stream?.template).toBe('incident');
    const inLanes = doUndoRedo(template, setLanes({ id: 'map', lanes: 'team' }));
    expect(inLanes.streams.stream?.template).toBe('incident');
  });

  it('goes with the first edit of a step, and comes back with its undo', () => {
    const edited = doUndoRedo(template, setNode({ ids: ['log'], patch: { wait: { likely: 1 } } }));
    expect(edited.streams.stream).not.toHaveProperty('template');
  });

  it('goes with an edit of the charter', () => {
    const edited = doUndoRedo(template, setStream({ id: 'stream', patch: { demandPerMonth: 4 } }));
    expect(edited.streams.stream).toEqual({ name: 'Stream', order: 1, demandPerMonth: 4 });
  });
});
