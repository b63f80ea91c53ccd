import { dataQualityText } from '../../text/rules-data-quality';
import { setStreamOf } from '../fixes/fields';
import { defineRule } from '../rule';

const text = dataQualityText['dq-no-demand'];

/** A stream without a number of items per month. */
export const noDemand = defineRule({
  ...text,
  id: 'dq-no-demand',
  category: 'data-quality',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['demand_per_month'],
  principles: ['focus-on-value', 'start-where-you-are'],
  wastes: [],
  dimensions: ['information-technology'],
  options: {},
  evidence: { demand: 'count?', steps: 'count', roles: 'count' },
  check: ({ map, stream, steps, roles }, _options, report) => {
    const demand = stream.demandPerMonth;
    if (steps.length === 0 || (demand !== null && demand > 0)) return;
    report.finding({
      about: [map.id],
      evidence: { demand, steps: steps.length, roles: roles.length },
    });
  },
  say: text.say,
  suggest: [
    {
      kind: 'correct',
      label: text.useArrivals,
      command: setStreamOf(({ arrivalsPerMonth: arrived }) =>
        arrived === undefined || arrived <= 0 ? null : { demandPerMonth: arrived },
      ),
    },
    { kind: 'open', label: text.enter, place: 'charter' },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      { title: 'Nobody said how many', steps: { log: {}, restore: { role: 'desk' } }, finds: ['map'] },
      {
        title: 'None at all, although some arrived last month',
        stream: { demandPerMonth: 0, arrivalsPerMonth: 40 },
        steps: { log: {}, restore: {} },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'One in a year is a number',
        stream: { demandPerMonth: 0.08 },
        steps: { log: {}, restore: {} },
      },
      { title: 'Blank paper', steps: {}, flows: [] },
    ],
  },
});
