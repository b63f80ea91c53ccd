import { describe, expect, it } from 'vitest';
import {
  addPractice,
  changeCadence,
  convertBasis,
  scaleField,
  setAutomation,
  setMapOf,
  setRoleOf,
  setStep,
  setStreamOf,
  swapFields,
} from '../../../../shared/analysis/fixes/fields';
import { fillRemainder, removeFlow, scaleShares, setShareOf } from '../../../../shared/analysis/fixes/flows';
import { type BuiltMap, buildMap, hours, type StepFields } from '../../../helpers/build-map';
import { commandOf, fixed } from './fix-on';

const withStep = (fields: StepFields): BuiltMap =>
  buildMap((m) => {
    m.start();
    m.step('approve', fields);
    m.end();
    m.path('start', 'approve', 'end');
  });

describe('a fix of a field', () => {
  it('halves a wait with its range; what was measured is a guess then', () => {
    const wait = { low: 60, likely: 240, high: 600, source: 'measured', by: 'Ann', samples: 12 } as const;
    const after = fixed(scaleField('wait', 0.5), withStep({ wait }), 'approve');
    expect(after.nodes.approve?.wait).toEqual({ low: 30, likely: 120, high: 300, source: 'guess' });
  });

  it('keeps shares at 100 % and batches at one item', () => {
    const built = withStep({ completeAccurate: 0.8, batch: 3 });
    expect(
      fixed(scaleField('completeAccurate', 2), built, 'approve').nodes.approve?.completeAccurate?.likely,
    ).toBe(1);
    expect(fixed(scaleField('batch', 0.1), built, 'approve').nodes.approve?.batch?.likely).toBe(1);
  });

  it('leaves an unknown value unknown', () => {
    expect(commandOf(scaleField('wait', 0.5), withStep({}), 'approve')).toBeNull();
    expect(commandOf(changeCadence(0.5), withStep({ wait: 60 }), 'approve')).toBeNull();
  });

  it('changes what a function makes of the step, and nothing where it gives null', () => {
    const more = setStep(({ crew }) => (crew ? { crew: { likely: crew.likely + 1 } } : null));
    expect(fixed(more, withStep({ crew: 2 }), 'approve').nodes.approve?.crew?.likely).toBe(3);
    expect(commandOf(more, withStep({}), 'approve')).toBeNull();
  });

  it('swaps two values that stand in each other’s place, and the two stated totals', () => {
    const steps = fixed(swapFields('wait', 'processTime'), withStep({ wait: 5, processTime: 90 }), 'approve');
    expect(steps.nodes.approve).toMatchObject({ wait: { likely: 90 }, processTime: { likely: 5 } });
    const built = buildMap((m) => m.map({ statedLeadTime: 10, statedProcessTime: 400 }));
    const map = fixed(swapFields('statedLeadTime', 'statedProcessTime'), built, 'map').maps.map;
    expect(map).toMatchObject({ statedLeadTime: 400, statedProcessTime: 10 });
  });

  it('automates a step: a tenth of the work, no wait', () => {
    const built = withStep({ processTime: 30, wait: 120, automation: 'manual' });
    const after = fixed(setAutomation('automated', { processTime: 0.1, wait: 0 }), built, 'approve');
    expect(after.nodes.approve).toMatchObject({
      automation: 'automated',
      processTime: { likely: 3 },
      wait: { likely: 0 },
    });
  });

  it('takes a quarter of the old cadence off the wait when the cadence is halved', () => {
    // Weekly, 40 h: a mean wait of 20 h; twice weekly: 10 h (reference 3.6).
    const after = fixed(changeCadence(0.5), withStep({ cadence: hours(40), wait: hours(20) }), 'approve');
    expect(after.nodes.approve).toMatchObject({
      cadence: { likely: hours(20) },
      wait: { likely: hours(10) },
    });
  });

  it('turns calendar time into working time: 48 h are 11.43 h in an office week', () => {
    const after = fixed(convertBasis(), withStep({ wait: hours(48) }), 'approve');
    expect((after.nodes.approve?.wait?.likely ?? 0) / 60).toBeCloseTo(11.43, 2);
  });

  it('adds a practice once', () => {
    const built = withStep({ practices: ['change-enablement'] });
    const after = fixed(addPractice('supplier-management'), built, 'approve');
    expect(after.nodes.approve?.practices).toEqual({ 'change-enablement': 1, 'supplier-management': 2 });
    expect(commandOf(addPractice('change-enablement'), built, 'approve')).toBeNull();
  });

  it('changes the charter and the map that a finding is about', () => {
    const built = withStep({});
    expect(fixed(setStreamOf({ targetLeadTime: 480 }), built, 'map').streams.stream?.targetLeadTime).toBe(
      480,
    );
    expect(fixed(setMapOf({ note: 'Seen' }), built, 'map').maps.map?.note).toBe('Seen');
  });
});

