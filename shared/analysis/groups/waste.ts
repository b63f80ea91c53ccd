import type { AnalysisRule } from '../rule';
import { reworkLoop } from '../rules/waste-defects-rework-loop';
import { rekeying } from '../rules/waste-motion-rekeying';
import { manyApprovals } from '../rules/waste-overprocessing-approvals';
import { nvaStep } from '../rules/waste-overprocessing-nva-step';
import { manyHandoffs } from '../rules/waste-transport-handoffs';

/** Rules about the eight wastes. */
export const wasteRules: readonly AnalysisRule[] = [
  manyHandoffs,
  rekeying,
  manyApprovals,
  nvaStep,
  reworkLoop,
];
