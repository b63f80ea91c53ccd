import { describe, expect, it } from 'vitest';
import { deleteNodes } from '../../../shared/commands/delete-nodes';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import type { Project } from '../../../shared/model/project';
import { bareProject, buildMap, type MapBuilder } from '../../helpers/build-map';
import { countedIds, doUndoRedo, flowsOf, refusal } from '../../helpers/do-undo-redo';

const projectOf = (tell: (m: MapBuilder) => void): Project =>
  buildMap((m) => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) m.step(id);
    tell(m);
  }).project;

const flowsWithout = (project: Project, ...ids: string[]): string[] =>
  flowsOf(doUndoRedo(project, deleteNodes({ ids }, countedIds())));

describe('deleting nodes heals the flows', () => {
  it('joins the one before to the one after', () => {
    const project = projectOf((m) => m.path('a', 'b', 'c'));
    expect(flowsWithout(project, 'b')).toEqual(['a > c']);
  });

  it('heals over a whole run of deleted nodes', () => {
    const project = projectOf((m) => m.path('a', 'b', 'c', 'd', 'e'));
    expect(flowsWithout(project, 'c', 'b', 'd')).toEqual(['a > e']);
  });

  it('multiplies shares, a blank being the remainder', () => {
    const project = projectOf((m) => {
      m.flow('a', 'b', { share: 0.4 });
      m.flow('a', 'e');
      m.flow('b', 'c', { share: 0.25 });
      m.flow('b', 'd');
    });
    expect(flowsWithout(project, 'b')).toEqual(['a > c 0.1', 'a > d 0.3', 'a > e']);
  });

  it('multiplies ranges bound by bound', () => {
    const project = projectOf((m) => {
      m.flow('a', 'b', { share: [0.2, 0.5, 0.6] });
      m.flow('a', 'e');
      m.flow('b', 'c', { share: 0.5 });
      m.flow('b', 'd', { share: 0.5 });
    });
    const after = doUndoRedo(project, deleteNodes({ ids: ['b'] }, countedIds()));
    const share = Object.values(after.flows).find((flow) => flow.to === 'c')?.share;
    expect(share).toEqual({ low: 0.1, likely: 0.25, high: 0.3 });
  });

  it('hands on the shares of a choice behind a single flow, blank ones too', () => {
    const project = projectOf((m) => {
      m.path('a', 'b');
      m.flow('b', 'c', { share: 0.3 });
      m.flow('b', 'd');
    });
    expect(flowsWithout(project, 'b')).toEqual(['a > c 0.3', 'a > d']);
  });

  it('leaves shares unknown where two are blank', () => {
    const project = projectOf((m) => {
      m.flow('a', 'b');
      m.flow('a', 'e');
      m.path('b', 'c');
    });
    expect(flowsWithout(project, 'b')).toEqual(['a > c', 'a > e']);
  });

  it('drops rework of the deleted node, and what is left is the whole again', () => {
    const project = projectOf((m) => {
      m.path('a', 'b');
      m.flow('b', 'c', { share: 0.8 });
      m.flow('b', 'a', { share: 0.2, kind: 'rework' });
    });
    expect(flowsWithout(project, 'b')).toEqual(['a > c']);
  });

  it('drops rework into the deleted node and rescales what was complete', () => {
    const project = projectOf((m) => {
      m.path('a', 'b', 'c');
      m.flow('c', 'b', { share: 0.2, kind: 'rework' });
      m.flow('c', 'd', { share: 0.2 });
      m.flow('c', 'e', { share: 0.6 });
    });
    expect(flowsWithout(project, 'b')).toEqual(['a > c', 'c > d 0.25', 'c > e 0.75']);
  });

  it('makes no second flow between the same two: their shares are added', () => {
    const project = projectOf((m) => {
      m.flow('a', 'b', { share: 0.3 });
      m.flow('a', 'c', { share: 0.5 });
      m.flow('a', 'd', { share: 0.2 });
      m.path('b', 'c');
    });
    expect(flowsWithout(project, 'b')).toEqual(['a > c 0.8', 'a > d 0.2']);
  });

  it('makes no flow from a node to itself', () => {
    const project = projectOf((m) => {
      m.flow('a', 'b', { share: 0.5 });
      m.flow('a', 'c', { share: 0.5 });
      m.flow('b', 'a', { kind: 'iteration' });
    });
    expect(flowsWithout(project, 'b')).toEqual(['a > c']);
  });

  it('keeps the kind that is not normal', () => {
    const project = projectOf((m) => {
      m.flow('a', 'b', { kind: 'escalation', label: 'hard ones' });
      m.path('b', 'c');
    });
    const after = doUndoRedo(project, deleteNodes({ ids: ['b'] }, countedIds()));
    expect(Object.values(after.flows)).toMatchObject([{ kind: 'escalation', label: 'hard ones' }]);
  });

  it('goes by the flow that was drawn first, before and after the file was saved', () => {
    const project = projectOf((m) => {
      m.path('a', 'b');
      m.flow('b', 'c', { kind: 'escalation' });
      m.flow('a', 'b', { kind: 'iteration', label: 'later' });
    });
    const saved = readProject(writeProject(project));
    const read = saved.kind === 'read' ? saved.project : bareProject();
    const turned = { ...project, flows: Object.fromEntries(Object.entries(project.flows).reverse()) };
    for (const each of [project, read, turned]) expect(flowsWithout(each, 'b')).toEqual(['a > c escalation']);
  });

  it('does not carry information on', () => {
    const project = projectOf((m) => {
      m.flow('a', 'b', { kind: 'information' });
      m.path('b', 'c');
    });
    expect(flowsWithout(project, 'b')).toEqual([]);
  });

  it('forgets the node in the improvements', () => {
    const project = projectOf((m) => m.path('a', 'b'));
    project.improvements.idea = { name: 'Ask once', order: 1, stream: 'stream', node: 'b' };
    const after = doUndoRedo(project, deleteNodes({ ids: ['b'] }, countedIds()));
    expect(after.improvements.idea).toEqual({ name: 'Ask once', order: 1, stream: 'stream' });
  });

  it('deletes a node called constructor and brings it back', () => {
    const project = projectOf((m) => {
      m.step('constructor');
      m.path('a', 'constructor', 'b');
    });
    expect(flowsWithout(project, 'constructor')).toEqual(['a > b']);
  });

  it('is refused where all of them are gone', () => {
    expect(
      refusal(
        projectOf(() => {}),
        deleteNodes({ ids: ['gone'] }, countedIds()),
      ),
    ).toBe('This element is no longer on the map.');
  });
});
