import { describe, expect, it } from 'vitest';
import { makeExport } from '../../../main/export/make-export';
import { templates } from '../../../shared/catalogue/templates/templates';
import { type ExportFormat, exportFormats, formatTraits } from '../../../shared/export/formats';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { formatFigure } from '../../../shared/figures/describe';
import type { Project } from '../../../shared/model/project';
import { graphOf, stepsOf } from '../../../shared/model/queries';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { exportWish } from '../../helpers/export-wish';
import { countIds } from '../../helpers/count-ids';
import { facilitatorMap, stepsOfSeed } from '../../helpers/facilitator-map';
import { fullProject } from '../../helpers/full-project';
import { readExport } from '../../helpers/read-export';
import { hardTexts } from '../../helpers/sample-report';

interface Case {
  readonly name: string;
  readonly project: Project;
  readonly map: string;
}

function fromTemplate(id: string): Case {
  const made = newFromTemplate(id, { makeId: countIds() });
  if (!made) throw new Error('the template is there');
  return { name: id, project: made.project, map: made.mapId };
}

/** A map whose steps are called as careless writers fear. */
function withHardNames(): Case {
  const { project, map } = fromTemplate('normal-change');
  const nodes = Object.entries(project.nodes).map(([id, node], at) => [
    id,
    node.type === 'step' ? { ...node, name: hardTexts[at % hardTexts.length] ?? node.name } : node,
  ]);
  return { name: 'hard names', project: { ...project, nodes: Object.fromEntries(nodes) }, map };
}

function generated(seed: number): Case {
  const { project, mapId } = facilitatorMap(seed, Math.min(40, stepsOfSeed(seed)));
  return { name: `generated ${seed}`, project, map: mapId };
}

const cases: readonly Case[] = [
  ...templates.map(({ id }) => fromTemplate(id)),
  { name: 'full project', project: fullProject, map: 'map' },
  withHardNames(),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map(generated),
];

/** Formats whose making takes long are tried on every fifth map, each on others. */
const slow: readonly ExportFormat[] = ['png', 'pdf', 'report-pdf', 'pptx', 'docx', 'html', 'svg'];

function casesFor(format: ExportFormat): readonly Case[] {
  const place = slow.indexOf(format);
  return place === -1 ? cases : cases.filter(({ name }, at) => at % 5 === place % 5 || name === 'hard names');
}

const without = (text: string): string => text.replace(/\s|\u200b|\u00ad|\ufe0f/gu, '');

/** Steps whose name a drawing may shorten are said in full elsewhere, but a page of pixels or lines of a PDF cannot. */
const shortens: readonly ExportFormat[] = ['pdf', 'png'];

describe.each(exportFormats)('exports as %s', (format) => {
  it('say the name of every step, whatever the map', async () => {
    for (const { name, project, map } of casesFor(format)) {
      const { bytes } = await makeExport(project, exportWish(format, { scope: { kind: 'map', map } }));
      expect(bytes.length).toBeGreaterThan(50);
      if (shortens.includes(format)) continue;
      const text = await readExport(format, bytes);
      const graph = graphOf(project, map);
      const missing = (graph ? stepsOf(graph) : [])
        .map((step) => without(step.name))
        .filter((step) => !text.includes(step));
      expect(missing, `${name}: steps that ${format} does not say`).toEqual([]);
    }
  });
});

describe.each(exportFormats.filter((format) => formatTraits[format].kind === 'report'))(
  'reports as %s',
  (format) => {
    it('print the lead time that the app prints', async () => {
      for (const { name, project, map } of casesFor(format)) {
        const graph = graphOf(project, map);
        const value = graph && computeFigures(graph).figure.leadTimeExpected.value;
        if (value === null) continue;
        const text = await readExport(
          format,
          (await makeExport(project, exportWish(format, { scope: { kind: 'map', map } }))).bytes,
        );
        expect(text, `${name} as ${format}`).toContain(without(formatFigure('leadTimeExpected', value)));
      }
    });
  },
);

it('are tried on twenty maps and projects', () => {
  expect(cases).toHaveLength(20);
});
