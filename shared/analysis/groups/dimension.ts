import type { AnalysisRule } from '../rule';
import { externalConstraintUnnamed } from '../rules/dimension-external-constraint-unnamed';
import { imbalance } from '../rules/dimension-imbalance';
import { singlePerson } from '../rules/dimension-single-person';
import { stepUndescribed } from '../rules/dimension-step-undescribed';
import { streamWithoutOwner } from '../rules/dimension-stream-without-owner';
import { supplierWithoutAgreement } from '../rules/dimension-supplier-without-agreement';
import { unusualPractice } from '../rules/dimension-unusual-practice';

/** Rules about the four dimensions. */
export const dimensionRules: readonly AnalysisRule[] = [
  streamWithoutOwner,
  singlePerson,
  stepUndescribed,
  supplierWithoutAgreement,
  imbalance,
  unusualPractice,
  externalConstraintUnnamed,
];
