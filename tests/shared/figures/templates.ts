import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { newFromTemplate } from '../../../shared/tables/new-from-template';

const numbers = z.record(z.string(), z.number());

const expectedSchema = z.array(
  z.object({
    id: z.string(),
    expectedMetrics: numbers,
    expectedVisits: numbers,
    expectedUtilisation: numbers,
  }),
);

const file = new URL('../../fixtures/expected-figures.json', import.meta.url);

/** The templates that were calculated independently (PERT means; sampled figures of 200,000 runs), times in hours. */
export const calculatedTemplates = expectedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The map of a template as a new project gets it. */
export function graphOfTemplate(id: string): MapGraph {
  let made = 0;
  const project = newFromTemplate(id, { makeId: () => `id${(made += 1)}` });
  const graph = project && graphOf(project.project, project.mapId);
  if (!graph) throw new Error(`there is no template ${id}`);
  return graph;
}
