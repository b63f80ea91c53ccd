import type { AnalysisRule } from '../rule';
import { reworkLoop } from '../rules/waste-defects-rework-loop';
import { rekeying } from '../rules/waste-motion-rekeying';
import { manyApprovals } from '../rules/waste-overprocessing-approvals';
import { nvaStep } from '../rules/waste-overprocessing-nva-step';
import { manyHandoffs } from '../rules/waste-transport-handoffs';
import { passThrough } from '../rules/waste-transport-pass-through';
import { pingPong } from '../rules/waste-transport-ping-pong';
import { waitingApproval } from '../rules/waste-waiting-approval';
import { waitingConsumer } from '../rules/waste-waiting-consumer';
import { waitingSupplier } from '../rules/waste-waiting-supplier';

/** Rules about the eight wastes. */
export const wasteRules: readonly AnalysisRule[] = [
  manyHandoffs,
  pingPong,
  passThrough,
  rekeying,
  waitingApproval,
  waitingConsumer,
  waitingSupplier,
  manyApprovals,
  nvaStep,
  reworkLoop,
];
