import type { Facts, NodeFacts } from './facts';
import { leadsOn } from './facts-onward';
import type { StepFacts } from './facts-steps';
import { touchesConsumer } from './facts-touch';

/** A part of the way on which the consumer hears nothing. */
export interface Silence {
  /** Working time of one item, once through. */
  readonly minutes: number;
  /** Names of the steps that touch the consumer before and after it; null for the demand and the value. */
  readonly from: string | null;
  readonly to: string | null;
  /** Ids of its steps, the one that ends it included. */
  readonly steps: readonly string[];
  /** Ids of its steps of which nobody said whether they touch the consumer. */
  readonly unsaid: readonly string[];
}

/** One step of the way, or a fork in which the consumer hears from a step while the others go on. */
type Leg = { readonly step: StepFacts; readonly isBlock: boolean };

function timeOf({ detached, wait, processTime }: StepFacts): { wait: number; work: number } {
  return detached ? { wait: 0, work: 0 } : { wait: wait?.mean ?? 0, work: processTime?.mean ?? 0 };
}

const lengthOf = (legs: readonly Leg[]): number =>
  legs.reduce((sum, { step }) => sum + timeOf(step).wait + timeOf(step).work, 0);

/** The way that most items take, once through, up to the value point; of a fork the longest branch. */
function mainWay(facts: Facts): Leg[] {
  const nodes = new Map(facts.nodes.map((node) => [node.id, node]));
  const steps = new Map(facts.steps.map((step) => [step.id, step]));
  const blocks = new Map(facts.structure.blocks.map((block) => [block.fork, block]));
  const seen = new Set<string>();
  const likeliest = ({ exits }: NodeFacts): string | undefined =>
    exits
      .filter(leadsOn)
      .reduce<(typeof exits)[number] | undefined>(
        (best, flow) =>
          best !== undefined && (best.likelihood ?? 0) >= (flow.likelihood ?? 0) ? best : flow,
        undefined,
      )?.to;
  const walk = (from: string | undefined, until: string | null): Leg[] => {
    const legs: Leg[] = [];
    let id = from;
    while (id !== undefined && id !== until && !seen.has(id)) {
      seen.add(id);
      const node = nodes.get(id);
      const step = steps.get(id);
      if (node === undefined || step?.afterValue === true) break;
      if (step !== undefined) legs.push({ step, isBlock: false });
      const block = blocks.get(id);
      if (block === undefined) id = likeliest(node);
      else {
        const inside = block.branches.flatMap((branch) => branch.nodes.flatMap((at) => steps.get(at) ?? []));
        const heard = inside.find((each) => touchesConsumer(each) === true && !each.afterValue);
        const ways = node.exits.map((flow) => walk(flow.to, block.join));
        if (heard !== undefined) legs.push({ step: heard, isBlock: true });
        else legs.push(...ways.reduce((best, way) => (lengthOf(way) > lengthOf(best) ? way : best), []));
        id = block.join;
      }
    }
    return legs;
  };
  const starts = facts.nodes.filter((node) => node.type === 'start');
  const weight = (node: NodeFacts): number => node.exits[0]?.visitsBefore ?? 0;
  const [first, ...others] = starts;
  if (first === undefined) return [];
  return walk(others.reduce((best, node) => (weight(node) > weight(best) ? node : best), first).id, null);
}

/** The longest part of the usual way on which the consumer hears nothing; null where there is no way. Unknown times count as none. */
export function longestSilence(facts: Facts): Silence | null {
  let longest: Silence | null = null;
  let open: { minutes: number; from: string | null; steps: string[]; unsaid: string[] } = {
    minutes: 0,
    from: null,
    steps: [],
    unsaid: [],
  };
  const close = (to: StepFacts | null): void => {
    if (longest === null || open.minutes > longest.minutes)
      longest = { ...open, steps: to === null ? open.steps : [...open.steps, to.id], to: to?.name ?? null };
    open = { minutes: 0, from: to?.name ?? null, steps: [], unsaid: [] };
  };
  const way = mainWay(facts);
  for (const { step, isBlock } of way) {
    const touches = touchesConsumer(step);
    const { wait, work } = timeOf(step);
    if (!isBlock) open.minutes += touches === true ? wait : wait + work;
    if (touches === true) close(step);
    else {
      open.steps.push(step.id);
      if (touches === null) open.unsaid.push(step.id);
    }
  }
  if (way.length > 0) close(null);
  return longest;
}
