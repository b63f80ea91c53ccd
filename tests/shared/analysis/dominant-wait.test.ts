import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dominantWait } from '../../../shared/analysis/rules/flow-dominant-wait';
import { factsOf } from '../../../shared/analysis/facts';
import { itil4 } from '../../../shared/catalogue/itil4/itil4';
import { waitDominates } from '../../../shared/drawing/context';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { graphOf, stepsOf } from '../../../shared/model/queries';
import { anyProject } from '../../helpers/random-project';
import { findingsOf, inARow } from './judge-map';

describe('a wait that dominates a lead time with a gap', () => {
  const [finding] = findingsOf('flow-dominant-wait', (m) =>
    inARow(m, {
      log: { processTime: 10, wait: 0 },
      approve: { processTime: 10, wait: 60 },
      fix: { processTime: 20, wait: 0 },
      blank: {},
    }),
  );

  it('is set against what is known, and the sentence says so', () => {
    // 60 of 10 + 70 + 20 minutes.
    expect(finding?.message.replaceAll('\u00a0', ' ')).toBe(
      'Waits 1h for 10m of work – 60 % of the known lead time',
    );
    expect(finding?.evidence).toMatchObject({ of: { unit: 'text', value: 'known lead time' } });
  });

  it('is trusted no more than a guess', () => {
    expect(finding?.confidence).toBe(0.3);
  });
});

describe('on any map', { timeout: 60_000 }, () => {
  it('the drawing marks the waits that the rule finds, and no others', () => {
    let marks = 0;
    fc.assert(
      fc.property(anyProject, (project) => {
        for (const id of Object.keys(project.maps)) {
          const graph = graphOf(project, id);
          if (graph === null) continue;
          const figures = computeFigures(graph);
          const context = { pack: itil4, today: '2026-11-21', suppressForTemplates: false };
          const { claims } = dominantWait.judge(factsOf(graph, figures, context), {});
          const marked = stepsOf(graph).filter((step) => waitDominates(figures, step.id));
          expect(marked.map((step) => step.id).sort()).toEqual(claims.flatMap(({ about }) => about).sort());
          marks += marked.length;
        }
      }),
      { numRuns: 1000, seed: 20261125 },
    );
    expect(marks).toBeGreaterThan(0);
  });
});
