import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { buildMap } from '../../helpers/build-map';
import { inARow } from './judge-map';

describe('a suggestion', () => {
  it('scales the exits of a step to 100 % and so removes its finding', () => {
    const built = buildMap((m) => {
      m.start();
      m.step('triage');
      m.step('fix');
      m.end();
      m.path('start', 'triage');
      m.flow('triage', 'fix', { share: 0.6 });
      m.flow('triage', 'end', { share: 0.3 });
      m.path('fix', 'end');
    });
    const rule = allRules.find(({ id }) => id === 'dq-split-probabilities');
    const command = rule?.suggest[0]?.command(built.project, ['triage']);
    expect(command?.refuse(built.project)).toBeNull();
    const better = structuredClone(built.project);
    command?.apply(better);
    expect(better.flows['triage--fix']?.share?.likely).toBeCloseTo(2 / 3, 12);
    expect(better.flows['triage--end']?.share?.likely).toBeCloseTo(1 / 3, 12);
  });

  it('classes an unexplained step as waste', () => {
    const built = buildMap((m) => inARow(m, { check: { value: 'NNVA' } }));
    const rule = allRules.find(({ id }) => id === 'value-nnva-without-reason');
    const command = rule?.suggest[0]?.command(built.project, ['check']);
    const better = structuredClone(built.project);
    command?.apply(better);
    expect(better.nodes.check?.value).toBe('NVA');
  });
});
