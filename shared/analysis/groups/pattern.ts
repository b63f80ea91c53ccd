import type { AnalysisRule } from '../rule';

/** Rules about patterns of service management. */
export const patternRules: readonly AnalysisRule[] = [];
