import { formatNumber } from '../../model/units-format';
import { rulesText } from '../../text/rules';
import { wasteRemedies } from '../../text/rules-waste-remedies';
import type { Handoff } from '../facts-handoffs';
import { mergeSteps } from '../fixes/structure';
import { above } from '../measure';
import { defineRule } from '../rule';

const text = rulesText['waste-transport-handoffs'];
const { handoffs: remedies } = wasteRemedies;

/** Waits behind the hand-offs above the limit, minutes per item; null where a wait is unknown. */
function waitAtStake(list: readonly Handoff[], excess: number): number | null {
  let total = 0;
  for (const { times, wait, movesClock } of list) {
    if (!movesClock) continue;
    if (times === null || wait === null) return null;
    total += times * wait.mean;
  }
  return total * excess;
}

/** Too many hand-offs between teams. */
export const manyHandoffs = defineRule({
  ...text,
  id: 'waste-transport-handoffs',
  category: 'waste:transport',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['team'],
  principles: ['collaborate-and-promote-visibility', 'think-and-work-holistically'],
  wastes: ['transport'],
  dimensions: ['organizations-people'],
  options: {
    limit: { label: text.options.limit, unit: 'count', default: 6, min: 0, max: 100 },
    high: { label: text.options.high, unit: 'count', default: 10, min: 0, max: 200 },
  },
  ordered: [['limit', 'high']],
  evidence: { handoffs: 'count', bound: 'text', groups: 'count', between: 'text' },
  check: ({ map, handoffs, steps }, options, report) => {
    if (steps.length === 0) return;
    const certain = handoffs.value ?? handoffs.lower ?? 0;
    if (above(certain, options.limit)) {
      const receivers = new Set(handoffs.list.map(({ to }) => to));
      report.finding({
        about: [map.id],
        involves: steps.filter((step) => receivers.has(step.id)).map((step) => step.id),
        severity: above(certain, options.high) ? 'high' : 'medium',
        impact: { leadTime: waitAtStake(handoffs.list, (certain - options.limit) / certain) },
        evidence: {
          handoffs: certain,
          bound: handoffs.value === null ? 'at least' : 'exact',
          groups: handoffs.teams.length,
          between: handoffs.byRole ? 'roles' : 'teams',
        },
      });
    } else if (handoffs.value === null && (handoffs.upper === null || above(handoffs.upper, options.limit)))
      for (const { about, field } of handoffs.missing) report.gap(about, field);
  },
  say: ({ handoffs, bound, groups, between }) =>
    text.say({ handoffs: formatNumber(handoffs), isAtLeast: bound === 'at least', groups, between }),
  suggest: [
    { kind: 'improve', label: remedies.merge, command: mergeSteps() },
    { kind: 'task', label: remedies.team },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Seven hand-offs from desk to desk',
        steps: {
          log: { team: 'Service desk' },
          check: { team: 'Back office' },
          assess: { team: 'Service desk' },
          approve: { team: 'Board' },
          build: { team: 'Engineering' },
          test: { team: 'Testing' },
          release: { team: 'Release' },
          confirm: { team: 'Service desk' },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Six hand-offs are allowed, and the one to the consumer is the goal',
        steps: {
          log: { team: 'Service desk' },
          check: { team: 'Back office' },
          assess: { team: 'Service desk' },
          approve: { team: 'Board' },
          build: { team: 'Engineering' },
          test: { team: 'Testing' },
          release: { team: 'Release' },
          use: { team: 'Users', party: 'consumer' },
        },
      },
    ],
  },
});
