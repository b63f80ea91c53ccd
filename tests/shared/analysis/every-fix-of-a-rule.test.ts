import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../shared/analysis/all-rules';
import { analyse } from '../../../shared/analysis/analyse';
import { exampleMapId, exampleProject } from '../../../shared/analysis/example';
import { type FixPreview, previewFix } from '../../../shared/analysis/preview-fix';
import type { AnalysisRule } from '../../../shared/analysis/rule';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { openHistory, run, undo } from '../../../shared/commands/history';
import { type Project, projectSchema } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { countIds } from '../../helpers/count-ids';
import { anyProject } from '../../helpers/random-project';
import { today } from './judge-map';

interface Tried {
  readonly example: string;
  readonly project: Project;
  readonly preview: FixPreview;
}

/** What a suggestion leads to on the flagged examples of its rule, where it fits. */
function tries(rule: AnalysisRule, suggestionIndex: number): Tried[] {
  return rule.examples.flagged.flatMap((example) => {
    const project = exampleProject(example);
    const graph = graphOf(project, exampleMapId);
    if (graph === null) return [];
    const judged = { pack: itil4, profile: 'review', today } as const;
    const { findings } = analyse(graph, {
      ...judged,
      suppressForTemplates: false,
      sampled: example.sampled ?? null,
      rules: [rule],
    });
    return findings.flatMap((finding): Tried[] => {
      const makeId = countIds();
      const wish = { ...judged, project, map: exampleMapId, finding, rule, suggestionIndex, makeId };
      const preview = previewFix(wish);
      return preview.kind === 'unfit' ? [] : [{ example: example.title, project, preview }];
    });
  });
}

const suggestions = allRules.flatMap((rule) =>
  rule.suggest.flatMap((suggestion, index) =>
    suggestion.kind === 'correct' || suggestion.kind === 'improve'
      ? [[`${rule.id}: ${suggestion.label}`, rule, index] as const]
      : [],
  ),
);

describe.each(suggestions)('%s', (_name, rule, index) => {
  const tried = tries(rule, index);

  it('fits an example of its rule and says what it changes', () => {
    expect(tried.length).toBeGreaterThan(0);
    for (const { example, preview } of tried) expect(preview.changes, example).not.toEqual([]);
  });

  it('removes its finding or lowers it, and never makes it worse', () => {
    const fates = tried.map(({ preview }) => preview.fate);
    expect(fates.filter((fate) => fate === 'higher')).toEqual([]);
    expect(fates.some((fate) => fate === 'gone' || fate === 'lower' || fate === 'unknown')).toBe(true);
  });

  it('is one step that the file check accepts and undo takes back', () => {
    for (const { project, preview } of tried) {
      const result = run(openHistory(project), preview.command);
      if (result.kind === 'refused') throw new Error(result.sentence);
      expect(result.history.past.map((entry) => entry.label)).toEqual([preview.label]);
      expect(projectSchema.safeParse(result.history.project).error?.issues ?? []).toEqual([]);
      expect(undo(result.history).project).toEqual(project);
    }
  });
});

describe('the fixes of all rules', () => {
  it('never throw, whatever they are asked about on whatever project', () => {
    fc.assert(
      fc.property(anyProject, fc.nat(), fc.nat(), (project, a, b) => {
        const ids = [
          ...Object.keys(project.nodes),
          ...Object.keys(project.flows),
          ...Object.keys(project.roles),
          'none',
        ];
        const pick = (at: number): string => ids[at % ids.length] ?? 'none';
        const map = Object.keys(project.maps)[a % 3] ?? 'constructor';
        for (const about of [[pick(a)], [pick(a), pick(b)], [map]])
          for (const rule of allRules)
            for (const suggestion of rule.suggest) {
              if (!('command' in suggestion)) continue;
              const context = { project, map, about, involves: [pick(b), pick(a + 1)], evidence: {} };
              const command = suggestion.command({ ...context, makeId: countIds() });
              if (command) run(openHistory(project), command);
            }
      }),
      { numRuns: 60 },
    );
  });
});
