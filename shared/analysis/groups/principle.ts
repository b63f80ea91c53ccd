import type { AnalysisRule } from '../rule';
import { automatingWaste } from '../rules/principle-automating-waste';
import { bigBangPlan } from '../rules/principle-big-bang-plan';
import { constraintIgnored } from '../rules/principle-constraint-ignored';
import { futureWithoutCurrent } from '../rules/principle-future-without-current';
import { invisibleWork } from '../rules/principle-invisible-work';
import { manualBetweenAutomated } from '../rules/principle-manual-between-automated';
import { manualStandardWork } from '../rules/principle-manual-standard-work';
import { noFeedbackLoop } from '../rules/principle-no-feedback-loop';
import { silentWait } from '../rules/principle-silent-wait';
import { singlePracticeStream } from '../rules/principle-single-practice-stream';
import { tooManyDecisions } from '../rules/principle-too-many-decisions';
import { unobservedCurrentState } from '../rules/principle-unobserved-current-state';

/** Rules about the guiding principles. */
export const principleRules: readonly AnalysisRule[] = [
  unobservedCurrentState,
  futureWithoutCurrent,
  bigBangPlan,
  noFeedbackLoop,
  invisibleWork,
  silentWait,
  constraintIgnored,
  singlePracticeStream,
  tooManyDecisions,
  manualStandardWork,
  automatingWaste,
  manualBetweenAutomated,
];
