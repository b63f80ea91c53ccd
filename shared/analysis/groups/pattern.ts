import type { AnalysisRule } from '../rule';
import { approvalOnStandardRequest } from '../rules/pattern-approval-on-standard-request';
import { deployWithoutTest } from '../rules/pattern-deploy-without-test';
import { incidentsWithoutLearning } from '../rules/pattern-incidents-without-learning';
import { noStandardRoute } from '../rules/pattern-no-standard-route';

/** Rules about patterns of service management. */
export const patternRules: readonly AnalysisRule[] = [
  noStandardRoute,
  approvalOnStandardRequest,
  deployWithoutTest,
  incidentsWithoutLearning,
];
