import { boxBetween, boxRound, overlaps } from '../../shared/layout/geometry';
import { type LabelSize, usualLabelSize } from '../../shared/layout/labels';
import { queueSize, waitSize } from '../../shared/layout/sizes';
import type { Box, FlowRoute, MapLayout } from '../../shared/layout/types';
import type { Position } from '../../shared/model/project';
import type { MapGraph } from '../../shared/model/queries';

/** What is wrong with a layout, as sentences, and how busy it is. */
export interface LayoutMeasures {
  /** Boxes that overlap. */
  readonly boxes: readonly string[];
  /** Flows that run through a box or come nearer than 6 px to one that they only pass. */
  readonly through: readonly string[];
  /** Flows of different ways that run over or nearer than 8 px to each other. */
  readonly close: readonly string[];
  /** Labels, queues and waits that cover a box or each other. */
  readonly labels: readonly string[];
  /** Flows and boxes that leave the lanes. */
  readonly outside: readonly string[];
  /** Pieces that are not level or upright, and ends that are not on the edges of their boxes. */
  readonly crooked: readonly string[];
  readonly crossings: number;
  readonly bends: number;
  /** Sum of the lengths of all flows, pixels. */
  readonly length: number;
}

const leastClearance = 6;
const leastSpacing = 8;

interface Piece {
  readonly flow: string;
  readonly index: number;
  readonly last: number;
  readonly a: Position;
  readonly b: Position;
  readonly box: Box;
  readonly isLevel: boolean;
}

function piecesOf(layout: MapLayout): Piece[] {
  return [...layout.routes].flatMap(([flow, route]) =>
    route.points.slice(1).map((b, index) => {
      const a = route.points[index] ?? b;
      return {
        flow,
        index,
        last: route.points.length - 2,
        a,
        b,
        box: boxBetween(a, b),
        isLevel: Math.abs(a.y - b.y) < 0.02,
      };
    }),
  );
}

function boxOverlaps(layout: MapLayout): string[] {
  const boxes = [...layout.boxes];
  return boxes.flatMap(([id, box], index) =>
    boxes
      .slice(index + 1)
      .filter(([, other]) => overlaps(box, other))
      .map(([otherId]) => `${id} covers ${otherId}`),
  );
}

function throughBoxes(graph: MapGraph, layout: MapLayout, pieces: readonly Piece[]): string[] {
  const found: string[] = [];
  const flows = new Map(graph.flows.map((flow) => [flow.id, flow]));
  for (const piece of pieces) {
    const flow = flows.get(piece.flow);
    for (const [id, box] of layout.boxes) {
      const isOwnEnd =
        (piece.index === 0 && id === flow?.from) || (piece.index === piece.last && id === flow?.to);
      if (!isOwnEnd && overlaps(piece.box, box, leastClearance)) found.push(`${piece.flow} passes ${id}`);
      if (isOwnEnd && overlaps(piece.box, box, -0.01)) found.push(`${piece.flow} runs into its own ${id}`);
    }
  }
  return found;
}

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && Math.abs(a.x - b.x) < 0.02 && Math.abs(a.y - b.y) < 0.02;

/** Whether two flows share the way from a common port up to, or from, where these pieces overlap. */
function shareTheirWay(p: FlowRoute, q: FlowRoute, i: Piece, j: Piece): boolean {
  const prefix =
    i.index === j.index && p.points.slice(0, i.index + 1).every((point, k) => same(point, q.points[k]));
  const restP = p.points.slice(i.index + 1);
  const restQ = q.points.slice(j.index + 1);
  const suffix = restP.length === restQ.length && restP.every((point, k) => same(point, restQ[k]));
  return prefix || suffix;
}

function tooClose(layout: MapLayout, pieces: readonly Piece[]): string[] {
  const found: string[] = [];
  pieces.forEach((p, index) => {
    for (const q of pieces.slice(index + 1)) {
      if (p.flow === q.flow || p.isLevel !== q.isLevel) continue;
      const apart = p.isLevel ? Math.abs(p.a.y - q.a.y) : Math.abs(p.a.x - q.a.x);
      const along = p.isLevel
        ? Math.min(p.box.x + p.box.width, q.box.x + q.box.width) - Math.max(p.box.x, q.box.x)
        : Math.min(p.box.y + p.box.height, q.box.y + q.box.height) - Math.max(p.box.y, q.box.y);
      if (along < 1 || apart >= leastSpacing - 0.01) continue;
      const routeP = layout.routes.get(p.flow);
      const routeQ = layout.routes.get(q.flow);
      if (routeP && routeQ && apart < 0.02 && shareTheirWay(routeP, routeQ, p, q)) continue;
      found.push(`${p.flow} and ${q.flow} are ${apart.toFixed(1)} px apart for ${along.toFixed(0)} px`);
    }
  });
  return found;
}

