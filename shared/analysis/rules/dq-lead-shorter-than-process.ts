import { dataQualityText } from '../../text/rules-data-quality';
import { setMapOf, swapFields } from '../fixes/fields';
import { above } from '../measure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = dataQualityText['dq-lead-shorter-than-process'];

/** Stated totals that cannot both be true. */
export const leadShorterThanProcess = defineRule({
  ...text,
  id: 'dq-lead-shorter-than-process',
  category: 'data-quality',
  defaultSeverity: 'error',
  scope: 'map',
  tier: 1,
  needs: ['process_time'],
  principles: ['start-where-you-are'],
  wastes: [],
  dimensions: ['information-technology'],
  options: {},
  evidence: { stated: 'minutes', work: 'minutes', of: 'text', bound: 'text' },
  check: ({ map, figures }, _options, report) => {
    const { statedLeadTime: stated, statedProcessTime } = map;
    if (stated === null) return;
    const { value, lower, upper, missing, trust } = figures.processTimeOnPath;
    const known = value ?? lower ?? 0;
    if (statedProcessTime !== null && above(statedProcessTime, stated))
      report.finding({
        about: [map.id],
        evidence: { stated, work: statedProcessTime, of: 'totals', bound: 'exact' },
      });
    else if (above(known, stated))
      report.finding({
        about: [map.id],
        severity: 'high',
        trust,
        evidence: { stated, work: known, of: 'steps', bound: value === null ? 'at least' : 'exact' },
      });
    else if (value === null && (upper === null || above(upper, stated)))
      for (const { about, field } of missing) report.gap(about, field);
  },
  say: (e) =>
    text.say({
      stated: roundTime(e.stated),
      work: roundTime(e.work),
      isOfSteps: e.of === 'steps',
      isAtLeast: e.bound === 'at least',
    }),
  suggest: [
    {
      kind: 'correct',
      label: text.swap,
      command: (context) =>
        context.evidence.of === 'totals' ? swapFields('statedLeadTime', 'statedProcessTime')(context) : null,
    },
    {
      kind: 'correct',
      label: text.forget,
      command: setMapOf({ statedLeadTime: undefined, statedProcessTime: undefined }),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'One hour of lead time for an hour and a half of work',
        map: { statedLeadTime: 60, statedProcessTime: 90 },
        steps: { log: {}, restore: {} },
        finds: ['map'],
      },
      {
        title: 'The work of the steps takes a minute more than the stated lead time',
        map: { statedLeadTime: 60 },
        steps: { log: { processTime: 20 }, restore: { processTime: 41 } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Nothing but work',
        map: { statedLeadTime: 60, statedProcessTime: 60 },
        steps: { log: { processTime: 20 }, restore: { processTime: 40 } },
      },
      {
        title: 'Half of the lead time is work',
        map: { statedLeadTime: 120, statedProcessTime: 60 },
        steps: { log: { processTime: 20, wait: 20 }, restore: { processTime: 40, wait: 40 } },
      },
    ],
  },
});
