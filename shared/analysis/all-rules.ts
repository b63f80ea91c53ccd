import { dataQualityRules } from './groups/data-quality';
import { dimensionRules } from './groups/dimension';
import { flowRules } from './groups/flow';
import { patternRules } from './groups/pattern';
import { principleRules } from './groups/principle';
import { valueRules } from './groups/value';
import { wasteRules } from './groups/waste';
import type { AnalysisRule } from './rule';

/** Every rule, in the order of the catalogue: data, flow, waste, value, guiding principles, dimensions, patterns. */
export const allRules: readonly AnalysisRule[] = [
  ...dataQualityRules,
  ...flowRules,
  ...wasteRules,
  ...valueRules,
  ...principleRules,
  ...dimensionRules,
  ...patternRules,
];
