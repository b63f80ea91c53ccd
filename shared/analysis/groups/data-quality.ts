import type { AnalysisRule } from '../rule';
import { granularity } from '../rules/dq-granularity';
import { implausibleQuality } from '../rules/dq-implausible-quality';
import { leadShorterThanProcess } from '../rules/dq-lead-shorter-than-process';
import { littlesLawMismatch } from '../rules/dq-littles-law-mismatch';
import { loopWithoutExit } from '../rules/dq-loop-without-exit';
import { missingMeasures } from '../rules/dq-missing-measures';
import { missingTriggerOrValue } from '../rules/dq-missing-trigger-or-value';
import { mixedTimeBasis } from '../rules/dq-mixed-time-basis';
import { noDemand } from '../rules/dq-no-demand';
import { splitProbabilities } from '../rules/dq-split-probabilities';
import { tooNeat } from '../rules/dq-too-neat';
import { unclassifiedSteps } from '../rules/dq-unclassified-steps';
import { unmatchedParallel } from '../rules/dq-unmatched-parallel';
import { unreachableStep } from '../rules/dq-unreachable-step';

/** Rules about the data of a map. */
export const dataQualityRules: readonly AnalysisRule[] = [
  missingTriggerOrValue,
  unreachableStep,
  loopWithoutExit,
  unmatchedParallel,
  missingMeasures,
  splitProbabilities,
  leadShorterThanProcess,
  mixedTimeBasis,
  noDemand,
  littlesLawMismatch,
  implausibleQuality,
  tooNeat,
  granularity,
  unclassifiedSteps,
];
