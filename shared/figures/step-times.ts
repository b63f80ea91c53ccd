import { waitIn } from '../model/calendar-convert';
import { knownMean } from '../model/quantity';
import { lineOf } from './branches';
import type { Structure } from './solution';

/** What is certain of an amount: never less than `low`, never more than `high` (Infinity where nothing bounds it). */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Nothing at all, for certain. */
export const nothing: Span = { low: 0, high: 0 };

/** The span of an amount that is known, or of one that is not. */
export function spanOf(amount: number | null): Span {
  return amount === null ? { low: 0, high: Number.POSITIVE_INFINITY } : { low: amount, high: amount };
}

/** Both together. */
export function plus(a: Span, b: Span): Span {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** So many times, where the number of times is a span itself; none of something unknown is none. */
export function times(span: Span, low: number, high: number): Span {
  return { low: span.low * low, high: span.high === 0 || high === 0 ? 0 : span.high * high };
}

/** What one visit of a node takes, in minutes. */
export interface StepTimes {
  readonly isStep: boolean;
  /** True where the time holds up the item (no branch that is not waited for). */
  readonly holdsUp: boolean;
  readonly afterValue: boolean;
  /** True where the clock of the service level stands still. */
  readonly stopsClock: boolean;
  /** In working time of the map's calendar. */
  readonly wait: number | null;
  readonly processTime: number | null;
  /** Part of the process time that a repeat takes; 1 where nothing is said. */
  readonly repeatFactor: number;
  /** Mean process time over all visits, as part of the first one; null where that is not worked out. */
  readonly meanPart: number | null;
  /** Chance that an item comes here at all, where repeats take another time; null where that is not worked out. */
  readonly reach: number | null;
  /** People busy at once; one where nothing is said. */
  readonly crew: number;
  /** True, false, or null where the step is not classified. */
  readonly addsValue: boolean | null;
}

/** What one visit takes (the first, where repeats take less), for each node of a network; nodes that are no steps take no time. */
export function stepTimesOf({ network, blocks }: Structure): StepTimes[] {
  return network.nodes.map((node, at) => {
    const isStep = node.type === 'step';
    const regions = lineOf(blocks, blocks.regionOf[at] ?? 0);
    const isDetached = node.detached === true || regions.some((region) => blocks.list[region]?.isDetached);
    return {
      isStep,
      holdsUp: isStep && !isDetached,
      afterValue: node.afterValue === true,
      stopsClock: node.stopsClock === true,
      wait: isStep ? knownMean(waitIn(node, network.graph.calendar)) : 0,
      processTime: isStep ? knownMean(node.processTime) : 0,
      repeatFactor: knownMean(node.repeatFactor) ?? 1,
      meanPart: 1,
      reach: null,
      crew: knownMean(node.crew) ?? 1,
      addsValue: !isStep ? false : node.value === undefined ? null : node.value === 'VA',
    };
  });
}
