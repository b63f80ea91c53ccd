import { formatDuration, formatNumber, formatShare } from '../model/units-format';
import { en } from '../text/en';
import type { OptionSpec } from './rule';

const words = en.findings.limits;

const formats: Readonly<Record<OptionSpec['unit'], (value: number) => string>> = {
  share: (value) => formatShare(value, 0),
  count: formatNumber,
  days: (value) => words.days(value, formatNumber(value)),
  hours: (value) => formatDuration(value * 60),
  factor: (value) => words.factor(formatNumber(value)),
  hoursPerMonth: (value) => words.perMonth(formatDuration(value * 60)),
};

/** A limit of a rule with its unit, as people read it: `20 %`, `180 days`, `3 ×`. */
export function formatLimit(option: OptionSpec, value: number): string {
  return formats[option.unit](value);
}
