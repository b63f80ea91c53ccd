import type { AnalysisRule } from '../rule';
import { dominantWait } from '../rules/flow-dominant-wait';
import { leadTimeOverTarget } from '../rules/flow-lead-time-over-target';

/** Rules about flow, load and time. */
export const flowRules: readonly AnalysisRule[] = [dominantWait, leadTimeOverTarget];
