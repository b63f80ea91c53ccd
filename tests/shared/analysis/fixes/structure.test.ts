import { describe, expect, it } from 'vitest';
import {
  addStepAt,
  mergeSteps,
  parallelise,
  removeStep,
  splitPath,
} from '../../../../shared/analysis/fixes/structure';
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

/** `log` 10 min after 20; `approve` 5 after 300; `fix` 60 after 40; `fix` goes back to `approve` in a tenth of the cases. */
const approval = (): BuiltMap =>
  buildMap((m) => {
    m.start();
    m.step('log', { processTime: 10, wait: 20, completeAccurate: 0.9 });
    m.step('approve', { processTime: 5, wait: 300, completeAccurate: 0.8 });
    m.step('fix', { processTime: 60, wait: 40 });
    m.end();
    m.path('start', 'log', 'approve', 'fix', 'end');
    m.flow('fix', 'approve', { kind: 'rework', share: 0.1 });
  });

describe('removing a step', () => {
  it('joins what was before it to what comes after it; returns to it lead on to what follows', () => {
    const after = fixed(removeStep(), approval(), 'approve');
    expect(flowsOf(after)).toEqual(['fix > end', 'fix > fix rework 0.1', 'log > fix', 'start > log']);
    // 30 for logging, 100 for fixing, done 1 / 0.9 times.
    expect(leadTime(after)).toBeCloseTo(30 + 100 / 0.9, 9);
  });

  it('lets the next step use what the step was given, and forgets why items came back to it', () => {
    const built = buildMap((m) => {
      m.start();
      m.step('triage', { outputs: ['escalation'] });
      m.step('route', { inputs: ['escalation'], outputs: ['assignment'] });
      m.step('fix', { inputs: ['assignment', 'manual'] });
      m.end();
      m.path('start', 'triage', 'route', 'fix', 'end');
      m.flow('fix', 'route', { kind: 'rework', share: 0.18, label: 'wrong team' });
    });
    const after = fixed(removeStep(), built, 'route');
    expect(Object.keys(after.nodes.fix?.inputs ?? {}).sort()).toEqual(['escalation', 'manual']);
    const loop = Object.values(after.flows).find(({ kind }) => kind === 'rework');
    expect(loop).toMatchObject({ from: 'fix', to: 'fix', share: { likely: 0.18 } });
    expect(loop?.label).toBeUndefined();
  });

  it('leaves it open what the next step uses where nobody has said it', () => {
    const built = buildMap((m) => {
      m.start();
      m.step('triage', { outputs: ['escalation'] });
      m.step('route', { inputs: ['escalation'] });
      m.step('fix');
      m.end();
      m.path('start', 'triage', 'route', 'fix', 'end');
    });
    expect(fixed(removeStep(), built, 'route').nodes.fix?.inputs).toBeUndefined();
  });

  it('multiplies shares and adds those of flows that coincide', () => {
    const built = buildMap((m) => {
      m.start();
      for (const id of ['triage', 'route', 'fix', 'ask']) m.step(id);
      m.end();
      m.path('start', 'triage');
      m.flow('triage', 'route', { share: 0.6 });
      m.flow('triage', 'fix', { share: 0.4 });
      m.flow('route', 'fix', { share: 0.25 });
      m.flow('route', 'ask', { share: 0.75 });
      m.path('fix', 'end');
      m.path('ask', 'end');
    });
    expect(flowsOf(fixed(removeStep(), built, 'route'))).toEqual([
      'ask > end',
      'fix > end',
      'start > triage',
      'triage > ask 0.45',
      'triage > fix 0.55',
    ]);
  });

  it('leaves a choice where a fork would otherwise lead into both ways at once', () => {
    const built = buildMap((m) => {
      m.start();
      m.node('fork', 'both');
      m.step('route', { processTime: 5, wait: 5 });
      for (const id of ['fix', 'ask', 'inform']) m.step(id, { processTime: 10, wait: 0 });
      m.node('join', 'met');
      m.end();
      m.path('start', 'both', 'route');
      m.path('both', 'inform', 'met', 'end');
      m.flow('route', 'fix', { share: 0.5 });
      m.flow('route', 'ask', { share: 0.5 });
      m.path('fix', 'met');
      m.path('ask', 'met');
    });
    const after = fixed(removeStep(), built, 'route');
    expect(after.nodes.route).toMatchObject({ type: 'decision', name: 'Route' });
    expect(after.nodes.route?.processTime).toBeUndefined();
    expect(leadTime(after)).toBe(10);
  });

  it('asks a finding about the whole map which step is meant', () => {
    expect(commandOf(removeStep(), approval(), 'map', ['approve', 'fix'])).toBeNull();
    const chosen = removeStep(({ involves }) => involves.slice(0, 1));
    expect(fixed(chosen, approval(), 'map', ['approve', 'fix']).nodes.approve).toBeUndefined();
  });
});

