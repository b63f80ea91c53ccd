import { lineOf } from '../../../shared/figures/branches';
import type { Block } from '../../../shared/figures/parallel-blocks';
import { xlsxText } from '../../../shared/text/xlsx';
import { textCell } from './cells';
import { columnRange } from './sheet-xml';
import { known, product, sum, type Term } from './terms';
import { put, type Working } from './working';

const words = xlsxText.calculation;

/** Times on the clock of each node. */
export interface ClockTimes {
  readonly wait: readonly Term[];
  readonly work: readonly Term[];
  readonly single: readonly Term[];
}

/** 1 for each node on the longest branches, else 0: with everything that happens, and on a single pass. */
export interface Flags {
  readonly expected: readonly Term[];
  readonly single: readonly Term[];
}

/** What a branch takes, and whether it is the longest one. */
interface Branch {
  readonly clock: Term;
  readonly work: Term;
  readonly single: Term;
  readonly isLongest: Term;
  readonly isLongestSingle: Term;
}

/** Of branches with the same time that with more work is the longest; this weighs the work. */
const tieBreak = 1e-9;

const headings = [
  words.branches,
  words.clock,
  words.workOf,
  words.rank,
  words.isLongest,
  words.singleClock,
  words.longestSingle,
];

interface Reading {
  readonly working: Working;
  readonly times: ClockTimes;
  readonly first: number;
  readonly branches: Map<number, Branch>;
  row: number;
}

/** What the steps and the inner blocks of a branch take together. */
function insideOf(
  { working, times, branches }: Reading,
  region: number,
): Pick<Branch, 'clock' | 'work' | 'single'> {
  const { blocks } = working.input.figures.structure;
  const nodes = [...blocks.regionOf].flatMap((own, at) => (own === region ? [at] : []));
  const inner = blocks.blocks
    .filter(({ fork }) => blocks.regionOf[fork] === region)
    .flatMap((block) => block.branches.flatMap((each) => branches.get(each) ?? []));
  const all = (terms: readonly Term[], of: (branch: Branch) => Term): Term =>
    sum(...nodes.map((at) => terms[at] ?? known(0)), ...inner.map(of));
  return {
    clock: sum(
      all(times.wait, () => known(0)),
      all(times.work, ({ clock, isLongest }) => product(clock, isLongest)),
    ),
    work: all(times.work, ({ work, isLongest }) => product(work, isLongest)),
    single: all(times.single, ({ single, isLongestSingle }) => product(single, isLongestSingle)),
  };
}

/** 1 for the first of the longest, else 0. */
function longestFlags(terms: readonly Term[], range: string): Term[] {
  const values = terms.map(({ value }) => value);
  const best = values.includes(null) ? null : values.indexOf(Math.max(...values.map((value) => value ?? 0)));
  return terms.map((_, at) => ({
    code: `IF(MATCH(MAX(${range}),${range},0)=${at + 1},1,0)`,
    value: best === null ? null : Number(best === at),
  }));
}

function readBlock(reading: Reading, block: Block): void {
  const { working, first } = reading;
  const { blocks } = working.input.figures.structure;
  const start = reading.row;
  const rows = block.branches.map((region, at) => {
    const row = start + at;
    const name = words.branch(working.nameOf(block.fork), working.nameOf(blocks.list[region]?.first ?? -1));
    working.grid.put(first, row, textCell(name, 'faint'));
    const inside = insideOf(reading, region);
    const clock = put(working, first + 1, row, inside.clock, 'hours');
    const work = put(working, first + 2, row, inside.work, 'hours');
    const rank = put(working, first + 3, row, sum(clock, product(work, known(tieBreak))), 'hours');
    return { region, row, clock, work, rank, single: put(working, first + 5, row, inside.single, 'hours') };
  });
  reading.row += rows.length;
  const last = reading.row - 1;
  const longest = longestFlags(
    rows.map(({ rank }) => rank),
    columnRange(first + 3, start, last),
  );
  const longestSingle = longestFlags(
    rows.map(({ single }) => single),
    columnRange(first + 5, start, last),
  );
  rows.forEach(({ region, row, clock, work, single }, at) => {
    reading.branches.set(region, {
      clock,
      work,
      single,
      isLongest: put(working, first + 4, row, longest[at] ?? known(1), 'number'),
      isLongestSingle: put(working, first + 6, row, longestSingle[at] ?? known(1), 'number'),
    });
  });
}

/** Finds the longest branch of each parallel block with formulas, inner blocks first. */
export function branchTerms(working: Working, times: ClockTimes): Flags {
  const { blocks, network } = working.input.figures.structure;
  const branches = new Map<number, Branch>();
  if (blocks.blocks.length > 0) {
    const first = working.take(headings.length);
    headings.forEach((heading, at) =>
      working.grid.put(first + at, 1, textCell(heading, at === 0 ? 'heading' : 'headingEnd')),
    );
    const reading: Reading = { working, times, first, branches, row: 2 };
    for (const block of blocks.blocks) readBlock(reading, block);
  }
  const flag = (at: number, of: (branch: Branch) => Term): Term =>
    product(
      ...lineOf(blocks, blocks.regionOf[at] ?? 0).flatMap((region) => {
        const branch = branches.get(region);
        return branch === undefined ? [] : [of(branch)];
      }),
    );
  return {
    expected: network.nodes.map((_, at) => flag(at, ({ isLongest }) => isLongest)),
    single: network.nodes.map((_, at) => flag(at, ({ isLongestSingle }) => isLongestSingle)),
  };
}