function labelOverlaps(graph: MapGraph, layout: MapLayout, labelSize: LabelSize): string[] {
  const things: { name: string; box: Box }[] = [...layout.boxes].map(([name, box]) => ({ name, box }));
  const found: string[] = [];
  for (const flow of graph.flows) {
    const route = layout.routes.get(flow.id);
    if (!route) continue;
    const own: { name: string; box: Box }[] = [];
    const size = labelSize(flow);
    if (size) own.push({ name: `label of ${flow.id}`, box: boxRound(route.label, size) });
    if (route.queue) own.push({ name: `queue of ${flow.id}`, box: boxRound(route.queue, queueSize) });
    if (route.wait) own.push({ name: `wait of ${flow.id}`, box: boxRound(route.wait, waitSize) });
    for (const [index, each] of own.entries()) {
      for (const other of [...things, ...own.slice(0, index)])
        if (overlaps(each.box, other.box, -0.01)) found.push(`${each.name} covers ${other.name}`);
    }
    things.push(...own);
  }
  return found;
}

function outsideLanes(layout: MapLayout, pieces: readonly Piece[]): string[] {
  const first = layout.lanes[0];
  const last = layout.lanes.at(-1);
  if (!first || !last) return [];
  const top = first.y;
  const bottom = last.y + last.height;
  return [
    ...pieces.filter(({ box }) => box.y < top || box.y + box.height > bottom).map((piece) => piece.flow),
    ...[...layout.boxes].filter(([, box]) => box.y < top || box.y + box.height > bottom).map(([id]) => id),
  ];
}

const onEdge = (point: Position, box: Box): boolean => {
  const touchesX = Math.abs(point.x - box.x) < 0.02 || Math.abs(point.x - box.x - box.width) < 0.02;
  const touchesY = Math.abs(point.y - box.y) < 0.02 || Math.abs(point.y - box.y - box.height) < 0.02;
  return (touchesX || touchesY) && overlaps({ ...point, width: 0, height: 0 }, box, 0.1);
};

function crookedFlows(graph: MapGraph, layout: MapLayout, pieces: readonly Piece[]): string[] {
  const found = pieces
    .filter(({ a, b }) => Math.abs(a.x - b.x) > 0.02 && Math.abs(a.y - b.y) > 0.02)
    .map((piece) => `${piece.flow} is not orthogonal`);
  for (const flow of graph.flows) {
    const route = layout.routes.get(flow.id);
    const from = layout.boxes.get(flow.from);
    const to = layout.boxes.get(flow.to);
    const first = route?.points[0];
    const last = route?.points.at(-1);
    if (!from || !to || !first || !last) found.push(`${flow.id} has no route`);
    else if (!onEdge(first, from) || !onEdge(last, to)) found.push(`${flow.id} ends beside a box`);
  }
  return found;
}

function crossingsOf(layout: MapLayout, pieces: readonly Piece[]): number {
  const crossing = new Set<string>();
  const level = pieces.filter((piece) => piece.isLevel);
  for (const p of pieces.filter((piece) => !piece.isLevel))
    for (const q of level) {
      if (p.flow === q.flow) continue;
      const isInside =
        p.a.x > q.box.x + 0.1 &&
        p.a.x < q.box.x + q.box.width - 0.1 &&
        q.a.y > p.box.y + 0.1 &&
        q.a.y < p.box.y + p.box.height - 0.1;
      if (isInside) crossing.add(`${p.a.x} ${q.a.y}`);
    }
  return layout.routes.size === 0 ? 0 : crossing.size;
}

/** Everything that is wrong with a layout, in one list. */
export function faultsOf(measures: LayoutMeasures): string[] {
  const { boxes, through, close, labels, outside, crooked } = measures;
  return [
    ...boxes,
    ...through,
    ...close,
    ...labels,
    ...outside.map((id) => `${id} leaves the lanes`),
    ...crooked,
  ];
}

/** Measures a layout geometrically; labels are taken to be as large as they were when it was made. */
export function measureLayout(
  graph: MapGraph,
  layout: MapLayout,
  labelSize: LabelSize = usualLabelSize,
): LayoutMeasures {
  const pieces = piecesOf(layout);
  return {
    boxes: boxOverlaps(layout),
    through: throughBoxes(graph, layout, pieces),
    close: tooClose(layout, pieces),
    labels: labelOverlaps(graph, layout, labelSize),
    outside: outsideLanes(layout, pieces),
    crooked: crookedFlows(graph, layout, pieces),
    crossings: crossingsOf(layout, pieces),
    bends: [...layout.routes.values()].reduce((sum, route) => sum + Math.max(0, route.points.length - 2), 0),
    length: pieces.reduce((sum, { box }) => sum + box.width + box.height, 0),
  };
}
