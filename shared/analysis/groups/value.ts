import type { AnalysisRule } from '../rule';
import { nnvaWithoutReason } from '../rules/value-nnva-without-reason';
import { noConsumerContact } from '../rules/value-no-consumer-contact';

/** Rules about value and the consumer. */
export const valueRules: readonly AnalysisRule[] = [nnvaWithoutReason, noConsumerContact];
