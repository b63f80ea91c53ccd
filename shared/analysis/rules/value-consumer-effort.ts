import { formatShare } from '../../model/units-format';
import { quoteNames } from '../../text/rules';
import { valueRulesText } from '../../text/rules-value';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import { effortPerItem } from '../facts-touch';
import { atLeast, leastTrust } from '../measure';
import { defineRule, type OptionValues, type Reporter } from '../rule';
import { maybeHours, roundTime } from '../wording';

const text = valueRulesText['value-consumer-effort'];

const options = {
  hours: { label: text.options.hours, unit: 'hours', default: 0.5, min: 0, max: 1000 },
  share: { label: text.options.share, unit: 'share', default: 0.2, min: 0, max: 1 },
  least: { label: text.options.least, unit: 'hours', default: 0.1, min: 0, max: 1000 },
} as const;

interface Work {
  readonly minutes: number;
  /** Part of all work on an item; null where that is unknown. */
  readonly share: number | null;
}

function workOf(steps: readonly StepFacts[], facts: Facts): Work {
  const minutes = steps.reduce((sum, step) => sum + (effortPerItem(step) ?? 0), 0);
  const all = facts.figures.effortPersonHours.value;
  return { minutes, share: all === null || all === 0 ? null : minutes / all };
}

function isMuch({ minutes, share }: Work, limits: OptionValues<typeof options>): boolean {
  if (minutes > 0 && atLeast(minutes, limits.hours * 60)) return true;
  return share !== null && share > 0 && atLeast(share, limits.share) && atLeast(minutes, limits.least * 60);
}

/** Asks for what would have to be known to see how much the consumer does. */
function ask(steps: readonly StepFacts[], facts: Facts, report: Pick<Reporter<never>, 'gap'>): void {
  for (const step of steps) {
    if (step.party === null) report.gap(step.id, 'party');
    if (step.processTime === null) report.gap(step.id, 'process_time');
  }
  if (steps.some((step) => step.visits === null))
    for (const { about, field } of facts.visitsMissing) report.gap(about, field);
}

/** Work that the stream puts on its consumer. */
export const consumerEffort = defineRule({
  ...text,
  id: 'value-consumer-effort',
  category: 'value',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['party', 'process_time'],
  principles: ['focus-on-value', 'keep-it-simple-and-practical'],
  wastes: ['overprocessing'],
  dimensions: ['value-streams-processes'],
  valueClasses: ['NNVA', 'NVA'],
  options,
  evidence: { minutes: 'minutes', share: 'share?', hoursPerMonth: 'hoursPerMonth?', names: 'text' },
  check: (facts, limits, report) => {
    const certain = facts.steps.filter((step) => step.party === 'consumer');
    const possible = facts.steps.filter((step) => step.party === 'consumer' || step.party === null);
    const work = workOf(certain, facts);
    if (isMuch(work, limits)) {
      const demand = facts.stream.demandPerMonth;
      const perMonth = demand === null ? null : work.minutes * demand;
      report.finding({
        about: [facts.map.id],
        involves: certain.map((step) => step.id),
        trust: leastTrust(certain.map((step) => step.processTime)),
        impact: { effortPerMonth: perMonth },
        evidence: {
          minutes: work.minutes,
          share: work.share,
          hoursPerMonth: perMonth === null ? null : perMonth / 60,
          names: quoteNames(certain.map((step) => step.name)),
        },
      });
      return;
    }
    const unknown = possible.filter((step) => step.party === null || effortPerItem(step) === null);
    const isOpen = unknown.some((step) => effortPerItem(step) === null) || work.share === null;
    if (isOpen || isMuch(workOf(possible, facts), limits)) ask(unknown, facts, report);
    if (certain.length > 0 && work.share === null && atLeast(work.minutes, limits.least * 60))
      for (const { about, field } of facts.figures.effortPersonHours.missing) report.gap(about, field);
  },
  say: (e) =>
    text.say({
      perItem: roundTime(e.minutes),
      share: e.share === null ? null : formatShare(e.share, 0),
      perMonth: maybeHours(e.hoursPerMonth),
      names: e.names,
    }),
  suggest: [{ kind: 'task', label: text.prefill }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Half an hour for a form',
        stream: { demandPerMonth: 40 },
        steps: {
          'fill-in': { party: 'consumer', processTime: 30 },
          fulfil: { party: 'provider', processTime: 600 },
        },
        finds: ['map'],
      },
      {
        title: 'A fifth of all work is the user’s',
        steps: {
          order: { party: 'consumer', processTime: 10 },
          deliver: { party: 'provider', processTime: 40 },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'A little less than half an hour, in a long stream',
        steps: {
          'fill-in': { party: 'consumer', processTime: 29 },
          fulfil: { party: 'provider', processTime: 600 },
        },
      },
      {
        title: 'A little less than a fifth',
        steps: {
          order: { party: 'consumer', processTime: 9.9 },
          deliver: { party: 'provider', processTime: 40 },
        },
      },
      {
        title: 'Two clicks are most of the work, and welcome',
        steps: {
          click: { party: 'consumer', processTime: 2 },
          provision: { party: 'provider', automation: 'automated', processTime: 1 },
        },
      },
    ],
  },
});
