import { formatDuration, formatNumber } from '../model/units-format';
import { arithmeticText as text } from '../text/arithmetic';
import {
  type ClockKind,
  type ClockPart,
  type ClockView,
  clockTerms,
  clockView,
  offClock,
} from './explain-clock';
import { numberInput, plainInput, type Term } from './explain-inputs';
import type { ExplainedInput, Explanation, LeftOut } from './explain-types';
import type { FigureInput } from './figure';
import { minutesPerMonth } from './takt';
import type { Figures, SampledLeadTime } from './types';

/** What a figure is explained from. */
export interface Explaining {
  readonly input: FigureInput;
  readonly figures: Figures;
  readonly sampled: SampledLeadTime | null;
}

/** The parts of an explanation that differ from figure to figure. */
export interface Parts {
  readonly rowsAre: Explanation['rowsAre'];
  readonly terms: readonly Term[];
  /** What rows add up to: the figure, 100 % minus it, or nothing. */
  readonly sum: 'figure' | 'complement' | 'none';
  readonly inputs: readonly ExplainedInput[];
  readonly worked: string | null;
  /** The clock whose path is shown, and what is left out of it. */
  readonly view: ClockView | null;
  readonly off: readonly LeftOut[];
}

/** An explanation with nothing in it yet. */
export const plain: Parts = {
  rowsAre: 'contributions',
  terms: [],
  sum: 'figure',
  inputs: [],
  worked: null,
  view: null,
  off: [],
};

/** A formatted amount, where there is one. */
export const known = (value: number | null, format: (amount: number) => string): string | null =>
  value === null ? null : format(value);

/** `left = right`, where all of it is known. */
export function equation(
  right: string | null,
  left: (first: string, second: string, third: string) => string,
  parts: readonly (string | null)[],
): string | null {
  const [first, second = '', third = ''] = parts;
  const isKnown = parts.every((part) => part !== null);
  return right === null || !isKnown || first === undefined
    ? null
    : text.equals(left(first ?? '', second ?? '', third ?? ''), right);
}

/** One part divided by another, in words. */
export const divided = (part: string, whole: string): string => text.divided(part, whole);
/** Factors in words. */
export const product = (...factors: string[]): string => text.product(factors.filter((each) => each !== ''));

/** A time on the clock, step by step. */
export function clockParts({ input, figures }: Explaining, kind: ClockKind, part: ClockPart): Parts {
  const view = clockView(input, kind);
  return { ...plain, terms: clockTerms(view, part), view, off: offClock(view, figures.unreachable) };
}

/** Terms in minutes as terms of a figure that is so many times as large. */
export function scaled(terms: readonly Term[], factor: number | null): Term[] {
  return terms.map((term) => ({
    ...term,
    terms: term.amount === null ? term.terms : text.equals(term.terms, formatDuration(term.amount)),
    amount: term.amount === null || factor === null ? null : term.amount * factor,
  }));
}

/** The demand as an input. */
export const demandInput = ({ input }: Explaining): ExplainedInput =>
  numberInput(text.inputs.demand, input.structure.network.graph.stream.demandPerMonth);

/** The working hours of a month as an input. */
export const hoursInput = ({ input }: Explaining): ExplainedInput =>
  plainInput(text.inputs.hours, `${formatNumber(minutesPerMonth(input.structure.network.graph) / 60)} h`);
