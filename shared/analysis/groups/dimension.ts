import type { AnalysisRule } from '../rule';

/** Rules about the four dimensions. */
export const dimensionRules: readonly AnalysisRule[] = [];
