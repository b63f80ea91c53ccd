import type { AnalysisRule } from '../rule';
import { classInDoubt } from '../rules/value-class-in-doubt';
import { consumerEffort } from '../rules/value-consumer-effort';
import { lowValueAddingShare } from '../rules/value-low-va-share';
import { nnvaWithoutReason } from '../rules/value-nnva-without-reason';
import { noConsumerContact } from '../rules/value-no-consumer-contact';
import { noOutcome } from '../rules/value-no-outcome';
import { noVerification } from '../rules/value-no-verification';
import { warrantyNotDesigned } from '../rules/value-warranty-not-designed';

/** Rules about value and the consumer. */
export const valueRules: readonly AnalysisRule[] = [
  noOutcome,
  noConsumerContact,
  noVerification,
  lowValueAddingShare,
  classInDoubt,
  nnvaWithoutReason,
  consumerEffort,
  warrantyNotDesigned,
];
