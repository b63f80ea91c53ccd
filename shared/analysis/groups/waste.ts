import type { AnalysisRule } from '../rule';
import { failureDemand } from '../rules/waste-defects-failure-demand';
import { lowQualityOutput } from '../rules/waste-defects-low-quality-output';
import { reworkEffort } from '../rules/waste-defects-rework-effort';
import { reworkLoop } from '../rules/waste-defects-rework-loop';
import { rolledQuality } from '../rules/waste-defects-rolled-quality';
import { manySystems } from '../rules/waste-motion-many-systems';
import { rekeying } from '../rules/waste-motion-rekeying';
import { growingBacklog } from '../rules/waste-inventory-backlog-growth';
import { longQueue } from '../rules/waste-inventory-queue';
import { manyApprovals } from '../rules/waste-overprocessing-approvals';
import { duplicateStep } from '../rules/waste-overprocessing-duplicate-step';
import { repeatedChecks } from '../rules/waste-overprocessing-inspections';
import { nvaStep } from '../rules/waste-overprocessing-nva-step';
import { rubberStamp } from '../rules/waste-overprocessing-rubber-stamp';
import { statusSteps } from '../rules/waste-overproduction-status-steps';
import { unusedOutput } from '../rules/waste-overproduction-unused-output';
import { manyEscalations } from '../rules/waste-skills-escalation';
import { expertOnRoutine } from '../rules/waste-skills-expert-on-routine';
import { manyHandoffs } from '../rules/waste-transport-handoffs';
import { passThrough } from '../rules/waste-transport-pass-through';
import { pingPong } from '../rules/waste-transport-ping-pong';
import { waitingApproval } from '../rules/waste-waiting-approval';
import { waitingConsumer } from '../rules/waste-waiting-consumer';
import { knownBarrier } from '../rules/waste-waiting-known-barrier';
import { waitingSupplier } from '../rules/waste-waiting-supplier';

/** Rules about the eight wastes. */
export const wasteRules: readonly AnalysisRule[] = [
  manyHandoffs,
  pingPong,
  passThrough,
  rekeying,
  manySystems,
  longQueue,
  growingBacklog,
  waitingApproval,
  waitingConsumer,
  waitingSupplier,
  knownBarrier,
  unusedOutput,
  statusSteps,
  manyApprovals,
  rubberStamp,
  repeatedChecks,
  nvaStep,
  duplicateStep,
  lowQualityOutput,
  rolledQuality,
  reworkLoop,
  reworkEffort,
  failureDemand,
  manyEscalations,
  expertOnRoutine,
];
