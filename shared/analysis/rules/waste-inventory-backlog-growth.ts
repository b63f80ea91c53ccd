import { formatNumber } from '../../model/units-format';
import { wasteText } from '../../text/rules-waste';
import { above } from '../measure';
import { defineRule } from '../rule';

const text = wasteText['waste-inventory-backlog-growth'];

const round = (value: number): string => formatNumber(Number(value.toPrecision(3)));

/** A backlog that grows. */
export const growingBacklog = defineRule({
  ...text,
  id: 'waste-inventory-backlog-growth',
  category: 'waste:inventory',
  defaultSeverity: 'high',
  scope: 'map',
  tier: 2,
  needs: ['arrivals_per_month', 'departures_per_month'],
  principles: ['think-and-work-holistically'],
  wastes: ['inventory', 'waiting'],
  dimensions: ['value-streams-processes'],
  options: { tol: { label: text.options.tol, unit: 'share', default: 0.05, min: 0, max: 1 } },
  evidence: { arrivals: 'count', departures: 'count', growthPerMonth: 'count', monthsToDouble: 'count?' },
  check: ({ map, stream, steps }, { tol }, report) => {
    if (steps.length === 0) return;
    const arrivals = stream.arrivalsPerMonth ?? stream.demandPerMonth;
    const departures = stream.departuresPerMonth;
    if (arrivals === null) report.gap(map.id, 'arrivals_per_month');
    if (departures === null) report.gap(map.id, 'departures_per_month');
    if (arrivals === null || departures === null || arrivals <= 0) return;
    const growth = arrivals - departures;
    if (!above(growth / arrivals, tol)) return;
    const items = stream.itemsInProgress;
    report.finding({
      about: [map.id],
      evidence: {
        arrivals,
        departures,
        growthPerMonth: growth,
        monthsToDouble: items === null || items <= 0 ? null : items / growth,
      },
    });
  },
  say: (e) =>
    text.say({
      arrivals: round(e.arrivals),
      departures: round(e.departures),
      growth: round(e.growthPerMonth),
      doubles: e.monthsToDouble === null ? null : formatNumber(Number(e.monthsToDouble.toPrecision(2))),
    }),
  suggest: [
    { kind: 'task', label: text.failures },
    { kind: 'task', label: text.constraint },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Twelve more requests arrive each month than are fulfilled',
        stream: { arrivalsPerMonth: 200, departuresPerMonth: 188, itemsInProgress: 96 },
        steps: { fulfil: {} },
        finds: ['map'],
      },
      {
        title: 'Arrivals are not counted: the demand stands for them',
        stream: { demandPerMonth: 100, departuresPerMonth: 94 },
        steps: { fulfil: {} },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Exactly 5 % behind is within the tolerance',
        stream: { arrivalsPerMonth: 200, departuresPerMonth: 190 },
        steps: { fulfil: {} },
      },
      {
        title: 'More leaves than arrives: the pile shrinks',
        stream: { arrivalsPerMonth: 180, departuresPerMonth: 200 },
        steps: { fulfil: {} },
      },
    ],
  },
});