describe('merging two steps', () => {
  it('adds their work, drops the second wait, multiplies their quality and unites their sets', () => {
    const built = buildMap((m) => {
      m.start();
      m.step('log', {
        processTime: 10,
        wait: 20,
        completeAccurate: 0.9,
        practices: ['service-desk'],
        crew: 1,
      });
      m.step('classify', {
        processTime: [5, 10, 15],
        wait: 60,
        completeAccurate: 0.8,
        practices: ['incident-management'],
        outputs: ['ticket'],
        crew: 3,
      });
      m.end();
      m.path('start', 'log', 'classify', 'end');
      m.flow('classify', 'log', { kind: 'rework', share: 0.2 });
    });
    const after = fixed(mergeSteps(), built, 'map', ['log', 'classify']);
    expect(after.nodes.classify).toBeUndefined();
    expect(after.nodes.log).toMatchObject({
      name: 'Log and Classify',
      processTime: { low: 15, likely: 20, high: 25 },
      wait: { likely: 20 },
      completeAccurate: { likely: expect.closeTo(0.72, 12) },
      practices: { 'service-desk': 1, 'incident-management': 2 },
      outputs: { ticket: 1 },
      crew: { likely: 2 },
    });
    expect(flowsOf(after)).toEqual(['log > end', 'log > log rework 0.2', 'start > log']);
  });

  it('keeps unknown what one of the two lacks', () => {
    const built = buildMap((m) => {
      m.step('a', { processTime: 10, value: 'VA' });
      m.step('b', { wait: 5 });
      m.path('a', 'b');
    });
    const merged = fixed(mergeSteps(), built, 'a--b').nodes.a;
    expect(merged?.processTime).toBeUndefined();
    expect(merged?.value).toBeUndefined();
  });

  it('does not merge steps between which items can leave or come in', () => {
    const built = approval();
    built.project.flows.out = { map: 'map', from: 'log', to: 'end', kind: 'normal', order: 9 };
    expect(commandOf(mergeSteps(), built, 'map', ['log', 'approve'])).toBeNull();
  });

  it('keeps the longer work of two that are the same', () => {
    const built = buildMap((m) => {
      m.start();
      m.step('check', { processTime: 10, wait: 0 });
      m.step('fix', { processTime: 30, wait: 0 });
      m.step('check-again', { processTime: 25, wait: 60 });
      m.end();
      m.path('start', 'check', 'fix', 'check-again', 'end');
    });
    const after = fixed(mergeSteps({ work: 'longer' }), built, ['check', 'check-again']);
    expect(after.nodes.check?.processTime?.likely).toBe(25);
    expect(flowsOf(after)).toEqual(['check > fix', 'fix > end', 'start > check']);
  });
});

