import { batchWait } from '../../figures/queueing';
import { formatNumber, formatShare } from '../../model/units-format';
import { flowText } from '../../text/rules-flow';
import type { Facts } from '../facts';
import { shareOfClock } from '../facts-clock';
import type { StepFacts } from '../facts-steps';
import { scaleField } from '../fixes/fields';
import { above } from '../measure';
import { defineRule } from '../rule';
import { perItemOf, roundTime } from '../wording';

const text = flowText['flow-large-batch'];

/** True where something says that the step may work in batches. */
const mayBatch = ({ cadence, changeover, barriers }: StepFacts): boolean =>
  cadence !== null || changeover !== null || barriers?.includes('batching') === true;

/** Items per working minute that come to a step; null where demand or visits are unknown. */
function arrivalsAt({ stream }: Facts, { visits }: StepFacts): number | null {
  return stream.demandRate === null || visits === null ? null : stream.demandRate * visits;
}

const base = { log: { processTime: 60, wait: 60 } };

/** Work that is done in large batches. */
export const largeBatch = defineRule({
  ...text,
  id: 'flow-large-batch',
  category: 'flow',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 2,
  needs: ['batch', 'demand_per_month', 'wait', 'process_time'],
  principles: ['progress-iteratively-with-feedback'],
  wastes: ['overproduction', 'waiting', 'inventory'],
  dimensions: ['value-streams-processes'],
  options: { share: { label: text.options.share, unit: 'share', default: 0.05, min: 0.001, max: 1 } },
  evidence: { size: 'count', wait: 'minutes', visits: 'count', share: 'share', of: 'text?' },
  check: (facts, options, report) => {
    for (const step of facts.steps) {
      const { batch, visits, wait: stated } = step;
      if (!step.movesClock || visits === 0) continue;
      if (batch === null) {
        if (mayBatch(step)) report.gap(step.id, 'batch');
        continue;
      }
      if (!above(batch.mean, 1)) continue;
      const rate = arrivalsAt(facts, step);
      if (rate === 0) continue;
      if (facts.stream.demandRate === null) report.gap(facts.map.id, 'demand_per_month');
      // Whoever knows the batch comes when it is nearly full: no more than the stated wait is lost.
      const wait =
        rate === null || stated === null ? null : Math.min(batchWait(batch.mean, rate), stated.mean);
      if (stated === null) report.gap(step.id, 'wait');
      const verdict = shareOfClock(
        facts,
        wait === null || visits === null ? null : visits * wait,
        options.share,
      );
      if (verdict.kind === 'open' || (verdict.kind === 'reached' && verdict.isOfKnown))
        for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
      if (verdict.kind !== 'reached' || wait === null || rate === null || visits === null) continue;
      const halved = batchWait(Math.max(1, batch.mean / 2), rate);
      report.finding({
        about: [step.id],
        trust: Math.min(verdict.trust, batch.trust),
        impact: { leadTime: visits * Math.max(0, wait - halved) },
        evidence: {
          size: batch.mean,
          wait,
          visits,
          share: verdict.share,
          of: verdict.isOfKnown ? 'known lead time' : null,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      size: formatNumber(e.size),
      wait: roundTime(e.wait),
      at: perItemOf(e.wait, e.visits),
      share: formatShare(e.share, 0),
      isOfKnown: e.of !== null,
    }),
  suggest: [{ kind: 'improve', label: text.halve, command: scaleField('batch', 0.5) }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Twenty at a time where three come in an hour',
        stream: { demandPerMonth: 520 },
        steps: { ...base, archive: { processTime: 30, wait: 300, batch: 20, barriers: ['batching'] } },
        finds: ['archive'],
      },
      {
        title: 'Four at a time where one comes in an hour: 90 min of 30 h',
        stream: { demandPerMonth: 173.333 },
        steps: { ...base, archive: { processTime: 60, wait: 1619, batch: 4, changeover: 10 } },
        finds: ['archive'],
      },
    ],
    clean: [
      {
        title: 'Four at a time where two come in an hour: 45 min of 30 h',
        stream: { demandPerMonth: 346.667 },
        steps: { ...base, archive: { processTime: 60, wait: 1619, batch: 4, changeover: 10 } },
      },
      {
        title: 'One at a time',
        stream: { demandPerMonth: 520 },
        steps: { ...base, archive: { processTime: 30, wait: 300, batch: 1 } },
      },
    ],
  },
});
