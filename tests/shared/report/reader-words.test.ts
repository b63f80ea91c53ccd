import { describe, expect, it } from 'vitest';
import { templates } from '../../../shared/catalogue/templates/templates';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { graphOf } from '../../../shared/model/queries';
import { buildReport } from '../../../shared/report/build-report';
import { sectionNames, type Report } from '../../../shared/report/types';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { countIds } from '../../helpers/count-ids';

function reportOn(id: string): { report: Report; beside: string[] } {
  const made = newFromTemplate(id, { makeId: countIds() });
  const graph = made && graphOf(made.project, made.mapId);
  if (!made || !graph) throw new Error('the template is there');
  const wish = { scope: { kind: 'project' }, sections: sectionNames, lanes: null, ladder: true } as const;
  const timed = computeFigures(graph).contributions.filter(
    ({ onPath, wait, processTime }) => !onPath && (wait !== null || processTime !== null),
  );
  return {
    report: buildReport(made.project, { ...wish, today: '2026-11-22' }),
    beside: timed.map(({ node }) => graph.node.get(node)?.name ?? ''),
  };
}

const laddersOf = ({ sections }: Report) =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'chart' && block.isStacked ? [block] : [])),
  );

describe.each(templates.map(({ id }) => id))('the report on the template %s', (id) => {
  const { report, beside } = reportOn(id);

  it('says nothing that only somebody in the app can do', () => {
    expect(JSON.stringify(report)).not.toMatch(/will show once|is changed\./);
  });

  it('says how many steps the chart of the lead time leaves out, and which', () => {
    for (const { title, alt, categories } of laddersOf(report)) {
      expect(beside.filter((name) => !alt.includes(name))).toEqual([]);
      expect(/(\d+) steps? outside it/.exec(title)?.[1] ?? '0').toBe(String(beside.length));
      expect(categories.filter((name) => beside.includes(name))).toEqual([]);
    }
  });

  it('sums up what was judged in one row for wastes, principles, dimensions and value classes', () => {
    const judged = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'table' && block.caption === 'What was judged' ? [block] : [],
      ),
    );
    expect(judged.map(({ rows }) => rows.map(([name]) => name?.text))).toEqual(
      judged.map(() => ['Wastes', 'Guiding principles', 'Dimensions', 'Value classes']),
    );
    for (const { rows } of judged)
      for (const [, said] of rows) expect(said?.text).toMatch(/^All judged in full$|\(\d+ of \d+ judged\)$/);
  });
});

describe('the templates', () => {
  it('hold a chart that leaves steps out, and one that does not', () => {
    const counts = templates
      .map(({ id }) => reportOn(id))
      .filter(({ report }) => laddersOf(report).length > 0)
      .map(({ beside }) => beside.length > 0);
    expect(new Set(counts)).toEqual(new Set([true, false]));
  });
});
