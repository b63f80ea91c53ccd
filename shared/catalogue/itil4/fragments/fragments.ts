import type { Fragment } from './fragment-type';
import { changeFragments } from './change';
import { improvementFragments } from './continual-improvement';
import { incidentFragments } from './incident';
import { problemFragments } from './problem';
import { requestFragments } from './request';
import { serviceDeskFragments } from './service-desk';
import { serviceLevelFragments } from './service-level';

/** Connected steps for the core practices, in the order of the library. */
export const fragments: readonly Fragment[] = [
  ...incidentFragments,
  ...changeFragments,
  ...problemFragments,
  ...requestFragments,
  ...serviceDeskFragments,
  ...serviceLevelFragments,
  ...improvementFragments,
];
