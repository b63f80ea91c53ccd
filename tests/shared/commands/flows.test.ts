import { describe, expect, it } from 'vitest';
import {
  connect,
  deleteFlows,
  reconnect,
  type FlowPatch,
  setFlow,
  setShares,
} from '../../../shared/commands/flows';
import type { FlowKind } from '../../../shared/model/value-sets';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, flowsOf, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.start();
  m.step('a');
  m.step('b');
  m.step('c');
  m.end();
  m.node('note', 'remark');
  m.node('control', 'planning');
  m.path('start', 'a', 'b');
  m.flow('b', 'end', { share: 0.5 });
  m.flow('b', 'c', { share: 0.3 });
  m.flow('b', 'a', { share: 0.2, kind: 'rework' });
});

const joining = (from: string, to: string, kind?: FlowKind) =>
  connect(kind ? { from, to, kind } : { from, to }, countedIds());

describe('connecting', () => {
  it('is normal forwards', () => {
    expect(flowsOf(doUndoRedo(project, joining('c', 'end')))).toContain('c > end');
  });

  it('is rework where the target leads back to the source', () => {
    expect(flowsOf(doUndoRedo(project, joining('c', 'a')))).toContain('c > a rework');
    expect(flowsOf(doUndoRedo(project, joining('a', 'a')))).toContain('a > a rework');
  });

  it('is information from a control', () => {
    expect(flowsOf(doUndoRedo(project, joining('planning', 'a')))).toContain('planning > a information');
  });

  it.each([
    ['a', 'start', 'normal', 'Nothing flows into a start: connect from it instead.'],
    ['end', 'a', 'normal', 'Nothing flows out of an end: connect to it instead.'],
    ['a', 'remark', 'normal', 'Notes and kaizen bursts take no part in the flow.'],
    ['a', 'b', 'normal', 'These two are already connected by such a flow.'],
    ['a', 'a', 'normal', 'Only rework and iteration can lead back to the same element.'],
    ['a', 'constructor', 'normal', 'This element is no longer on the map.'],
  ] as const)('refuses %s > %s %s', (from, to, kind, sentence) => {
    expect(refusal(project, joining(from, to, kind))).toBe(sentence);
  });

  it('refuses to join two maps', () => {
    const two = structuredClone(project);
    two.maps.other = { stream: 'stream', name: 'Other', order: 2, state: 'future' };
    two.nodes.there = { map: 'other', type: 'step', name: 'There', order: 1 };
    expect(refusal(two, joining('a', 'there'))).toBe('A flow joins two elements of the same map.');
  });
});

describe('editing flows', () => {
  it('changes fields and deletes those that are undefined', () => {
    const after = doUndoRedo(
      project,
      setFlow({ ids: ['b--c'], patch: { kind: 'escalation', share: undefined, style: 'fifo', limit: 4 } }),
    );
    expect(after.flows['b--c']).toMatchObject({ kind: 'escalation', style: 'fifo', limit: 4 });
    expect(after.flows['b--c']).not.toHaveProperty('share');
  });

  it('are called by the share as it is typed, where that is all that changes', () => {
    const called = (patch: FlowPatch, ...ids: string[]): string => setFlow({ ids, patch }).label;
    expect(called({ share: { likely: 0.2 } }, 'b--c')).toBe('Set “Share of items” to 20\u00a0%');
    expect(called({ share: undefined }, 'b--c')).toBe('Empty “Share of items”');
    expect(called({ share: { likely: 0.2 }, style: 'push' }, 'b--c')).toBe('Edit flow');
    expect(called({ share: { likely: 0.2 } }, 'a--b', 'b--c')).toBe('Edit 2 flows');
  });

  it('refuses a kind that the two have already between them', () => {
    const two = doUndoRedo(project, joining('a', 'b', 'escalation'));
    expect(refusal(two, setFlow({ ids: ['a--b'], patch: { kind: 'escalation' } }))).toBe(
      'These two are already connected by such a flow.',
    );
  });

  it('leads a flow to another node, with the same refusals', () => {
    expect(flowsOf(doUndoRedo(project, reconnect({ id: 'b--c', from: 'a' })))).toContain('a > c 0.3');
    expect(refusal(project, reconnect({ id: 'b--c', to: 'end' }))).toBe(
      'These two are already connected by such a flow.',
    );
    expect(refusal(project, reconnect({ id: 'gone', to: 'end' }))).toBe('This flow is no longer on the map.');
  });

  it('rescales complete shares when a flow is deleted', () => {
    expect(flowsOf(doUndoRedo(project, deleteFlows({ ids: ['b--a'] })))).toEqual([
      'a > b',
      'b > c 0.375',
      'b > end 0.625',
      'start > a',
    ]);
  });

  it('leaves no share on a flow that is left alone', () => {
    expect(flowsOf(doUndoRedo(project, deleteFlows({ ids: ['b--a', 'b--c'] })))).toContain('b > end');
  });

  it('does not touch shares that were not complete before', () => {
    const gap = doUndoRedo(project, setShares({ shares: { 'b--end': { likely: 0.1 } } }));
    expect(flowsOf(doUndoRedo(gap, deleteFlows({ ids: ['b--a'] })))).toEqual(
      expect.arrayContaining(['b > c 0.3', 'b > end 0.1']),
    );
  });

  it('sets several shares at once, blank ones too', () => {
    const after = doUndoRedo(
      project,
      setShares({ shares: { 'b--end': undefined, 'b--c': { likely: 0.1 } } }),
    );
    expect(flowsOf(after)).toEqual(expect.arrayContaining(['b > c 0.1', 'b > end']));
  });
});
