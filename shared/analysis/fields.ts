/** What a rule may lack, in the words of the step table. */
export const fieldNames = [
  'process_time',
  'wait',
  'complete_accurate',
  'value',
  'share',
  'team',
  'role',
  'activity',
  'kind',
  'automation',
  'standardised',
  'rekeys',
  'systems',
  'touches_consumer',
  'source',
  'demand_per_month',
  'target_lead_time',
  'path',
] as const;
export type FieldName = (typeof fieldNames)[number];
