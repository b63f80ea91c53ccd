import type { Difference } from '../analysis/map-changes';
import { queueSize } from '../layout/sizes';
import type { MapLayout } from '../layout/types';
import type { Position } from '../model/project';
import type { DrawingContext } from './context';
import type { Item } from './display-list';
import { flowPill } from './flow-text';
import { measureText } from './font-metrics';
import { box, face, textLine } from './shapes';

const noteFace = face(10.5, 600);
/** Height of a note, pixels. */
export const noteHeight = 16;

/** Pixels that a note takes. */
export const noteWidth = (text: string): number => measureText(text, noteFace.size, noteFace.weight) + 12;

/** A text in a small box. */
export function note(text: string, x: number, y: number, width: number): Item[] {
  return [
    box(x, y, width, noteHeight, 4, { fill: 'accentSoft', stroke: { ink: 'accent', width: 1 } }),
    textLine(text, x + width / 2, y + 11.7, width - 8, { face: noteFace, ink: 'text', anchor: 'middle' }),
  ];
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Area, b: Area): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Boxes, labels of flows and what stands at queues: what a note shall not cover. */
function takenBy({ graph }: DrawingContext, layout: MapLayout): Area[] {
  const labels = graph.flows.flatMap((flow): Area[] => {
    const route = layout.routes.get(flow.id);
    const size = flowPill(flow, graph)?.size;
    if (!route) return [];
    const { width, height } = size ?? { width: 0, height: 0 };
    const at = (centre: Position, w: number, h: number): Area => ({
      x: centre.x - w / 2,
      y: centre.y - h / 2,
      width: w,
      height: h,
    });
    return [
      ...(size ? [at(route.label, width, height)] : []),
      ...(route.queue ? [at(route.queue, queueSize.width, queueSize.height)] : []),
    ];
  });
  return [...layout.boxes.values(), ...labels];
}

/** The note of a wait at the queue before its step, where it covers least; null where no queue is drawn there. */
function waitNote(
  text: string,
  node: string,
  context: DrawingContext,
  layout: MapLayout,
  taken: readonly Area[],
): { readonly items: Item[]; readonly area: Area } | null {
  const queue = context.graph.flows
    .filter(({ to }) => to === node)
    .flatMap(({ id }) => layout.routes.get(id)?.queue ?? [])[0];
  if (!queue) return null;
  const width = noteWidth(text);
  const x = queue.x - width / 2;
  const gap = queueSize.height / 2 + 3;
  const places = [
    { x, y: queue.y + gap },
    { x, y: queue.y - gap - noteHeight },
    { x, y: queue.y + gap + noteHeight },
    { x, y: queue.y - gap - 2 * noteHeight },
  ].map((place): Area => ({ ...place, width, height: noteHeight }));
  const covered = (area: Area): number => taken.reduce((sum, each) => sum + overlap(area, each), 0);
  const [area] = [...places].sort((a, b) => covered(a) - covered(b));
  return area ? { items: note(text, area.x, area.y, width), area } : null;
}

/** The notes of changed waits at their queues, by the steps that they belong to. */
export function waitNotes(
  context: DrawingContext,
  layout: MapLayout,
  differences: readonly Difference[],
): ReadonlyMap<string, Item[]> {
  const taken = takenBy(context, layout);
  const found = new Map<string, Item[]>();
  for (const { id, short, isWaitFirst } of differences) {
    const [text] = short;
    const made = isWaitFirst && text !== undefined ? waitNote(text, id, context, layout, taken) : null;
    if (!made) continue;
    taken.push(made.area);
    found.set(id, made.items);
  }
  return found;
}
