import type { NodeType } from '../model/value-sets';
import { nodeSizes } from '../layout/sizes';
import type { Badge, DrawingContext, DrawnNode } from './context';
import type { Group, Ink, Item } from './display-list';
import { blockItems } from './draw-block';
import {
  barItems,
  burstItems,
  controlItems,
  decisionItems,
  endItems,
  noteItems,
  startItems,
} from './draw-others';
import { stepItems } from './draw-step';
import { measureText } from './font-metrics';
import { icon } from './icons';
import { nodeLabel } from './node-label';
import { box, face, part, textLine } from './shapes';

const badgeFace = face(10.5, 650);

const badgeLooks: Readonly<
  Record<Badge['worst'], { readonly icon: string; readonly fill: Ink; readonly ink: Ink }>
> = {
  error: { icon: 'OctagonX', fill: 'error', ink: 'surface' },
  warning: { icon: 'TriangleAlert', fill: 'nnva', ink: 'onWarning' },
  info: { icon: 'Info', fill: 'info', ink: 'surface' },
};

/** The number of findings at the top right corner of a node, over its edge; the shape of its icon tells the severity without colour. */
function badgeGroup({ count, worst }: Badge, nodeWidth: number): Group {
  const look = badgeLooks[worst];
  const text = String(count);
  const width = measureText(text, badgeFace.size, badgeFace.weight) + 24;
  const height = 18;
  return part(
    nodeWidth + 8 - width,
    -9,
    [
      box(0, 0, width, height, height / 2, { fill: look.fill, stroke: { ink: 'surface', width: 1.5 } }),
      icon(look.icon, 5, 3.5, 11, look.ink, 2.25),
      textLine(text, 18, 12.8, width, { face: badgeFace, ink: look.ink }),
    ],
    'badge',
  );
}

const drawers: Readonly<Record<NodeType, (node: DrawnNode, context: DrawingContext) => Item[]>> = {
  start: startItems,
  end: endItems,
  step: stepItems,
  decision: decisionItems,
  fork: barItems,
  join: barItems,
  control: controlItems,
  note: noteItems,
  burst: burstItems,
};

/** A node in its own coordinates: 0,0 is the top left corner of its box, whose size `nodeSizes` gives; only the badge reaches over the edge. */
export function drawNode(node: DrawnNode, context: DrawingContext): Group {
  const badge = context.badges.get(node.id);
  const block = context.folded?.blocks.get(node.id);
  const items = block ? blockItems(block) : drawers[node.type](node, context);
  return {
    kind: 'group',
    role: 'node',
    about: node.id,
    label: nodeLabel(node, context),
    x: 0,
    y: 0,
    items: badge && badge.count > 0 ? [...items, badgeGroup(badge, nodeSizes[node.type].width)] : items,
  };
}
