import { itil4 } from '../../shared/catalogue/itil4/itil4';
import { deleteNodes } from '../../shared/commands/delete-nodes';
import { openHistory, run } from '../../shared/commands/history';
import { insertOnFlow } from '../../shared/commands/insert';
import { flowPill, labelSizeFor } from '../../shared/drawing/flow-text';
import { boxRound } from '../../shared/layout/geometry';
import { layoutMap } from '../../shared/layout/layout-map';
import { leaderOf } from '../../shared/layout/leader';
import type { LaneBy, MapLayout } from '../../shared/layout/types';
import type { Project } from '../../shared/model/project';
import { graphOf, type MapGraph } from '../../shared/model/queries';
import { countIds } from '../helpers/count-ids';
import { facilitatorMap, stepsOfSeed } from '../helpers/facilitator-map';
import { faultsOf, measureLayout } from '../helpers/measure-layout';
import { median, processorTime } from './measure/numbers';

const maps = 200;
const kinds: readonly LaneBy[] = ['none', 'role', 'team', 'practice', 'activity', 'party'];
const makeId = countIds();

const lay = (graph: MapGraph, laneBy: LaneBy): MapLayout =>
  layoutMap(graph, { laneBy, pack: itil4, labelSize: labelSizeFor(graph) });

/** How far the nodes that two layouts share stand apart, pixels. */
function distances(before: MapLayout, after: MapLayout): number[] {
  return [...before.boxes].flatMap(([id, box]) => {
    const other = after.boxes.get(id);
    return other ? [Math.hypot(other.x - box.x, other.y - box.y)] : [];
  });
}

const moves: Record<'added' | 'removed', number[]> = { added: [], removed: [] };
const totals = {
  layouts: 0,
  faults: 0,
  flows: 0,
  crossings: 0,
  bends: 0,
  labels: 0,
  shortened: 0,
  leaders: 0,
};
const times: number[] = [];

/** How many labels stand off their flows, so that a line leads to them. */
function leadersIn(graph: MapGraph, { routes }: MapLayout): number {
  return graph.flows.filter((flow) => {
    const size = labelSizeFor(graph)(flow);
    const route = routes.get(flow.id);
    return size && route && leaderOf(route.points, boxRound(route.label, size)) !== null;
  }).length;
}

/** One step more on a flow, and one step less, each at a place that the seed decides on. */
function change(project: Project, seed: number, laneBy: LaneBy, before: MapLayout): void {
  const graph = graphOf(project, 'map');
  const ways = graph?.flows.filter((flow) => flow.kind === 'normal') ?? [];
  const steps = graph?.nodes.filter((node) => node.type === 'step') ?? [];
  const flow = ways[(seed * 31) % ways.length];
  const step = steps[(seed * 17) % steps.length];
  if (!flow || !step) return;
  const more = insertOnFlow({ flow: flow.id, node: { type: 'step', name: 'Check again' } }, makeId);
  for (const [kind, command] of [
    ['added', more],
    ['removed', deleteNodes({ ids: [step.id] }, makeId)],
  ] as const) {
    const done = run(openHistory(project), command);
    const after = done.kind === 'done' ? graphOf(done.history.project, 'map') : null;
    if (after) moves[kind].push(...distances(before, lay(after, laneBy)));
  }
}

for (let seed = 1; seed <= maps; seed += 1) {
  const { graph, project } = facilitatorMap(seed, stepsOfSeed(seed));
  const labelSize = labelSizeFor(graph);
  for (const laneBy of new Set<LaneBy>(['none', kinds[seed % kinds.length] ?? 'role'])) {
    const made: { layout?: MapLayout } = {};
    times.push(processorTime(() => (made.layout = lay(graph, laneBy))));
    if (!made.layout) continue;
    const measures = measureLayout(graph, made.layout, labelSize);
    totals.layouts += 1;
    totals.faults += faultsOf(measures).length;
    totals.flows += graph.flows.length;
    totals.crossings += measures.crossings;
    totals.bends += measures.bends;
    const pills = graph.flows.flatMap((flow) => flowPill(flow, graph)?.line.text ?? []);
    totals.labels += pills.length;
    totals.shortened += pills.filter((text) => text.endsWith('…')).length;
    totals.leaders += leadersIn(graph, made.layout);
    change(project, seed, laneBy, made.layout);
  }
}

const { layouts, faults, flows, crossings, bends, labels, shortened, leaders } = totals;
console.log(`${maps} maps of 5 to 100 steps, ${layouts} layouts, ${flows} flows: ${faults} faults`);
console.log(
  `${crossings} crossings and ${bends} bends; ${shortened} of ${labels} labels shortened, ${leaders} led to their flows by a line`,
);
console.log(`layout: median ${median(times).toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms`);
for (const [kind, all] of Object.entries(moves)) {
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
  const still = all.filter((each) => each < 0.5).length / all.length;
  console.log(
    `one step ${kind}: ${(100 * still).toFixed(0)} % of the nodes stand still, mean ${mean.toFixed(0)} px, worst ${Math.max(...all).toFixed(0)} px`,
  );
}
