import { formatDuration } from '../model/units-format';
import { planText } from '../text/plan';
import type { ImprovementGain } from './improvement-gain';

const words = planText.gain;

/** What an improvement brings in words, a line for the lead time and one for the effort; why it is unknown where it is. */
export function sayGain(gain: ImprovementGain): readonly string[] {
  if (gain.kind === 'unknown') return [words.unknown[gain.reason]];
  const { leadTimeSaved: lead, effortSaved: effort } = gain.effect;
  const say = (
    minutes: number | null,
    less: (text: string) => string,
    more: (text: string) => string,
  ): string[] =>
    minutes === null || Math.abs(minutes) < 1e-6
      ? []
      : [minutes > 0 ? less(formatDuration(minutes)) : more(formatDuration(-minutes))];
  const said = [...say(lead, words.lead, words.leadMore), ...say(effort, words.effort, words.effortMore)];
  return said.length === 0 ? [words.none] : said;
}
