import type { AnalysisRule } from '../rule';
import { cadenceWaiting } from '../rules/flow-cadence-wait';
import { changeoverTime } from '../rules/flow-changeover';
import { couldRunInParallel } from '../rules/flow-could-run-in-parallel';
import { dominantWait } from '../rules/flow-dominant-wait';
import { highUtilisation } from '../rules/flow-high-utilisation';
import { largeBatch } from '../rules/flow-large-batch';
import { leadTimeOverTarget } from '../rules/flow-lead-time-over-target';
import { longReturn } from '../rules/flow-long-return';
import { lowActivityRatio } from '../rules/flow-low-activity-ratio';
import { overloadedResource } from '../rules/flow-overloaded-resource';
import { targetHitRate } from '../rules/flow-target-hit-rate';
import { unbalancedParallel } from '../rules/flow-unbalanced-parallel';
import { waitNotCapacity } from '../rules/flow-wait-not-capacity';
import { wipAboveNeed } from '../rules/flow-wip-above-need';

/** Rules about flow, load and time. */
export const flowRules: readonly AnalysisRule[] = [
  lowActivityRatio,
  dominantWait,
  overloadedResource,
  highUtilisation,
  waitNotCapacity,
  leadTimeOverTarget,
  targetHitRate,
  cadenceWaiting,
  largeBatch,
  changeoverTime,
  unbalancedParallel,
  couldRunInParallel,
  wipAboveNeed,
  longReturn,
];
