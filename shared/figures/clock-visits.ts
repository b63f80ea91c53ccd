import { lineOf } from './branches';
import type { ClockReading } from './clock';
import type { FigureInput } from './figure';
import { isOnClock } from './lead-time';
import type { Block } from './parallel-blocks';
import type { StepTimes } from './step-times';

/** Visits per node that count, and what they come to. */
interface Part {
  readonly clock: number;
  readonly process: number;
  readonly valueAdding: number;
  readonly visits: readonly (readonly [node: number, visits: number])[];
}

interface Levels {
  readonly input: FigureInput;
  readonly nodesIn: readonly (readonly number[])[];
  readonly blocksIn: readonly (readonly Block[])[];
}

type VisitsOf = (node: number) => number;

const together = (parts: readonly Part[], factor = 1): Part => ({
  clock: parts.reduce((sum, part) => sum + part.clock * factor, 0),
  process: parts.reduce((sum, part) => sum + part.process * factor, 0),
  valueAdding: parts.reduce((sum, part) => sum + part.valueAdding * factor, 0),
  visits: parts.flatMap((part) => part.visits.map(([node, visits]) => [node, visits * factor] as const)),
});

function partOf(step: StepTimes | undefined, node: number, visits: number): Part {
  if (!step || !isOnClock(step)) return { clock: 0, process: 0, valueAdding: 0, visits: [] };
  const process = visits * (step.processTime ?? 0);
  return {
    clock: process + visits * (step.wait ?? 0),
    process,
    valueAdding: step.addsValue === true ? process : 0,
    visits: [[node, visits]],
  };
}

const longest = (branches: readonly Part[]): Part[] =>
  [...branches]
    .sort((a, b) => b.clock - a.clock || b.process - a.process || b.valueAdding - a.valueAdding)
    .slice(0, 1);

function readBlock(map: Levels, block: Block, visits: VisitsOf): Part {
  const pass = map.input.expected.passes.get(block);
  if (!pass?.hasEntries) {
    return together(longest(block.branches.map((region) => readRegion(map, region, visits))));
  }
  const forks = visits(block.fork);
  const inside = block.branches.map(
    (_, at): VisitsOf =>
      (node) =>
        pass.visits[at]?.get(node) ?? 0,
  );
  const passing = block.branches.map((region, at) => readRegion(map, region, inside[at] ?? visits));
  const later = block.branches.map((region, at) =>
    readRegion(map, region, (node) => Math.max(0, visits(node) - forks * (inside[at]?.(node) ?? 0))),
  );
  return together([together(longest(passing), forks), ...later]);
}

function readRegion(map: Levels, region: number, visits: VisitsOf): Part {
  const own = (map.nodesIn[region] ?? []).map((node) => partOf(map.input.steps[node], node, visits(node)));
  const blocks = (map.blocksIn[region] ?? []).map((block) => readBlock(map, block, visits));
  return together([...own, ...blocks]);
}

/** Reads the clock once more, block by block, where items also enter blocks from outside. */
function readEntered(input: FigureInput): Float64Array {
  const { blocks } = input.structure;
  const nodesIn: number[][] = blocks.list.map(() => []);
  const blocksIn: Block[][] = blocks.list.map(() => []);
  blocks.regionOf.forEach((region, node) => nodesIn[region]?.push(node));
  for (const block of blocks.blocks) blocksIn[blocks.regionOf[block.fork] ?? 0]?.push(block);
  const { visits } = input.expected;
  const sum = new Float64Array(visits.length);
  for (const [node, amount] of readRegion({ input, nodesIn, blocksIn }, 0, (at) => visits[at] ?? 0).visits)
    sum[node] = (sum[node] ?? 0) + amount;
  return sum;
}

/** Visits of each node that count on the customer's clock, so that their times add up to the expected lead time; null where unknown. */
export function clockVisits(
  input: FigureInput,
  { total, longest: open }: ClockReading,
  onPath: (node: number) => boolean,
): (number | null)[] {
  const { expected, structure } = input;
  const { blocks, network } = structure;
  const hasEntries = [...expected.passes.values()].some((pass) => pass.hasEntries);
  if (hasEntries && total.clock.low === total.clock.high) return [...readEntered(input)];
  const undecided = new Set(
    blocks.blocks
      .filter(
        (block) =>
          expected.passes.get(block)?.hasEntries === true ||
          block.branches.filter((region) => open.has(region)).length > 1,
      )
      .flatMap((block) => block.branches),
  );
  return network.nodes.map((_, at) => {
    if (!onPath(at)) return 0;
    const line = lineOf(blocks, blocks.regionOf[at] ?? 0);
    const isKnown = expected.isKnown[at] === 1 && !line.some((region) => undecided.has(region));
    return isKnown ? (expected.visits[at] ?? 0) : null;
  });
}
