import type { Flow, MapNode } from '../model/project';
import { flowsBy, isForward, type MapGraph, type WithId } from '../model/queries';
import { computeFigures } from './compute-figures';
import type { Contribution, Figures } from './types';

/** What is said of some of the steps of a map together. Null where an input is missing, or where it cannot be read. */
export interface PartFigures {
  readonly steps: number;
  /** Expected minutes of one item of the stream in these steps, on the customer's clock, repeats included; null also where none of them is on the clock. */
  readonly processTime: number | null;
  readonly wait: number | null;
  /** Their part of the expected lead time, 0..1. */
  readonly leadTimeShare: number | null;
  /** Product of %C&A from where items come in to where they leave, rework left out, 0..1. */
  readonly rolledCompleteAccurate: number | null;
}

const startId = ':in';
const endId = ':out';

/** A sum over the steps on the clock; null where one of them is unknown, or none is there. */
function onClock(parts: readonly Contribution[], of: (part: Contribution) => number | null): number | null {
  const counted = parts.filter((part) => part.onPath);
  if (counted.length === 0) return null;
  let sum = 0;
  for (const part of counted) {
    const amount = of(part);
    if (part.clockVisits === null || amount === null) return null;
    sum += part.clockVisits * amount;
  }
  return sum;
}

/** Flows that bring items into the part, each with the share of the items that it brings; blank where that is unknown. */
function entries(
  flows: readonly WithId<Flow>[],
  isInside: (id: string) => boolean,
  figures: Figures,
): WithId<Flow>[] {
  const coming = flows.filter((flow) => isForward(flow) && !isInside(flow.from) && isInside(flow.to));
  const items = coming.map((flow) => figures.visits?.flow.get(flow.id) ?? null);
  const all = items.reduce<number | null>(
    (sum, each) => (sum === null || each === null ? null : sum + each),
    0,
  );
  return coming.map(({ share: _share, ...flow }, index) => {
    const own = items[index] ?? null;
    const known = all !== null && all > 0 && own !== null ? { share: { likely: own / all } } : {};
    return { ...flow, ...known, from: startId };
  });
}

/** The part as a map of its own: what comes in comes from one start, what leaves goes to one end. */
function graphOfPart(graph: MapGraph, ids: ReadonlySet<string>, figures: Figures): MapGraph {
  const isInside = (id: string): boolean => ids.has(id);
  const terminal = (id: string, type: 'start' | 'end', order: number): WithId<MapNode> => ({
    id,
    map: graph.id,
    type,
    name: '',
    order,
  });
  const nodes = [
    terminal(startId, 'start', -Infinity),
    ...graph.nodes.filter((node) => isInside(node.id)),
    terminal(endId, 'end', Infinity),
  ];
  const carrying = graph.flows.filter((flow) => flow.kind !== 'information');
  const inner = carrying.filter((flow) => isInside(flow.from) && isInside(flow.to));
  const leaving = carrying
    .filter((flow) => isInside(flow.from) && !isInside(flow.to))
    .map((flow) => ({ ...flow, to: endId }));
  const flows = [...entries(carrying, isInside, figures), ...inner, ...leaving];
  return {
    ...graph,
    nodes,
    flows,
    node: new Map(nodes.map((node) => [node.id, node])),
    out: flowsBy(flows, 'from'),
    in: flowsBy(flows, 'to'),
  };
}

/** The figures of some nodes of a map together, as a folded group shows them; the map's own figures stay what they are. */
export function figuresOfPart(graph: MapGraph, ids: ReadonlySet<string>): PartFigures {
  const figures = computeFigures(graph);
  const steps = graph.nodes.filter((node) => node.type === 'step' && ids.has(node.id));
  const parts = figures.contributions.filter((each) => ids.has(each.node));
  const processTime = onClock(parts, (part) => part.processTime);
  const wait = onClock(parts, (part) => part.wait);
  const leadTime = figures.figure.leadTimeExpected.value;
  const isOffClock = steps.length > 0 && parts.every((part) => !part.onPath);
  const minutes = processTime === null || wait === null ? (isOffClock ? 0 : null) : processTime + wait;
  const rolled = steps.length === 0 ? null : computeFigures(graphOfPart(graph, ids, figures)).figure;
  return {
    steps: steps.length,
    processTime,
    wait,
    leadTimeShare: minutes === null || leadTime === null || leadTime <= 0 ? null : minutes / leadTime,
    rolledCompleteAccurate: rolled?.rolledCompleteAccurate.value ?? null,
  };
}
