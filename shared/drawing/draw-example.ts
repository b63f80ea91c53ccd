import { type Example, exampleFlowId, exampleMapId, exampleProject } from '../analysis/example';
import { packOf } from '../catalogue/packs';
import { computeFigures } from '../figures/compute-figures';
import { layoutMap } from '../layout/layout-map';
import { graphOf, type MapGraph } from '../model/queries';
import type { Badge } from './context';
import type { DisplayList } from './display-list';
import { drawBareMap } from './draw-map';
import { labelSizeFor } from './flow-text';

/** What a rule finds in an example: targets as the example names them, and how bad that is. */
export interface MarkedTargets {
  readonly finds: readonly string[];
  readonly worst: Badge['worst'];
}

/** The nodes that a target is about: itself, or the node that a flow (`from>to`) leaves. */
function nodesAt(graph: MapGraph, target: string): string[] {
  const [from = '', to] = target.split('>');
  if (to === undefined) return graph.node.has(target) ? [target] : [];
  return graph.flows.some(({ id }) => id === exampleFlowId(from, to)) ? [from] : [];
}

function badgesFor(graph: MapGraph, { finds, worst }: MarkedTargets): Map<string, Badge> {
  const nodes = new Set(finds.flatMap((each) => each.split(' ')).flatMap((each) => nodesAt(graph, each)));
  return new Map([...nodes].map((node) => [node, { count: 1, worst }]));
}

/** The small stream of an example, with a badge on what a rule finds in it; null where it has no map. */
export function drawExample(example: Example, marked?: MarkedTargets): DisplayList | null {
  const project = exampleProject(example);
  const graph = graphOf(project, exampleMapId);
  if (graph === null) return null;
  const pack = packOf(project.pack);
  const layout = layoutMap(graph, { laneBy: 'none', pack, labelSize: labelSizeFor(graph) });
  const badges = marked === undefined ? new Map<string, Badge>() : badgesFor(graph, marked);
  const context = { graph, figures: computeFigures(graph), badges, pack, view: { lanes: 'none' as const } };
  return drawBareMap(context, layout);
}
