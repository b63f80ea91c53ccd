import { formatNumber, formatShare } from '../../model/units-format';
import { defectsText } from '../../text/rules-waste-defects';
import { above } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = defectsText['waste-defects-failure-demand'];

/** Demand that exists only because something failed before. */
export const failureDemand = defineRule({
  ...text,
  id: 'waste-defects-failure-demand',
  category: 'waste:defects',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['failure_demand'],
  principles: ['focus-on-value', 'think-and-work-holistically'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes'],
  options: { limit: { label: text.options.limit, unit: 'share', default: 0.2, min: 0, max: 1 } },
  evidence: { share: 'share', itemsPerMonth: 'count?', hoursPerMonth: 'hoursPerMonth?' },
  check: ({ map, stream, steps, figures }, { limit }, report) => {
    if (steps.length === 0) return;
    const share = stream.failureDemandShare;
    if (share === null) report.gap(map.id, 'failure_demand');
    if (share === null || !above(share, limit)) return;
    const items = stream.demandPerMonth === null ? null : stream.demandPerMonth * share;
    const effort = figures.effortPersonHours.value;
    const work = items === null || effort === null || effort === 0 ? null : items * effort;
    report.finding({
      about: [map.id],
      trust: work === null ? 1 : figures.effortPersonHours.trust,
      impact: { effortPerMonth: work },
      evidence: { share, itemsPerMonth: items, hoursPerMonth: work === null ? null : work / 60 },
    });
  },
  say: (e) =>
    text.say({
      share: formatShare(e.share, 0),
      perMonth: e.itemsPerMonth === null ? null : formatNumber(Number(e.itemsPerMonth.toPrecision(3))),
      work: maybeHours(e.hoursPerMonth),
    }),
  suggest: [
    { kind: 'task', label: text.trace },
    { kind: 'task', label: text.sort },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Three of ten contacts ask where the last request is',
        stream: { demandPerMonth: 1200, failureDemandShare: 0.3 },
        steps: { answer: { processTime: 10 } },
        finds: ['map'],
      },
      {
        title: 'A little more than a fifth',
        stream: { failureDemandShare: 0.201 },
        steps: { answer: {} },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Exactly a fifth',
        stream: { demandPerMonth: 1200, failureDemandShare: 0.2 },
        steps: { answer: { processTime: 10 } },
      },
      {
        title: 'Nobody has counted: that is a question, not a finding',
        stream: { demandPerMonth: 1200 },
        steps: { answer: { processTime: 10 } },
      },
    ],
  },
});
