import type { Solution, Structure } from './solution';
import type { Span, StepTimes } from './step-times';
import type { Figure, MissingInput } from './types';

/** Everything that the figures of one map are computed from. */
export interface FigureInput {
  readonly structure: Structure;
  /** Means over all expected visits. */
  readonly steps: readonly StepTimes[];
  /** The same over the visits of a single pass, and without rework. */
  readonly singlePassSteps: readonly StepTimes[];
  readonly calmSteps: readonly StepTimes[];
  readonly expected: Solution;
  readonly singlePass: Solution;
  readonly withoutRework: Solution;
}

const finite = (amount: number): number | null => (Number.isFinite(amount) ? amount : null);

/** A figure that is known where its span is one amount, else bounded by its span; a bound of zero says nothing and is left out. */
export function figureOf(span: Span, coverage: number, missing: readonly MissingInput[]): Figure {
  const value = span.low === span.high ? finite(span.low) : null;
  if (value !== null) return { value, lower: value, upper: value, coverage, missing: [] };
  return {
    value,
    lower: span.low > 0 ? finite(span.low) : null,
    upper: finite(span.high),
    coverage,
    missing,
  };
}

/** A figure of which nothing is known. */
export function unknownFigure(coverage: number, missing: readonly MissingInput[]): Figure {
  return { value: null, lower: null, upper: null, coverage, missing };
}

/** A figure times a factor; where the factor is unknown, so is all of it, and `lacking` says what lacks. */
export function scaledFigure(
  { value, lower, upper, coverage, missing }: Figure,
  factor: number | null,
  lacking: readonly MissingInput[],
): Figure {
  if (factor === null) return unknownFigure(coverage, [...missing, ...lacking]);
  const scale = (amount: number | null): number | null => (amount === null ? null : factor * amount);
  return { value: scale(value), lower: scale(lower), upper: scale(upper), coverage, missing };
}

/** Why visits are unknown: impossible ways first, then shares. */
export function gapsOf(solution: Solution): readonly MissingInput[] {
  return [...solution.problems, ...solution.unknownShares];
}

/** True where items come to a node, or may come to it. */
export function isReached(solution: Solution, node: number): boolean {
  return solution.problems.length > 0 || solution.isKnown[node] === 0 || (solution.visits[node] ?? 0) > 0;
}

/** Step fields that a figure needs: which lack, and which part is known, weighted by visits (1 where they are unknown). */
export function needs(
  { structure, steps }: FigureInput,
  solution: Solution,
  isNeeded: (step: StepTimes, node: number) => boolean,
  fields: readonly { readonly field: MissingInput['field']; readonly isKnown: (node: number) => boolean }[],
): { readonly coverage: number; readonly missing: readonly MissingInput[] } {
  const missing: MissingInput[] = [];
  const isSolved = solution.problems.length === 0;
  let all = 0;
  let known = 0;
  structure.network.nodes.forEach((node, at) => {
    const step = steps[at];
    if (!step?.isStep || !isReached(solution, at) || !isNeeded(step, at)) return;
    const weight = isSolved && solution.isKnown[at] === 1 ? (solution.visits[at] ?? 0) : 1;
    for (const { field, isKnown } of fields) {
      all += weight;
      if (isKnown(at)) known += weight;
      else missing.push({ about: node.id, field });
    }
  });
  return { coverage: all === 0 ? 1 : known / all, missing: [...gapsOf(solution), ...missing] };
}

/** The fields of a step that times and ratios need. */
export function timeFields(
  steps: readonly StepTimes[],
  ...names: readonly ('wait' | 'processTime' | 'value')[]
): { field: 'wait' | 'processTime' | 'value'; isKnown: (node: number) => boolean }[] {
  return names.map((field) => ({
    field,
    isKnown: (node) => (field === 'value' ? steps[node]?.addsValue : steps[node]?.[field]) !== null,
  }));
}
