import type { FrameworkPack } from '../catalogue/types';
import { waitBasis } from '../figures/dominant-wait';
import type { Contribution, Figures } from '../figures/types';
import { rankNodes } from '../layout/ranks';
import type { FoldedMap } from './fold-map';
import type { LaneBy } from '../layout/types';
import type { MapNode } from '../model/project';
import { type MapGraph, nodesOnStream, type WithId } from '../model/queries';

/** How many findings are about a node, and how bad the worst of them is. */
export interface Badge {
  readonly count: number;
  readonly worst: 'error' | 'warning' | 'info';
}

/** What the drawing of a map depends on. */
export interface DrawingContext {
  readonly graph: MapGraph;
  /** Null while there are none: waits are then never marked as dominating, shares are those typed. */
  readonly figures: Figures | null;
  /** By node id. */
  readonly badges: ReadonlyMap<string, Badge>;
  readonly pack: FrameworkPack;
  readonly view: { readonly lanes: LaneBy };
  /** Where groups are folded, or only the inside of one is drawn: `graph` and `figures` are then those of this. */
  readonly folded?: FoldedMap | undefined;
}

export type DrawnNode = WithId<MapNode>;

const contributions = new WeakMap<Figures, ReadonlyMap<string, Contribution>>();

/** What a node adds to the clock, or undefined; looked up in constant time. */
export function contributionOf(figures: Figures | null, nodeId: string): Contribution | undefined {
  if (!figures) return undefined;
  let known = contributions.get(figures);
  if (!known) {
    known = new Map(figures.contributions.map((each) => [each.node, each]));
    contributions.set(figures, known);
  }
  return known.get(nodeId);
}

const places = new WeakMap<MapGraph, ReadonlyMap<string, number>>();

/** Place of a step among the steps of its map along the stream, 1 the first, and how many there are; steps off the stream come last. */
export function placeOf(graph: MapGraph, stepId: string): { readonly place: number; readonly all: number } {
  let known = places.get(graph);
  if (!known) {
    const onStream = nodesOnStream(graph);
    const steps = rankNodes(graph).ordered.filter((node) => node.type === 'step');
    const inOrder = [
      ...steps.filter((step) => onStream.has(step.id)),
      ...steps.filter((step) => !onStream.has(step.id)),
    ];
    known = new Map(inOrder.map((step, index) => [step.id, index + 1]));
    places.set(graph, known);
  }
  return { place: known.get(stepId) ?? 0, all: known.size };
}

/** From which share of the lead time on, and from which multiple of the work, a wait is said to dominate: the limits of the rule `flow-dominant-wait`. */
const dominant = { share: 0.2, multiple: 3 } as const;

const isAtLeast = (a: number, b: number): boolean => a >= b - 1e-9;

/** True where the wait before a step on the clock takes a fifth of the lead time or more (with few gaps, of its known part), and three times its own work; an agreed wait never. */
export function waitDominates(figures: Figures | null, stepId: string): boolean {
  const basis = figures ? waitBasis(figures.figure.leadTimeExpected) : null;
  const part = contributionOf(figures, stepId);
  if (basis === null || !part?.onPath || part.isRequired) return false;
  const { visits, wait, processTime } = part;
  if (visits === null || wait === null || processTime === null || visits * wait === 0) return false;
  const share = (visits * wait) / basis.minutes;
  return isAtLeast(wait, dominant.multiple * processTime) && isAtLeast(share, dominant.share);
}