describe('a fix of a role', () => {
  const more = setRoleOf(({ people }) => ({ people: (people ?? 0) + 1 }));
  const built = (state: 'current' | 'future', isShared: boolean): BuiltMap => {
    const one = buildMap((m) => {
      m.map({ state, name: 'Future state' });
      m.role('tester', { people: 2, ratePerHour: 50 });
      m.step('test', { role: 'tester' });
    });
    const { project } = one;
    if (isShared) {
      project.maps.other = { stream: 'stream', name: 'Current state', state: 'current', order: 2 };
      project.nodes.elsewhere = { map: 'other', type: 'step', name: 'Test', order: 1, role: 'tester' };
    }
    return one;
  };

  it('changes the role itself where it belongs to this map alone, or the map says what is', () => {
    expect(fixed(more, built('future', false), 'tester').roles.tester?.people).toBe(3);
    expect(fixed(more, built('current', true), 'tester').roles.tester?.people).toBe(3);
  });

  it('gives a future state its own role, so that the current state stays what it was', () => {
    const after = fixed(more, built('future', true), 'tester');
    expect(after.roles.tester?.people).toBe(2);
    const own = after.roles[after.nodes.test?.role ?? ''];
    expect(own).toMatchObject({ name: 'Tester (Future state)', people: 3, ratePerHour: 50 });
    expect(after.nodes.elsewhere?.role).toBe('tester');
  });
});

describe('a fix of shares', () => {
  const choice = (shares: readonly (number | null)[]): BuiltMap =>
    buildMap((m) => {
      m.start();
      m.step('triage');
      m.end();
      m.path('start', 'triage');
      shares.forEach((share, at) => {
        m.step(`way-${String(at)}`);
        m.flow('triage', `way-${String(at)}`, share === null ? {} : { share });
        m.path(`way-${String(at)}`, 'end');
      });
    });
  const shareAt = (project: ReturnType<typeof fixed>, at: number): number | undefined =>
    project.flows[`triage--way-${String(at)}`]?.share?.likely;

  it('scales the exits of a step to 100 %', () => {
    const after = fixed(scaleShares(), choice([0.6, 0.3]), 'triage');
    expect(shareAt(after, 0)).toBeCloseTo(2 / 3, 12);
    expect(shareAt(after, 1)).toBeCloseTo(1 / 3, 12);
  });

  it('has nothing to scale where nothing is stated or a blank exit takes the rest', () => {
    expect(commandOf(scaleShares(), choice([null, null]), 'triage')).toBeNull();
    expect(commandOf(scaleShares(), choice([0.3, null]), 'triage')).toBeNull();
  });

  it('gives the rest to the largest exit, or takes from it what is too much', () => {
    expect(shareAt(fixed(fillRemainder(), choice([0.3, 0.6]), 'triage'), 1)).toBeCloseTo(0.7, 12);
    expect(shareAt(fixed(fillRemainder(), choice([0.3, 0.9]), 'triage'), 1)).toBeCloseTo(0.7, 12);
  });

  it('changes one exit and scales the others', () => {
    const after = fixed(setShareOf(0.1), choice([0.2, 0.6, 0.2]), 'triage--way-0');
    expect([0, 1, 2].map((at) => shareAt(after, at))).toEqual([
      0.1,
      expect.closeTo(0.675, 12),
      expect.closeTo(0.225, 12),
    ]);
  });

  it('lets a blank exit take what a smaller return leaves', () => {
    const after = fixed(
      setShareOf((share) => (share === null ? null : share / 2)),
      choice([0.4, null]),
      'triage--way-0',
    );
    expect(shareAt(after, 0)).toBe(0.2);
    expect(shareAt(after, 1)).toBeUndefined();
  });

  it('takes a way out and keeps the others whole, but never the only way', () => {
    const built = choice([0.5, 0.25, 0.25]);
    built.project.flows['way-0--way-2'] = {
      map: 'map',
      from: 'way-0',
      to: 'way-2',
      kind: 'normal',
      order: 20,
    };
    const after = fixed(removeFlow(), built, 'triage--way-2');
    expect(after.flows['triage--way-2']).toBeUndefined();
    expect(shareAt(after, 0)).toBeCloseTo(2 / 3, 12);
    expect(commandOf(removeFlow(), built, 'way-1--end')).toBeNull();
  });
});
