import { describe, expect, it } from 'vitest';
import { clipOf, duplicateNodes, pasteNodes, readClip } from '../../../shared/commands/clipboard';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo, flowsOf, refusal } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.step('a', { role: 'agent', systems: ['portal'], position: { x: 10, y: 20 }, copiedFrom: 'elsewhere' });
  m.step('b', { outputs: ['ticket'], partner: 'carrier' });
  m.step('c');
  m.path('a', 'b', 'c');
});

const { project: other } = buildMap((m) => {
  m.role('helper', { name: 'AGENT ' });
  m.step('a');
});

describe('copying nodes', () => {
  it('duplicates nodes beside themselves with the flows among them', () => {
    const command = duplicateNodes({ project, ids: ['a', 'b'], by: { x: 40, y: 40 } }, countedIds());
    const after = doUndoRedo(project, command);
    expect(command.made).toEqual(['new-1', 'new-2']);
    expect(flowsOf(after)).toEqual(['a > b', 'b > c', 'new-1 > new-2']);
    expect(after.nodes['new-1']).toEqual({
      map: 'map',
      type: 'step',
      name: 'A',
      order: 4,
      role: 'agent',
      systems: { portal: 1 },
      position: { x: 50, y: 60 },
    });
    expect(after.roles).toEqual(project.roles);
  });

  it('pastes into another project: roles are matched by name, unknown things are added', () => {
    const clip = readClip(JSON.stringify(clipOf(project, ['a', 'b'])));
    if (clip === null) throw new Error('the clip was not understood');
    const after = doUndoRedo(other, pasteNodes({ map: 'map', clip, by: { x: 0, y: 0 } }, countedIds()));
    expect(after.nodes['new-1']?.role).toBe('helper');
    expect(Object.keys(after.roles)).toEqual(['helper']);
    const named = (table: Record<string, { name: string }>, id: string | undefined): string | undefined =>
      table[id ?? '']?.name;
    expect(named(after.systems, Object.keys(after.nodes['new-1']?.systems ?? {})[0])).toBe('Portal');
    expect(named(after.artefacts, Object.keys(after.nodes['new-2']?.outputs ?? {})[0])).toBe('Ticket');
    expect(named(after.partners, after.nodes['new-2']?.partner)).toBe('Carrier');
    expect(flowsOf(after)).toEqual(['new-1 > new-2']);
    expect(after.nodes.a).toEqual(other.nodes.a);
  });

  it('pastes the same clip twice as two sets of nodes', () => {
    const clip = clipOf(project, ['a']);
    const makeId = countedIds();
    const once = doUndoRedo(project, pasteNodes({ map: 'map', clip, by: { x: 1, y: 1 } }, makeId));
    const twice = doUndoRedo(once, pasteNodes({ map: 'map', clip, by: { x: 2, y: 2 } }, makeId));
    expect(Object.keys(twice.nodes)).toHaveLength(5);
  });

  it('does not take what is no clip', () => {
    for (const text of ['', 'hello', '{}', '[1]', '{"format":"streamwright-clip"}'])
      expect(readClip(text)).toBeNull();
    const bad = { ...clipOf(project, ['a']), nodes: { a: { name: 'a', wait: { likely: -1 } } } };
    expect(readClip(JSON.stringify(bad))).toBeNull();
  });

  it('says why there is nothing to paste or to duplicate', () => {
    const paste = pasteNodes({ map: 'map', clip: clipOf(project, []), by: { x: 0, y: 0 } }, countedIds());
    expect(refusal(project, paste)).toBe('There is nothing to paste.');
    const gone = duplicateNodes({ project, ids: ['gone'], by: { x: 0, y: 0 } }, countedIds());
    expect(refusal(project, gone)).toBe('This element is no longer on the map.');
  });
});
