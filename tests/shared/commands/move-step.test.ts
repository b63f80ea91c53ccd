import { describe, expect, it } from 'vitest';
import { moveStep } from '../../../shared/commands/move-step';
import { buildMap, type MapBuilder } from '../../helpers/build-map';
import { doUndoRedo, flowsOf, refusal } from '../../helpers/do-undo-redo';

const line = (more: (map: MapBuilder) => void = () => undefined) =>
  buildMap((map) => {
    map.start('in');
    for (const id of ['a', 'b', 'c']) map.step(id);
    map.end('out');
    map.path('in', 'a', 'b', 'c', 'out');
    more(map);
  }).project;

describe('moving a step in the flow', () => {
  it('lets it change places with the one before it', () => {
    const project = doUndoRedo(line(), moveStep({ id: 'c', by: -1 }));
    expect(flowsOf(project)).toEqual(['a > c', 'b > out', 'c > b', 'in > a']);
  });

  it('lets it change places with the one after it, the last one too', () => {
    expect(flowsOf(doUndoRedo(line(), moveStep({ id: 'a', by: 1 })))).toEqual([
      'a > c',
      'b > a',
      'c > out',
      'in > b',
    ]);
    const open = buildMap((map) => {
      map.step('a');
      map.step('b');
      map.path('a', 'b');
    }).project;
    expect(flowsOf(doUndoRedo(open, moveStep({ id: 'b', by: -1 })))).toEqual(['b > a']);
  });

  it('keeps rework and shares with the step that they leave', () => {
    const looped = buildMap((map) => {
      map.start('in');
      for (const id of ['a', 'b', 'c']) map.step(id);
      map.end('out');
      map.path('in', 'a', 'b', 'c');
      map.flow('c', 'a', { kind: 'rework', share: 0.2 });
      map.flow('c', 'out', { share: 0.8 });
    }).project;
    expect(flowsOf(doUndoRedo(looped, moveStep({ id: 'c', by: -1 })))).toEqual([
      'a > c',
      'b > out',
      'c > a rework 0.2',
      'c > b 0.8',
      'in > a',
    ]);
  });

  it('says why where the flow does not allow it', () => {
    expect(refusal(line(), moveStep({ id: 'a', by: -1 }))).toMatch(/^Nothing before/);
    expect(refusal(line(), moveStep({ id: 'in', by: 1 }))).toMatch(/^Only what stands between/);
    expect(
      refusal(
        line((map) => map.flow('a', 'c', { share: 0.5 })),
        moveStep({ id: 'b', by: -1 }),
      ),
    ).toMatch(/^Ways part/);
    expect(
      refusal(
        line((map) => map.flow('b', 'a', { kind: 'rework' })),
        moveStep({ id: 'b', by: -1 }),
      ),
    ).toMatch(/^A loop/);
  });
});
