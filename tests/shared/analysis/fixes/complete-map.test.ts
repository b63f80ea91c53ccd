import { describe, expect, it } from 'vitest';
import { joinBranch } from '../../../../shared/analysis/fixes/join-branch';
import { leadFromStart } from '../../../../shared/analysis/fixes/lead-from-start';
import { shareEqually } from '../../../../shared/analysis/fixes/flows';
import { addEnd, addJoin, connectNearest } from '../../../../shared/analysis/fixes/structure';
import { computeFigures } from '../../../../shared/figures/compute-figures';
import type { Project } from '../../../../shared/model/project';
import { graphOf } from '../../../../shared/model/queries';
import { type BuiltMap, buildMap } from '../../../helpers/build-map';
import { flowsOf } from '../../../helpers/do-undo-redo';
import { commandOf, fixed } from './fix-on';

const leadTime = (project: Project): number | null => {
  const graph = graphOf(project, 'map');
  return graph && computeFigures(graph).figure.leadTimeExpected.value;
};

const complete = (): BuiltMap =>
  buildMap((m) => {
    m.start();
    m.step('fix');
    m.end();
    m.path('start', 'fix', 'end');
  });

describe('completing a map', () => {
  it('adds the demand before the node from which most is reached, and the value after what leads nowhere', () => {
    const built = buildMap((m) => {
      m.step('log');
      m.step('fix');
      m.step('alone');
      m.path('log', 'fix');
    });
    expect(flowsOf(fixed(addEnd('start'), built, 'map'))).toEqual(['log > fix', 'new-1 > log']);
    expect(flowsOf(fixed(addEnd('end'), built, 'map'))).toContain('fix > new-1');
  });

  it('connects a demand that stands alone rather than adding another', () => {
    const built = buildMap((m) => {
      m.start();
      m.step('log');
      m.end();
    });
    expect(flowsOf(fixed(addEnd('start'), built, 'map'))).toEqual(['start > log']);
    expect(flowsOf(fixed(addEnd('end'), built, 'map'))).toEqual(['log > end']);
    expect(commandOf(addEnd('start'), complete(), 'map')).toBeNull();
  });

  it('adds the join that a fork lacks, where its branches meet', () => {
    const built = buildMap((m) => {
      m.start();
      m.node('fork', 'both');
      m.step('inform', { processTime: 5, wait: 0 });
      m.step('fix', { processTime: 60, wait: 0 });
      m.step('close', { processTime: 10, wait: 0 });
      m.end();
      m.path('start', 'both', 'inform', 'close', 'end');
      m.path('both', 'fix', 'close');
    });
    expect(leadTime(built.project)).toBeNull();
    const after = fixed(addJoin(), built, 'both');
    expect(leadTime(after)).toBe(70);
    expect(commandOf(addJoin(), { ...built, project: after }, 'both')).toBeNull();
  });

  it('leads a branch that ends on its own to the join of the others', () => {
    const built = buildMap((m) => {
      m.start();
      m.node('fork', 'part');
      m.step('order', { processTime: 600, wait: 2400 });
      m.step('fix', { processTime: 60, wait: 0 });
      m.node('join', 'meet');
      m.step('close', { processTime: 10, wait: 0 });
      m.end();
      m.path('start', 'part', 'fix', 'meet', 'close', 'end');
      m.path('part', 'order');
    });
    expect(leadTime(built.project)).toBe(70);
    const after = fixed(joinBranch(), built, 'order');
    // The longest branch is 10h of work after 40h of waiting.
    expect(leadTime(after)).toBe(3010);
    expect(commandOf(joinBranch(), { ...built, project: after }, 'order')).toBeNull();
    expect(commandOf(joinBranch(), built, 'fix')).toBeNull();
  });

  it('adds the join where none is yet', () => {
    const built = buildMap((m) => {
      m.start();
      m.node('fork', 'part');
      m.step('order', { processTime: 600, wait: 2400 });
      m.step('fix', { processTime: 60, wait: 0 });
      m.end();
      m.path('start', 'part', 'fix', 'end');
      m.path('part', 'order');
    });
    expect(leadTime(built.project)).toBe(60);
    expect(leadTime(fixed(joinBranch(), built, 'order'))).toBe(3000);
  });

  it('leads the demand to the first step', () => {
    const built = buildMap((m) => {
      m.start();
      m.step('log');
      m.step('fix');
      m.end();
      m.path('log', 'fix', 'end');
    });
    expect(flowsOf(fixed(leadFromStart(), built, 'start'))).toContain('start > log');
    expect(commandOf(leadFromStart(), complete(), 'start')).toBeNull();
  });

  it('gives ways without shares equal parts of what is left, as guesses', () => {
    const built = buildMap((m) => {
      m.step('triage');
      m.step('fix');
      m.step('call');
      m.step('drop');
      m.flow('triage', 'fix', { share: 0.5 });
      m.flow('triage', 'call');
      m.flow('triage', 'drop');
    });
    const shares = Object.values(fixed(shareEqually(), built, 'triage').flows).map(({ share }) => share);
    expect(shares).toEqual([
      expect.objectContaining({ likely: 0.5 }),
      { likely: 0.25, source: 'guess' },
      { likely: 0.25, source: 'guess' },
    ]);
    expect(commandOf(shareEqually(), complete(), 'fix')).toBeNull();
  });

  it('puts a step that nothing leads to into the nearest flow, by place or else by order', () => {
    const apart = (position: boolean): BuiltMap =>
      buildMap((m) => {
        const at = (x: number, y: number): object => (position ? { position: { x, y } } : {});
        m.start('start', at(0, 0));
        m.step('log', at(300, 0));
        m.step('forgotten', at(950, 200));
        m.step('fix', at(600, 0));
        m.end('end', at(1200, 0));
        m.path('start', 'log', 'fix', 'end');
      });
    expect(flowsOf(fixed(connectNearest(), apart(true), 'forgotten'))).toEqual([
      'fix > forgotten',
      'forgotten > end',
      'log > fix',
      'start > log',
    ]);
    expect(flowsOf(fixed(connectNearest(), apart(false), 'forgotten'))).toContain('log > forgotten');
  });

  it('leaves alone what items come to', () => {
    expect(commandOf(connectNearest(), complete(), 'fix')).toBeNull();
  });
});
