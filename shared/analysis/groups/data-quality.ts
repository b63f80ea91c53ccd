import type { AnalysisRule } from '../rule';
import { missingMeasures } from '../rules/dq-missing-measures';
import { splitProbabilities } from '../rules/dq-split-probabilities';
import { unclassifiedSteps } from '../rules/dq-unclassified-steps';

/** Rules about the data of a map. */
export const dataQualityRules: readonly AnalysisRule[] = [
  missingMeasures,
  splitProbabilities,
  unclassifiedSteps,
];
