import type { MapNode } from '../model/project';
import type { MapGraph, WithId } from '../model/queries';
import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { arithmeticText as text } from '../text/arithmetic';
import { lineOf } from './branches';
import { type ClockReading, readClock } from './clock';
import { contributionsOf } from './contributions';
import {
  nameOf,
  plainInput,
  quantityInput,
  sayTime,
  sayVisits,
  shownTime,
  type Term,
} from './explain-inputs';
import type { ExplainedInput, LeftOut } from './explain-types';
import type { FigureInput } from './figure';
import { isOnClock } from './lead-time';
import type { StepTimes } from './step-times';
import type { Contribution } from './types';

/** The clock of the customer in one of its readings. */
export type ClockKind = 'expected' | 'singlePass' | 'tail' | 'sla';

/** One reading of the clock, with what each step adds to it. */
export interface ClockView {
  readonly kind: ClockKind;
  readonly graph: MapGraph;
  /** Solution and step times of this reading; `expected` is the solution that is read. */
  readonly input: FigureInput;
  readonly reading: ClockReading;
  readonly contributions: readonly Contribution[];
}

function inputOf(input: FigureInput, kind: ClockKind): FigureInput {
  const change = (make: (step: StepTimes) => StepTimes): FigureInput => ({
    ...input,
    steps: input.steps.map(make),
  });
  switch (kind) {
    case 'expected':
      return input;
    case 'singlePass':
      return { ...input, steps: input.singlePassSteps, expected: input.singlePass };
    case 'tail':
      return change((step) => ({ ...step, afterValue: !step.afterValue }));
    case 'sla':
      return change((step) => ({ ...step, holdsUp: step.holdsUp && !step.stopsClock }));
  }
}

/** Reads the clock of a map in one way. */
export function clockView(whole: FigureInput, kind: ClockKind): ClockView {
  const input = inputOf(whole, kind);
  const reading = readClock(input.structure, input.expected, input.steps, isOnClock);
  return {
    kind,
    graph: input.structure.network.graph,
    input,
    reading,
    contributions: contributionsOf(input, reading),
  };
}

/** Which part of a step's time is looked at. */
export type ClockPart = 'clock' | 'process' | 'wait' | 'valueAdding';

const product = (factor: number | null, amount: number | null): number | null =>
  factor === 0 || amount === 0 ? 0 : factor === null || amount === null ? null : factor * amount;

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

function minutesOf({ wait, processTime }: Contribution, part: ClockPart): number | null {
  if (part === 'wait') return wait;
  return part === 'clock' ? plus(wait, processTime) : processTime;
}

function sayTerms(own: Contribution, part: ClockPart): string {
  const { clockVisits, wait, processTime } = own;
  const [shownWait, shownWork] = [shownTime(wait), shownTime(processTime)];
  const shown = minutesOf({ ...own, wait: shownWait, processTime: shownWork }, part);
  const visits = sayVisits(clockVisits, { shown, exact: minutesOf(own, part) });
  const said =
    part === 'wait'
      ? text.wait(sayTime(wait))
      : part !== 'clock'
        ? text.work(sayTime(processTime))
        : text.sum([text.wait(sayTime(wait)), text.work(sayTime(processTime))]);
  if (visits === '') return said;
  return `${visits} ${part === 'clock' ? text.group(said) : said}`;
}

/** What goes into the time of a step, with provenance. */
export function timeInputs(node: WithId<MapNode>, part: ClockPart, own: Contribution): ExplainedInput[] {
  const wait = quantityInput(text.fieldNames.wait, node.wait, formatDuration);
  const converted = own.isConverted && wait.source !== null;
  const source = converted ? text.said.list([wait.source ?? '', text.said.converted]) : wait.source;
  const work = quantityInput(text.fieldNames.processTime, node.processTime, formatDuration);
  const repeat =
    own.repeat === null || part === 'wait'
      ? []
      : [plainInput(text.inputs.repeat, text.ofFirst(formatShare(own.repeat.factor, 0)))];
  const visits =
    own.clockVisits === null || Math.abs(own.clockVisits - 1) < 1e-9
      ? []
      : [plainInput(text.inputs.visits, formatNumber(own.clockVisits))];
  const times =
    part === 'clock' ? [{ ...wait, source }, work] : part === 'wait' ? [{ ...wait, source }] : [work];
  return [...times, ...repeat, ...visits];
}

const counts = ({ clockVisits, onPath }: Contribution): boolean =>
  clockVisits === null ? onPath : clockVisits > 0;

/** What each step adds to a time on the clock, minutes. */
export function clockTerms(view: ClockView, part: ClockPart): Term[] {
  return view.contributions.flatMap((own) => {
    const node = view.graph.node.get(own.node);
    if (!node || !counts(own)) return [];
    if (part === 'valueAdding' && node.value !== 'VA') return [];
    return [
      {
        about: [own.node],
        name: nameOf(view.graph, own.node),
        terms: sayTerms(own, part),
        amount: product(own.clockVisits, minutesOf(own, part)),
        inputs: timeInputs(node, part, own),
      },
    ];
  });
}

/** Minutes on the clock of one branch, over all its passes; null where unknown. */
function branchTime({ reading }: ClockView, region: number): number | null {
  const time = reading.branches.get(region);
  return time !== undefined && time.low === time.high ? time.low : null;
}

function sayBranch(view: ClockView, at: number): string | null {
  const { blocks } = view.input.structure;
  const line = lineOf(blocks, blocks.regionOf[at] ?? 0);
  const shorter = line.findLast((region) => !view.reading.longest.has(region));
  if (shorter === undefined) return null;
  const block = blocks.blocks.find(({ branches }) => branches.includes(shorter));
  const longest = block?.branches.find((region) => view.reading.longest.has(region));
  const own = branchTime(view, shorter);
  const beside = longest === undefined ? null : branchTime(view, longest);
  return own === null || beside === null
    ? text.off.parallelOpen
    : text.off.parallel(formatDuration(own), formatDuration(beside));
}

function whyOff(view: ClockView, at: number, isReachable: boolean): string | null {
  const { input, kind } = view;
  const step = input.steps[at];
  const node = input.structure.network.nodes[at];
  if (!step || !node) return null;
  if (!isReachable) return text.off.unreachable;
  if (input.expected.isKnown[at] === 1 && (input.expected.visits[at] ?? 0) === 0)
    return kind === 'singlePass' ? text.off.notVisited : text.off.neverVisited;
  if (kind === 'sla' && node.stopsClock === true && !node.afterValue) return text.off.stopped;
  if (!step.holdsUp) return text.off.detached;
  if (step.afterValue) return kind === 'tail' ? text.off.beforeValue : text.off.afterValue;
  return sayBranch(view, at);
}

/** The steps that add nothing to the clock, and why. */
export function offClock(view: ClockView, unreachable: readonly string[]): LeftOut[] {
  const { nodes } = view.input.structure.network;
  if (view.input.expected.problems.length > 0) return [];
  const adding = new Set(view.contributions.filter(counts).map(({ node }) => node));
  return nodes.flatMap((node, at) => {
    if (node.type !== 'step' || adding.has(node.id)) return [];
    const why = whyOff(view, at, !unreachable.includes(node.id));
    return why === null ? [] : [{ about: node.id, name: nameOf(view.graph, node.id), why }];
  });
}

/** Ids of the steps that add to the clock. */
export function stepsOnClock(view: ClockView): string[] {
  return view.contributions.filter(counts).map(({ node }) => node);
}
