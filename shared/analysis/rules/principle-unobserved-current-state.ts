import { rulesText } from '../../text/rules';
import { above } from '../measure';
import { defineRule } from '../rule';

const text = rulesText['principle-unobserved-current-state'];

const day = 86_400_000;

/** Days from one date to another, or null where one of them is no date. */
function daysBetween(from: string | null, to: string): number | null {
  const days = from === null ? Number.NaN : (Date.parse(to) - Date.parse(from)) / day;
  return Number.isFinite(days) ? Math.floor(days) : null;
}

/** A current state that was not observed, or long ago, or mostly guessed. */
export const unobservedCurrentState = defineRule({
  ...text,
  id: 'principle-unobserved-current-state',
  category: 'principle:start-where-you-are',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['source'],
  principles: ['start-where-you-are'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: {
    maxAgeDays: { label: text.options.maxAgeDays, unit: 'days', default: 180, min: 1, max: 3650 },
    guessShare: { label: text.options.guessShare, unit: 'share', default: 0.5, min: 0, max: 1 },
  },
  evidence: { observedOn: 'date?', age: 'count?', times: 'count', guesses: 'count?' },
  check: ({ map, steps, stream, today }, options, report) => {
    if (map.state !== 'current' || stream.isSparedTemplate || steps.length === 0) return;
    const sources = steps.flatMap((step) =>
      [step.processTime, step.wait].flatMap((time) => (time === null ? [] : [{ step, source: time.source }])),
    );
    const guesses = sources.filter(({ source }) => source === 'guess').length;
    const unstated = sources.filter(({ source }) => source === null);
    const isAbove = (count: number): boolean =>
      above(count / Math.max(1, sources.length), options.guessShare);
    const age = daysBetween(map.observedOn, today);
    const isOld = age !== null && above(age, options.maxAgeDays);
    if (map.observedOn === null || isOld || isAbove(guesses))
      report.finding({
        about: [map.id],
        evidence: {
          observedOn: map.observedOn,
          age: isOld ? age : null,
          times: sources.length,
          guesses: isAbove(guesses) ? guesses : null,
        },
      });
    else if (isAbove(guesses + unstated.length))
      for (const { step } of unstated) report.gap(step.id, 'source');
  },
  suggest: [
    { kind: 'task', label: text.walk },
    { kind: 'task', label: text.log },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      { title: 'Nobody noted when it was observed', steps: { fulfil: { processTime: 30 } }, finds: ['map'] },
      {
        title: 'Observed a year ago',
        map: { observedOn: '2025-11-20' },
        steps: { fulfil: { processTime: { likely: 30, source: 'measured' } } },
        finds: ['map'],
      },
      {
        title: 'Observed, but guessed',
        map: { observedOn: '2026-11-20' },
        steps: {
          fulfil: { processTime: { likely: 30, source: 'guess' }, wait: { likely: 60, source: 'guess' } },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Observed yesterday',
        map: { observedOn: '2026-11-20' },
        steps: {
          fulfil: { processTime: { likely: 30, source: 'measured' }, wait: { likely: 60, source: 'guess' } },
        },
      },
      { title: 'A future state cannot be observed', map: { state: 'future' }, steps: { fulfil: {} } },
    ],
  },
});