describe('doing two steps in parallel', () => {
  it('waits for the longer one, and decides after both', () => {
    const built = approval();
    built.project.flows.reject = {
      map: 'map',
      from: 'approve',
      to: 'end',
      kind: 'normal',
      order: 9,
      share: { likely: 0.2 },
    };
    const after = fixed(parallelise(), built, 'log--approve');
    const types = Object.values(after.nodes).map((node) => node.type);
    expect(types.filter((type) => ['fork', 'join', 'decision'].includes(type)).sort()).toEqual([
      'decision',
      'fork',
      'join',
    ]);
    // Each pass of the block takes the longer 305; fixing, 100 each, comes in 0.8 of them and leads back in 0.1 of its own.
    const passes = 1 / (1 - 0.8 * 0.1);
    expect(leadTime(after)).toBeCloseTo(passes * (305 + 0.8 * 100), 9);
  });

  it('is not possible where items leave between the two', () => {
    expect(commandOf(parallelise(), approval(), 'start--log')).toBeNull();
    expect(commandOf(parallelise(), approval(), ['log', 'fix'])).toBeNull();
    const built = approval();
    built.project.flows.out = { map: 'map', from: 'log', to: 'end', kind: 'normal', order: 9 };
    expect(commandOf(parallelise(), built, 'log--approve')).toBeNull();
  });

  it('does both again where one of them had to be done again', () => {
    const after = fixed(parallelise(), approval(), ['approve', 'fix']);
    // Logging takes 30; the longer branch 305; one in ten goes round again.
    expect(leadTime(after)).toBeCloseTo(30 + 305 / 0.9, 9);
  });
});

describe('adding a step', () => {
  const confirm = { name: 'Confirm with the user', kind: 'verify', touchesConsumer: true } as const;

  it('stands before the end where the finding is about the whole map', () => {
    const after = fixed(addStepAt('before', confirm), approval(), 'map');
    const [id] = Object.entries(after.nodes).find(([, node]) => node.name === confirm.name) ?? [''];
    expect(after.nodes[id]).toMatchObject({ type: 'step', kind: 'verify', touchesConsumer: true });
    expect(flowsOf(after)).toContain(`fix > ${id}`);
    expect(flowsOf(after)).toContain(`${id} > end`);
  });

  it('leaves returns where they were', () => {
    const after = flowsOf(fixed(addStepAt('after', { name: 'Test' }), approval(), 'fix'));
    expect(after).toContain('fix > approve rework 0.1');
    expect(after.some((flow) => /^fix > new-\d+ 0.9$/.test(flow))).toBe(true);
  });
});

describe('leading items past a step', () => {
  it('asks before the step, and leads the share on to what follows', () => {
    const after = fixed(splitPath({ share: 0.7, label: 'standard' }), approval(), 'approve');
    const [choice] = Object.entries(after.nodes).find(([, node]) => node.type === 'decision') ?? [''];
    expect(after.nodes[choice]?.name).toBe('Approve: needed?');
    expect(flowsOf(after)).toEqual(
      [
        'start > log',
        `log > ${choice}`,
        `${choice} > approve 0.3`,
        `${choice} > fix 0.7`,
        'approve > fix',
        'fix > end',
        'fix > approve rework 0.1',
      ].sort(),
    );
  });

  it('uses the choice that stands before the step', () => {
    const built = buildMap((m) => {
      m.start();
      m.node('decision', 'which');
      for (const id of ['approve', 'fix', 'ask']) m.step(id);
      m.end();
      m.path('start', 'which');
      m.flow('which', 'approve', { share: 0.5 });
      m.flow('which', 'fix', { share: 0.2 });
      m.flow('which', 'ask');
      m.path('approve', 'fix', 'end');
      m.path('ask', 'end');
    });
    expect(flowsOf(fixed(splitPath({ share: 0.6, label: 'standard' }), built, 'approve')).slice(4)).toEqual([
      'which > approve 0.2',
      'which > ask',
      'which > fix 0.5',
    ]);
  });
});
