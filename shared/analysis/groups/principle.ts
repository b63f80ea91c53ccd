import type { AnalysisRule } from '../rule';
import { manualStandardWork } from '../rules/principle-manual-standard-work';
import { noFeedbackLoop } from '../rules/principle-no-feedback-loop';
import { unobservedCurrentState } from '../rules/principle-unobserved-current-state';

/** Rules about the guiding principles. */
export const principleRules: readonly AnalysisRule[] = [
  unobservedCurrentState,
  noFeedbackLoop,
  manualStandardWork,
];
