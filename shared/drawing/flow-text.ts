import { flowLabelSize } from '../layout/sizes';
import type { Size } from '../layout/types';
import type { Flow } from '../model/project';
import { meanOf } from '../model/quantity';
import type { MapGraph, WithId } from '../model/queries';
import { formatNumber, formatShare } from '../model/units-format';
import { drawingText } from '../text/drawing';
import { measureText } from './font-metrics';
import { type Face, fitText, type Line } from './wrap-text';

/** Size and weight of the label of a flow. */
export const labelFace: Face = { size: 11, weight: 600 };
/** Room at both sides of the label inside its pill. */
const padding = 8;

/** The share of the items that take a flow: as typed, or what the other exits leave; null where there is one exit only, or it is unknown. */
export function shareOf(flow: WithId<Flow>, graph: MapGraph): number | null {
  if (flow.kind === 'information' || graph.node.get(flow.from)?.type === 'fork') return null;
  if (flow.share !== undefined) return meanOf(flow.share);
  const others = (graph.out.get(flow.from) ?? []).filter((exit) => exit.id !== flow.id);
  if (others.length === 0) return null;
  let rest = 1;
  for (const { share } of others) {
    if (share === undefined) return null;
    rest -= meanOf(share);
  }
  return rest < -0.01 ? null : Math.max(rest, 0);
}

/** The text on a flow: its share, its label or kind, its style; empty where there is nothing to say. */
export function flowText(flow: WithId<Flow>, graph: MapGraph): string {
  const share = shareOf(flow, graph);
  const percent = share === null || share >= 0.9995 ? '' : formatShare(share, 0);
  const style =
    flow.style === 'fifo'
      ? drawingText.flowStyle.fifo(flow.limit === undefined ? null : formatNumber(flow.limit))
      : drawingText.flowStyle[flow.style ?? 'push'];
  const words = flow.label ?? drawingText.flowKind[flow.kind];
  return [percent, words, style].filter((text) => text !== '').join(' ');
}

/** The label of a flow as it fits into its pill, with the size of the pill; null where there is nothing to say. */
export function flowPill(
  flow: WithId<Flow>,
  graph: MapGraph,
): { readonly line: Line; readonly size: Size } | null {
  const text = flowText(flow, graph);
  if (text === '') return null;
  const line = fitText(text, flowLabelSize.width - 2 * padding, labelFace);
  const width = measureText(line.text, labelFace.size, labelFace.weight) + 2 * padding;
  return { line, size: { width, height: flowLabelSize.height } };
}

const sizers = new WeakMap<MapGraph, (flow: WithId<Flow>) => Size | null>();

/** The room that the labels of a map take, for its layout; the same function for the same graph. */
export function labelSizeFor(graph: MapGraph): (flow: WithId<Flow>) => Size | null {
  let sizer = sizers.get(graph);
  if (!sizer) {
    sizer = (flow) => flowPill(flow, graph)?.size ?? null;
    sizers.set(graph, sizer);
  }
  return sizer;
}
