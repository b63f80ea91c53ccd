import { describe, expect, it } from 'vitest';
import { exampleMapId, exampleProject, type FlaggedExample } from '../../../shared/analysis/example';
import { factsOf } from '../../../shared/analysis/facts';
import { wasteRules } from '../../../shared/analysis/groups/waste';
import type { AnalysisRule, JudgedClaim, Suggestion } from '../../../shared/analysis/rule';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { projectSchema, type Project } from '../../../shared/model/project';
import { severities } from '../../../shared/model/value-sets';
import { graphOf } from '../../../shared/model/queries';
import { countedIds, doUndoRedo } from '../../helpers/do-undo-redo';

function claimsOn(rule: AnalysisRule, project: Project): readonly JudgedClaim[] {
  const graph = graphOf(project, exampleMapId);
  if (graph === null) throw new Error('The example lost its map.');
  const context = { pack: itil4, today: '2026-11-21', suppressForTemplates: false };
  return rule.judge(factsOf(graph, computeFigures(graph), context), {}).claims;
}

const values = (claim: JudgedClaim): Record<string, number | string> =>
  Object.fromEntries(Object.entries(claim.evidence).map(([name, { value }]) => [name, value]));

/** What a fix is offered on the first finding of an example does to it: gone, lower, or the same. */
function effect(rule: AnalysisRule, example: FlaggedExample, suggestion: Suggestion): string | null {
  const project = exampleProject(example);
  const [before] = claimsOn(rule, project);
  if (before === undefined || !('command' in suggestion)) return null;
  const command = suggestion.command({
    project,
    map: exampleMapId,
    about: before.about,
    involves: before.involves ?? [],
    evidence: values(before),
    makeId: countedIds(),
  });
  if (command === null) return null;
  const after = doUndoRedo(project, command);
  expect(projectSchema.safeParse(after).error).toBeUndefined();
  const left = claimsOn(rule, after).find((claim) => claim.about.some((id) => before.about.includes(id)));
  if (left === undefined) return 'gone';
  return isLower(left, before) ? 'lower' : 'the same';
}

function isLower(left: JudgedClaim, before: JudgedClaim): boolean {
  const rank = ({ severity }: JudgedClaim): number => severities.indexOf(severity ?? 'info');
  const was = values(before);
  const isLess = Object.entries(values(left)).some(
    ([name, value]) => typeof value === 'number' && typeof was[name] === 'number' && value < was[name] - 1e-9,
  );
  const impact = (claim: JudgedClaim): number =>
    (claim.impact?.leadTime ?? 0) + (claim.impact?.effortPerMonth ?? 0);
  return isLess || rank(left) > rank(before) || impact(left) < impact(before) - 1e-9;
}

const fixes = wasteRules.flatMap((rule) =>
  rule.suggest.flatMap((suggestion) =>
    'command' in suggestion ? [[rule.id, suggestion.label, rule, suggestion] as const] : [],
  ),
);

describe('the quick fixes of the rules about waste', () => {
  it.each(fixes)('%s: “%s” removes or lowers its own finding', (_id, _label, rule, suggestion) => {
    const effects = rule.examples.flagged.map((example) => effect(rule, example, suggestion));
    expect(effects.some((each) => each !== null)).toBe(true);
    expect(effects).not.toContain('the same');
  });

  it('every rule about waste says what can be done', () => {
    for (const rule of wasteRules) expect(rule.suggest.length, rule.id).toBeGreaterThan(0);
  });
});
