import { en } from '../text/en';
import { formatLimit } from './limits';
import type { AnalysisRule } from './rule';

const words = en.ruleSettings;

/** Why a limit of a rule contradicts another one, in a sentence about the other; null where it does not. Values by option name; those that lack are the usual ones. */
export function contradictionOf(
  rule: Pick<AnalysisRule, 'options' | 'ordered'>,
  values: Readonly<Record<string, number>>,
  name: string,
): string | null {
  const valueOf = (each: string): number => values[each] ?? rule.options[each]?.default ?? Number.NaN;
  for (const [low, high] of rule.ordered ?? []) {
    if ((name !== low && name !== high) || !(valueOf(low) > valueOf(high))) continue;
    const other = name === low ? high : low;
    const option = rule.options[other];
    if (option === undefined) continue;
    const say = name === low ? words.mustNotExceed : words.mustNotUndercut;
    return say(option.label, formatLimit(option, valueOf(other)));
  }
  return null;
}
