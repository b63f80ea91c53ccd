import { boxRoundAll, grown } from '../layout/geometry';
import type { Box, MapLayout } from '../layout/types';
import { type MapGraph, stepsOf } from '../model/queries';
import { drawingText } from '../text/drawing';
import type { DrawingContext } from './context';
import type { DisplayList, Group, Item } from './display-list';
import { drawFlow, drawFlowMarks } from './draw-flow';
import { drawGroups, groupFrames } from './draw-groups';
import { drawHeader, headerHeight, titleOf } from './draw-header';
import { drawLadder, drawLadderNames, ladderHeight, ladderMargin, ladderNamesWidth } from './draw-ladder';
import { drawLanes } from './draw-lanes';
import { drawLegend, legendHeight } from './draw-legend';
import { drawNode } from './draw-node';
import { rungsOf } from './ladder';
import { box, line, part } from './shapes';

/** Narrowest drawing: the title and its figures need this much. */
const leastWidth = 880;
const namesLeft = 12;

/** Flows below the nodes: the lines (information first, so that nothing covers the way of the items), then what stands on them. */
export function flowGroups(context: DrawingContext, layout: MapLayout): Group[] {
  const depth = { information: 0, rework: 1, iteration: 1, escalation: 2, normal: 2 } as const;
  const routed = [...context.graph.flows]
    .sort((a, b) => depth[a.kind] - depth[b.kind])
    .flatMap((flow) => {
      const route = layout.routes.get(flow.id);
      return route ? [{ flow, route }] : [];
    });
  return [
    ...routed.map(({ flow, route }) => drawFlow(flow, route, context)),
    ...routed.flatMap(({ flow, route }) => drawFlowMarks(flow, route, context) ?? []),
  ];
}

/** The nodes at their places. */
export function nodeGroups(context: DrawingContext, layout: MapLayout): Group[] {
  return context.graph.nodes.flatMap((node) => {
    const place = layout.boxes.get(node.id);
    return place ? [{ ...drawNode(node, context), x: place.x, y: place.y }] : [];
  });
}

interface Spread {
  /** How far the map moves to the right of its own zero: past the lane strip, and past the names of the ladder. */
  readonly shift: number;
  readonly width: number;
}

function spreadOf(context: DrawingContext, layout: MapLayout, hasLadder: boolean): Spread {
  const { bounds } = layout;
  const rungs = hasLadder ? rungsOf(context, layout.boxes) : [];
  const left = Math.min(...rungs.map(({ x }) => x)) - ladderMargin;
  const right = Math.max(...rungs.map(({ x, width }) => x + width)) + ladderMargin;
  const shift = Math.max(-bounds.x, hasLadder ? namesLeft + ladderNamesWidth - left : -Infinity);
  const end = Math.max(bounds.x + bounds.width, hasLadder ? right + namesLeft : -Infinity);
  return { shift, width: Math.ceil(Math.max(end + shift, leastWidth)) };
}

function ladderBand(context: DrawingContext, layout: MapLayout, shift: number, place: Box): Item[] {
  const ladder = { ...drawLadder(context, layout.boxes), x: shift, y: place.y };
  if (ladder.items.length === 0) return [];
  const names = { ...drawLadderNames(), x: namesLeft, y: place.y };
  return [
    box(0, place.y, place.width, place.height, 0, { fill: 'surface' }),
    line(0, place.y + 0.5, place.width, place.y + 0.5, 'border'),
    line(0, place.y + place.height - 0.5, place.width, place.y + place.height - 0.5, 'border'),
    ladder,
    names,
  ];
}

const wholeOf = ({ folded, graph }: DrawingContext): MapGraph => folded?.whole ?? graph;

/** The flows and nodes of a map alone, without title, lanes, ladder and legend: for small pictures inside a text. */
export function drawBareMap(context: DrawingContext, layout: MapLayout): DisplayList {
  const { bounds } = layout;
  const title = titleOf(context);
  return {
    width: Math.ceil(bounds.width),
    height: Math.ceil(bounds.height),
    title,
    description: drawingText.description(stepsOf(wholeOf(context)).length, title),
    items: [part(-bounds.x, -bounds.y, [...flowGroups(context, layout), ...nodeGroups(context, layout)])],
  };
}

/** The layout with room for the frames of its groups. */
function withFrames(context: DrawingContext, layout: MapLayout): MapLayout {
  const frames = groupFrames(context, layout.boxes).flatMap(({ boxes }) => boxes);
  if (frames.length === 0) return layout;
  return { ...layout, bounds: boxRoundAll([layout.bounds, ...frames.map((each) => grown(each, 4))]) };
}

/** The whole drawing of a map for a file: title with figures, lanes, flows, nodes, the ladder, and the legend. */
export function drawMap(
  context: DrawingContext,
  laidOut: MapLayout,
  options: { readonly ladder: boolean },
): DisplayList {
  const layout = withFrames(context, laidOut);
  const { bounds, lanes } = layout;
  const hasLadder = options.ladder && rungsOf(context, layout.boxes).length > 0;
  const { shift, width } = spreadOf(context, layout, hasLadder);
  const bottom = Math.ceil(headerHeight + bounds.height);
  const laneBounds = { x: -shift, y: bounds.y, width, height: bounds.height };
  const ladderPlace = { x: 0, y: bottom, width, height: hasLadder ? ladderHeight : 0 };
  const legendY = bottom + ladderPlace.height;
  const map = part(shift, headerHeight - bounds.y, [
    ...drawLanes(lanes, laneBounds),
    ...drawGroups(context, layout.boxes),
    ...flowGroups(context, layout),
    ...nodeGroups(context, layout),
  ]);
  const title = titleOf(context);
  return {
    width,
    height: legendY + legendHeight,
    title,
    description: drawingText.description(stepsOf(wholeOf(context)).length, title),
    items: [
      box(0, 0, width, legendY + legendHeight, 0, { fill: 'canvas' }),
      map,
      drawHeader(context, width),
      ...(hasLadder ? ladderBand(context, layout, shift, ladderPlace) : []),
      drawLegend(legendY, width),
    ],
  };
}
