import { formatNumber } from '../../model/units-format';
import { loadText } from '../../text/rules-flow-load';
import { perMinute, throughput } from '../facts-item-count';
import { above, atLeast } from '../measure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = loadText['flow-wip-above-need'];

/** More items on the way than the target lead time allows. */
export const wipAboveNeed = defineRule({
  ...text,
  id: 'flow-wip-above-need',
  category: 'flow',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['items_in_progress', 'demand_per_month', 'target_lead_time'],
  principles: ['keep-it-simple-and-practical', 'optimize-and-automate'],
  wastes: ['inventory'],
  dimensions: ['value-streams-processes'],
  options: {
    mult: { label: text.options.mult, unit: 'factor', default: 1.5, min: 1, max: 20 },
    least: { label: text.options.least, unit: 'count', default: 5, min: 0, max: 1000 },
  },
  evidence: { items: 'count', target: 'minutes', rate: 'count', allowed: 'count' },
  check: (facts, options, report) => {
    const { map, stream, steps } = facts;
    const { itemsInProgress: items } = stream;
    const target = stream.targetLeadTime || null;
    const leaving = throughput(facts);
    if (steps.length === 0) return;
    if (items === null) {
      if (leaving !== null && target !== null) report.gap(map.id, 'items_in_progress');
      return;
    }
    if (target === null) report.gap(map.id, 'target_lead_time');
    if (leaving === null) report.gap(map.id, 'demand_per_month');
    const rate = leaving === null ? null : perMinute(facts, leaving);
    if (target === null || leaving === null || rate === null || rate === 0) return;
    const allowed = rate * target;
    if (!above(items, options.mult * allowed) || !atLeast(items - allowed, options.least)) return;
    report.finding({
      about: [map.id],
      involves: steps.filter(({ wip }) => wip !== null && wip.mean > 0).map(({ id }) => id),
      impact: { leadTime: (items - allowed) / rate },
      evidence: { items, target, rate: leaving, allowed },
    });
  },
  say: (e) =>
    text.say({
      items: formatNumber(e.items),
      target: roundTime(e.target),
      rate: formatNumber(e.rate),
      allowed: formatNumber(e.allowed),
    }),
  suggest: [
    { kind: 'task', label: text.limit },
    { kind: 'task', label: text.finish },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Ten hours at three an hour allow 30 items; 46 are on the way',
        stream: { demandPerMonth: 520, targetLeadTime: 600, itemsInProgress: 46 },
        steps: { log: {}, restore: {} },
        finds: ['map'],
      },
      {
        title: 'The queues that were counted are too many already',
        stream: { demandPerMonth: 520, targetLeadTime: 600 },
        steps: { log: {}, diagnose: { wip: 80 }, restore: {} },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: '45 are one and a half times as many',
        stream: { demandPerMonth: 520, targetLeadTime: 600, itemsInProgress: 45 },
        steps: { log: {}, restore: {} },
      },
      {
        title: 'Four items where one would do are chance',
        stream: { demandPerMonth: 17.333, targetLeadTime: 600, itemsInProgress: 5 },
        steps: { log: {}, restore: {} },
      },
    ],
  },
});
