import { describe, expect, it } from 'vitest';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { linkBetween, makeFutureCopy } from '../../../shared/commands/future-copy';
import { linkNode, moveMap } from '../../../shared/commands/futures';
import { deleteMap } from '../../../shared/commands/maps';
import { addNode } from '../../../shared/commands/nodes';
import type { Project } from '../../../shared/model/project';
import { mapsOf } from '../../../shared/model/queries';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';

/** A map, a future state of it, and a future state of that. */
function chain(): {
  project: Project;
  first: string;
  second: string;
  onFirst: (id: string) => string;
  onSecond: (id: string) => string;
  makeId: () => string;
} {
  const { project } = buildMap((m) => {
    m.start();
    m.step('log', { wait: 10, processTime: 5 });
    m.step('fix', { wait: 20, processTime: 5 });
    m.end();
    m.path('start', 'log', 'fix', 'end');
  });
  const makeId = countedIds();
  const one = makeFutureCopy({ project, map: 'map', makeId });
  const withOne = doUndoRedo(project, one);
  const two = makeFutureCopy({ project: withOne, map: one.made[0], makeId });
  return {
    project: doUndoRedo(withOne, two),
    first: one.made[0],
    second: two.made[0],
    onFirst: one.idOf,
    onSecond: (id) => two.idOf(one.idOf(id)),
    makeId,
  };
}

describe('a future state of a future state', () => {
  it('is linked to both maps', () => {
    const { project, first, second, onFirst, onSecond } = chain();
    expect(linkBetween(project, 'map', second).onCopy('log')).toBe(onSecond('log'));
    expect(linkBetween(project, first, second).onCopy(onFirst('log'))).toBe(onSecond('log'));
  });

  it('stays linked to the current state when the one between is deleted', () => {
    const { project, first, second, onSecond } = chain();
    const after = doUndoRedo(project, deleteMap({ id: first }));
    expect(after.maps[second]?.copiedFrom).toBe('map');
    expect(linkBetween(after, 'map', second).onCopy('fix')).toBe(onSecond('fix'));
  });

  it('keeps its step linked when the step between is deleted', () => {
    const { project, second, onFirst, onSecond, makeId } = chain();
    const after = doUndoRedo(project, deleteNodes({ ids: [onFirst('log')] }, makeId));
    expect(linkBetween(after, 'map', second).onCopy('log')).toBe(onSecond('log'));
  });

  it('is compared the other way round, and with another copy of the same map', () => {
    const { project, first, onFirst, makeId } = chain();
    expect(linkBetween(project, first, 'map').onCopy(onFirst('log'))).toBe('log');
    const sister = makeFutureCopy({ project, map: 'map', makeId });
    const after = doUndoRedo(project, sister);
    expect(linkBetween(after, first, sister.made[0]).onCopy(onFirst('log'))).toBe(sister.idOf('log'));
  });
});

describe('a step that lost its link', () => {
  it('is linked to a step of another map of the stream', () => {
    const { project, first, makeId } = chain();
    const extra = addNode({ map: first, type: 'step', name: 'Log again' }, makeId);
    const added = doUndoRedo(project, extra);
    const [id = ''] = extra.made;
    expect(linkBetween(added, 'map', first).onSource(id)).toBeNull();
    const unlinked = doUndoRedo(added, linkNode({ node: chain().onFirst('log'), source: null }));
    const linked = doUndoRedo(unlinked, linkNode({ node: id, source: 'log' }));
    expect(linkBetween(linked, 'map', first).onCopy('log')).toBe(id);
  });

  it('is never linked to its own map, to itself over copies, or to another stream', () => {
    const { project, onFirst, onSecond } = chain();
    const sentence = 'Only a step of another map of this stream can be what this one was copied from.';
    expect(refusal(project, linkNode({ node: onFirst('log'), source: onFirst('fix') }))).toBe(sentence);
    expect(refusal(project, linkNode({ node: 'log', source: onSecond('log') }))).toBe(sentence);
  });
});

describe('the maps of a stream', () => {
  it('change places with their neighbours, and the last one goes no further', () => {
    const { project, first, second } = chain();
    const order = (now: Project): string[] => mapsOf(now, 'stream').map(({ id }) => id);
    expect(order(project)).toEqual(['map', first, second]);
    const after = doUndoRedo(project, moveMap({ id: second, by: -1 }));
    expect(order(after)).toEqual(['map', second, first]);
    expect(refusal(after, moveMap({ id: first, by: 1 }))).toMatch(/\.$/);
  });
});
