import { formatNumber } from '../../model/units-format';
import { dataQualityText } from '../../text/rules-data-quality';
import type { Facts } from '../facts';
import { type ItemCount, itemCount, perMinute, throughput } from '../facts-item-count';
import { above, atLeast } from '../measure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = dataQualityText['dq-littles-law-mismatch'];

/** True where as many items leave as arrive, as far as anybody knows. */
function isSteady({ stream }: Facts, drift: number): boolean {
  const { arrivalsPerMonth: arrive, departuresPerMonth: leave } = stream;
  if (arrive === null || leave === null) return true;
  return !above(Math.abs(arrive - leave), drift * Math.max(arrive, leave));
}

/** Minutes that the count contradicts for certain; null where it does not, or may not. */
function contradicted(
  { counted, minutes }: ItemCount,
  rate: number,
  { factor, least }: { readonly factor: number; readonly least: number },
): number | null {
  const isApart = (items: number): boolean =>
    above(Math.max(counted, items), factor * Math.min(counted, items)) &&
    atLeast(Math.abs(counted - items), least);
  const { low, high } = minutes;
  if (counted < rate * low) return isApart(rate * low) ? low : null;
  return high !== null && counted > rate * high && isApart(rate * high) ? high : null;
}

/** Items, rate and lead time that cannot all be right. */
export const littlesLawMismatch = defineRule({
  ...text,
  id: 'dq-littles-law-mismatch',
  category: 'data-quality',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 2,
  needs: ['items_in_progress', 'demand_per_month', 'wait', 'process_time'],
  principles: ['start-where-you-are'],
  wastes: ['inventory'],
  dimensions: ['information-technology'],
  options: {
    factor: { label: text.options.factor, unit: 'factor', default: 1.5, min: 1, max: 20 },
    least: { label: text.options.least, unit: 'count', default: 5, min: 0, max: 1000 },
    drift: { label: text.options.drift, unit: 'share', default: 0.1, min: 0, max: 1 },
  },
  evidence: {
    counted: 'count',
    implied: 'count',
    rate: 'count',
    time: 'minutes',
    of: 'text',
  },
  check: (facts, options, report) => {
    const { map, steps, leadTime } = facts;
    const leaving = throughput(facts);
    const count = itemCount(facts);
    if (steps.length === 0 || !isSteady(facts, options.drift)) return;
    if (count === null) {
      if (leaving !== null && leadTime.value !== null) report.gap(map.id, 'items_in_progress');
      return;
    }
    if (leaving === null) return report.gap(map.id, 'demand_per_month');
    const rate = perMinute(facts, leaving);
    if (rate === null || rate === 0) return;
    const time = contradicted(count, rate, options);
    if (time === null) {
      const isOpen = count.minutes.high === null && count.counted > rate * count.minutes.low;
      if (isOpen) for (const { about, field } of count.missing) report.gap(about, field);
      return;
    }
    report.finding({
      about: [map.id],
      involves: count.isOfQueues ? steps.filter(({ wip }) => wip !== null).map(({ id }) => id) : [],
      trust: leadTime.trust,
      evidence: {
        counted: count.counted,
        implied: rate * time,
        rate: leaving,
        time,
        of: count.isOfQueues ? 'queues' : 'stream',
      },
    });
  },
  say: (e) =>
    text.say({
      counted: formatNumber(e.counted),
      implied: formatNumber(e.implied),
      rate: formatNumber(e.rate),
      time: roundTime(e.time),
      isOfQueues: e.of === 'queues',
      isMore: e.counted > e.implied,
    }),
  suggest: [
    { kind: 'task', label: text.task },
    { kind: 'open', label: text.recount, place: 'step' },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A month has 173 h: 520 items a month and 10 h make 30 items, 46 were counted',
        stream: { demandPerMonth: 520, itemsInProgress: 46 },
        steps: { log: { processTime: 60, wait: 0 }, restore: { processTime: 60, wait: 480 } },
        finds: ['map'],
      },
      {
        title: 'A queue of 80 in front of a step that waits two hours',
        stream: { demandPerMonth: 520 },
        steps: { log: { processTime: 60, wait: 0 }, restore: { processTime: 60, wait: 120, wip: 80 } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: '45 items are one and a half times as many',
        stream: { demandPerMonth: 520, itemsInProgress: 45 },
        steps: { log: { processTime: 60, wait: 0 }, restore: { processTime: 60, wait: 480 } },
      },
      {
        title: 'Three items instead of one are chance',
        stream: { demandPerMonth: 17.333, itemsInProgress: 3 },
        steps: { log: { processTime: 60, wait: 0 }, restore: { processTime: 60, wait: 480 } },
      },
      {
        title: 'More arrive than leave: the law does not hold',
        stream: {
          demandPerMonth: 520,
          itemsInProgress: 90,
          arrivalsPerMonth: 520,
          departuresPerMonth: 460,
        },
        steps: { log: { processTime: 60, wait: 0 }, restore: { processTime: 60, wait: 480 } },
      },
    ],
  },
});
