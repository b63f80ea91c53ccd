import type { Flow, Project } from '../model/project';
import type { Quantity } from '../model/quantity';
import type { ProjectDraft } from './change';
import { byOrder } from './order';

/** A flow with its id, out of a project or a draft. */
export interface FlowAt {
  readonly id: string;
  readonly flow: Flow;
}

/** Flows that carry items out of a node, in their order. */
export function carriedFrom(project: Project, node: string): FlowAt[] {
  return Object.entries(project.flows)
    .filter(([, flow]) => flow.from === node && flow.kind !== 'information')
    .sort(byOrder)
    .map(([id, flow]) => ({ id, flow }));
}

const whole: Quantity = { likely: 1 };

/** A share times a factor, at most 1; its provenance stays. */
export function scaled(share: Quantity, factor: number): Quantity {
  const part = (value: number): number => Math.min(1, value * factor);
  return {
    ...share,
    likely: part(share.likely),
    ...(share.low === undefined ? {} : { low: part(share.low) }),
    ...(share.high === undefined ? {} : { high: part(share.high) }),
  };
}

/** The share of items that take both of two flows; its provenance is dropped, since nobody measured the product. */
export function product(a: Quantity, b: Quantity): Quantity {
  const likely = a.likely * b.likely;
  if ([a.low, a.high, b.low, b.high].every((bound) => bound === undefined)) return { likely };
  return {
    likely,
    low: (a.low ?? a.likely) * (b.low ?? b.likely),
    high: (a.high ?? a.likely) * (b.high ?? b.likely),
  };
}

/** What each of the flows out of one node carries: a single blank is the remainder, several blanks are unknown (null). */
export function knownShares(flows: readonly FlowAt[]): Map<string, Quantity | null> {
  const blanks = flows.filter(({ flow }) => flow.share === undefined).length;
  const given = flows.reduce((sum, { flow }) => sum + (flow.share?.likely ?? 0), 0);
  const rest = blanks > 1 ? null : flows.length === 1 ? whole : { likely: Math.max(0, 1 - given) };
  return new Map(flows.map(({ id, flow }) => [id, flow.share ?? rest]));
}

/** Sum of the given shares out of a node, or null where one is blank. */
export function sumOfShares(flows: readonly FlowAt[]): number | null {
  if (flows.some(({ flow }) => flow.share === undefined)) return null;
  return flows.reduce((sum, { flow }) => sum + (flow.share?.likely ?? 0), 0);
}

const isComplete = (sum: number | null): boolean => sum !== null && Math.abs(sum - 1) <= 0.01;

/** Run once before flows are taken away and once (its answer) after it: shares that were complete out of a node become complete again. A flow that is left alone needs no share. */
export function keepComplete(draft: ProjectDraft): () => void {
  const nodes = new Set(Object.values(draft.flows).map((flow) => flow.from));
  const before = new Map([...nodes].map((node) => [node, carriedFrom(draft, node)]));
  const complete = [...before]
    .filter(([, flows]) => flows.length > 1 && isComplete(sumOfShares(flows)))
    .map(([node]) => node);
  const counts = new Map([...before].map(([node, flows]) => [node, flows.length]));
  return () => {
    for (const node of nodes) {
      const left = carriedFrom(draft, node);
      const only = left.length === 1 ? draft.flows[left[0]?.id ?? ''] : undefined;
      if (only && (counts.get(node) ?? 0) > 1) delete only.share;
    }
    for (const node of complete) rescale(draft, node);
  };
}

function rescale(draft: ProjectDraft, node: string): void {
  const flows = carriedFrom(draft, node);
  const sum = sumOfShares(flows);
  if (sum === null || sum === 0 || isComplete(sum)) return;
  for (const { id, flow } of flows) {
    const row = draft.flows[id];
    if (row && flow.share) row.share = scaled(flow.share, 1 / sum);
  }
}
