import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import type { Figures } from '../../../shared/figures/types';
import type { Flow, MapNode, Project } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { sampleTimes } from '../../../shared/simulation/sample-lead-time';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { graphOfTemplate } from './templates';

/** The map of a template with its flows and nodes changed. */
function changed(
  id: string,
  change: { flow?: (flow: Flow, ends: string) => Flow; node?: (node: MapNode) => MapNode },
): MapGraph {
  let made = 0;
  const template = newFromTemplate(id, { makeId: () => `id${(made += 1)}` });
  if (!template) throw new Error(`there is no template ${id}`);
  const { flow = (each) => each, node = (each) => each } = change;
  const { nodes, flows } = template.project;
  const project: Project = {
    ...template.project,
    flows: Object.fromEntries(
      Object.entries(flows).map(([key, each]) => [key, flow(each, `${each.from} > ${each.to}`)]),
    ),
    nodes: Object.fromEntries(Object.entries(nodes).map(([key, each]) => [key, node(each)])),
  };
  const graph = graphOf(project, template.mapId);
  if (!graph) throw new Error('the map is gone');
  return graph;
}

const hours = (figures: Figures, key: 'leadTimeExpected'): number =>
  (figures.figure[key].value ?? Number.NaN) / 60;

describe('numbers that the definitions were chosen by', () => {
  it('102 h of lead time of a major incident without a value point, 5.6 h with one', () => {
    expect(hours(computeFigures(graphOfTemplate('major-incident')), 'leadTimeExpected')).toBeCloseTo(5.6, 1);
    const pointless = changed('major-incident', { node: (node) => ({ ...node, afterValue: false }) });
    expect(hours(computeFigures(pointless), 'leadTimeExpected')).toBeCloseTo(102, 0);
  });

  it('37 % of rework in the improvement stream if planned iteration counted as rework, 4 % as it is', () => {
    const share = (graph: MapGraph): number | null => computeFigures(graph).figure.reworkEffortShare.value;
    expect(share(graphOfTemplate('continual-improvement'))).toBeCloseTo(0.04, 2);
    const counted = changed('continual-improvement', {
      flow: (flow) => (flow.kind === 'iteration' ? { ...flow, kind: 'rework' } : flow),
    });
    expect(share(counted)).toBeCloseTo(0.37, 2);
  });

  it('93 % of the testers of changes busy, 78 % when half as many tests come back', () => {
    const testers = (graph: MapGraph): number | null | undefined =>
      computeFigures(graph).utilisation.get(
        [...graph.roles.values()].find(({ name }) => name === 'Tester')?.id ?? '',
      );
    expect(testers(graphOfTemplate('normal-change'))).toBeCloseTo(0.93, 2);
    const shares: Record<string, number> = { 'test > build': 0.14, 'test > cab': 0.86 };
    const halved = changed('normal-change', {
      flow: (flow, ends) =>
        shares[ends] === undefined ? flow : { ...flow, share: { likely: shares[ends] } },
    });
    expect(testers(halved)).toBeCloseTo(0.78, 2);
  });

  it('996 h of a new digital service by longest means, 1018 h sampled: the longest is never shorter', () => {
    const graph = graphOfTemplate('new-digital-service');
    expect(hours(computeFigures(graph), 'leadTimeExpected')).toBeCloseTo(996, 0);
    const runs = 20_000;
    const times = sampleTimes(graph, { runs, seed: 1 }) ?? new Float64Array(1);
    const mean = times.reduce((sum, time) => sum + time, 0) / runs;
    const error = Math.sqrt(times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / runs / runs);
    // The printed number is rounded to a whole hour.
    expect(Math.abs(mean / 60 - 1018)).toBeLessThan(4 * (error / 60) + 0.5);
  });

  it('571 200 a month for the delay of incidents, with the lead time rounded to 13.6 h', () => {
    const { delayCostPerMonth } = computeFigures(graphOfTemplate('incident-restoration')).figure;
    expect((delayCostPerMonth.value ?? 0) / 571_200).toBeCloseTo(1, 3);
  });
});
