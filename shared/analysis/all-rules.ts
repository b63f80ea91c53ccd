import type { AnalysisRule } from './rule';
import { missingMeasures } from './rules/dq-missing-measures';
import { splitProbabilities } from './rules/dq-split-probabilities';
import { unclassifiedSteps } from './rules/dq-unclassified-steps';
import { dominantWait } from './rules/flow-dominant-wait';
import { leadTimeOverTarget } from './rules/flow-lead-time-over-target';
import { manualStandardWork } from './rules/principle-manual-standard-work';
import { noFeedbackLoop } from './rules/principle-no-feedback-loop';
import { unobservedCurrentState } from './rules/principle-unobserved-current-state';
import { nnvaWithoutReason } from './rules/value-nnva-without-reason';
import { noConsumerContact } from './rules/value-no-consumer-contact';
import { reworkLoop } from './rules/waste-defects-rework-loop';
import { rekeying } from './rules/waste-motion-rekeying';
import { manyApprovals } from './rules/waste-overprocessing-approvals';
import { nvaStep } from './rules/waste-overprocessing-nva-step';
import { manyHandoffs } from './rules/waste-transport-handoffs';

/** Every rule, in the order of the catalogue: data, flow, waste, value, guiding principles. */
export const allRules: readonly AnalysisRule[] = [
  missingMeasures,
  splitProbabilities,
  unclassifiedSteps,
  dominantWait,
  leadTimeOverTarget,
  manyHandoffs,
  rekeying,
  manyApprovals,
  nvaStep,
  reworkLoop,
  nnvaWithoutReason,
  noConsumerContact,
  unobservedCurrentState,
  noFeedbackLoop,
  manualStandardWork,
];
