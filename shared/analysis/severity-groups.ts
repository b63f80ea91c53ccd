import type { Severity } from '../model/value-sets';

/** The three severities that people see. */
export type SeverityGroup = 'error' | 'warning' | 'info';

const groups = {
  error: 'error',
  high: 'error',
  medium: 'warning',
  low: 'info',
  info: 'info',
} as const satisfies Record<Severity, SeverityGroup>;

/** Severity as it is shown and printed: error (`error`, `high`), warning (`medium`), info (`low`, `info`). */
export function groupOf(severity: Severity): SeverityGroup {
  return groups[severity];
}

const rank = { error: 0, warning: 1, info: 2 } as const satisfies Record<SeverityGroup, number>;

/** Orders severity groups, worst first. */
export function worstFirst(a: SeverityGroup, b: SeverityGroup): number {
  return rank[a] - rank[b];
}
