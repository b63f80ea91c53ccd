import { describe, expect, it } from 'vitest';
import { flowOrder } from '../../../shared/grid/flow-order';
import { buildMap } from '../../helpers/build-map';

const lines = (...args: Parameters<typeof buildMap>): string[] =>
  flowOrder(buildMap(...args).graph).map(({ node, depth }) => `${'  '.repeat(depth)}${node.id}`);

describe('the order of the flow', () => {
  it('follows the flow, whatever the order in which the steps were made', () => {
    const rows = lines((map) => {
      map.step('c');
      map.end('out');
      map.step('a');
      map.start('in');
      map.step('b');
      map.path('in', 'a', 'b', 'c', 'out');
    });
    expect(rows).toEqual(['in', 'a', 'b', 'c', 'out']);
  });

  it('indents branches, each in one piece, and comes back where they meet', () => {
    const rows = lines((map) => {
      map.start('in');
      map.node('fork', 'f');
      for (const id of ['left', 'right', 'left2', 'after']) map.step(id);
      map.node('join', 'j');
      map.end('out');
      map.path('in', 'f', 'left', 'left2', 'j', 'after', 'out');
      map.path('f', 'right', 'j');
    });
    expect(rows).toEqual(['in', 'f', '  left', '  left2', '  right', 'j', 'after', 'out']);
  });

  it('keeps the main line where a flow skips steps', () => {
    const rows = lines((map) => {
      map.start('in');
      for (const id of ['triage', 'approve', 'do']) map.step(id);
      map.end('out');
      map.path('in', 'triage', 'approve', 'do', 'out');
      map.flow('triage', 'do', { share: 0.8 });
    });
    expect(rows).toEqual(['in', 'triage', '  approve', 'do', 'out']);
  });

  it('is not misled by rework, nor by normal flows that go round', () => {
    const rows = lines((map) => {
      map.start('in');
      for (const id of ['a', 'b', 'c']) map.step(id);
      map.end('out');
      map.path('in', 'a', 'b', 'c', 'out');
      map.flow('c', 'a', { kind: 'rework', share: 0.2 });
      map.flow('c', 'b', { kind: 'normal', share: 0.1 });
    });
    expect(rows.map((row) => row.trim())).toEqual(['in', 'a', 'b', 'c', 'out']);
  });

  it('lists what is not connected, and leaves notes out', () => {
    const rows = lines((map) => {
      map.start('in');
      map.step('alone');
      map.node('note', 'remark');
      map.end('out');
      map.path('in', 'out');
    });
    expect(rows).toEqual(['in', 'out', 'alone']);
  });
});
