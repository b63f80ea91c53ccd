import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { countIds } from '../../helpers/count-ids';
import { buildMap } from '../../helpers/build-map';
import { exampleMapId } from '../../../shared/analysis/example';
import type { Command } from '../../../shared/commands/command';
import type { Project } from '../../../shared/model/project';
import { inARow } from './judge-map';

/** The command of the first suggestion of a rule that changes a map. */
function fixOf(ruleId: string, project: Project, about: readonly string[]): Command | null {
  const rule = allRules.find(({ id }) => id === ruleId);
  const fix = rule?.suggest.find((each) => each.kind === 'correct' || each.kind === 'improve');
  const context = { project, map: exampleMapId, about, involves: [], evidence: {}, makeId: countIds() };
  return fix === undefined || !('command' in fix) ? null : fix.command(context);
}

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
    const command = fixOf('dq-split-probabilities', built.project, ['triage']);
    expect(command?.refuse(built.project)).toBeNull();
    const better = structuredClone(built.project);
    command?.apply(better);
    expect(better.flows['triage--fix']?.share?.likely).toBeCloseTo(2 / 3, 12);
    expect(better.flows['triage--end']?.share?.likely).toBeCloseTo(1 / 3, 12);
  });

  it('classes an unexplained step as waste', () => {
    const built = buildMap((m) => inARow(m, { check: { value: 'NNVA' } }));
    const command = fixOf('value-nnva-without-reason', built.project, ['check']);
    const better = structuredClone(built.project);
    command?.apply(better);
    expect(better.nodes.check?.value).toBe('NVA');
  });
});
