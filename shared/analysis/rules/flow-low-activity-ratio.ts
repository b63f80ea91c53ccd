import { formatShare } from '../../model/units-format';
import { listNames } from '../../text/rules';
import { flowText } from '../../text/rules-flow';
import type { Facts } from '../facts';
import { scaleField } from '../fixes/fields';
import { above } from '../measure';
import { defineRule } from '../rule';
import { maybeTime, roundTime } from '../wording';

const text = flowText['flow-low-activity-ratio'];

/** The longest waits on the clock, minutes per item, longest first. */
function longestWaits({ steps }: Facts, count: number): { id: string; name: string; wait: number }[] {
  return steps
    .flatMap(({ id, name, movesClock, visits, wait }) =>
      movesClock && visits !== null && wait !== null && visits * wait.mean > 0
        ? [{ id, name, wait: visits * wait.mean }]
        : [],
    )
    .sort((a, b) => b.wait - a.wait)
    .slice(0, count);
}

/** Work that waits most of the time. */
export const lowActivityRatio = defineRule({
  ...text,
  id: 'flow-low-activity-ratio',
  category: 'flow',
  defaultSeverity: 'high',
  scope: 'map',
  tier: 1,
  needs: ['process_time', 'wait'],
  principles: ['focus-on-value', 'optimize-and-automate'],
  wastes: ['waiting'],
  dimensions: ['value-streams-processes'],
  options: {
    warn: { label: text.options.warn, unit: 'share', default: 0.15, min: 0, max: 1 },
    bad: { label: text.options.bad, unit: 'share', default: 0.05, min: 0, max: 1 },
  },
  ordered: [['bad', 'warn']],
  evidence: { ratio: 'share', bound: 'text?', work: 'minutes?', leadTime: 'minutes?', top: 'text' },
  check: (facts, options, report) => {
    const { map, leadTime, figures } = facts;
    const { activityRatio: ratio, processTimeOnPath: work } = figures;
    const most = ratio.value ?? ratio.upper;
    if (most === null || !above(options.warn, most)) {
      const isOpen = ratio.value === null && (ratio.lower === null || above(options.warn, ratio.lower));
      if (isOpen && facts.steps.length > 0)
        for (const { about, field } of ratio.missing) report.gap(about, field);
      return;
    }
    const top = longestWaits(facts, 3);
    const isExact = ratio.value !== null && leadTime.value !== null && work.value !== null;
    report.finding({
      about: [map.id],
      involves: top.map(({ id }) => id),
      severity: above(options.bad, most) ? 'high' : 'medium',
      trust: ratio.trust,
      impact: { leadTime: isExact ? (leadTime.value ?? 0) - (work.value ?? 0) / options.warn : null },
      evidence: {
        ratio: most,
        bound: ratio.value === null ? 'at most' : null,
        work: isExact ? work.value : null,
        leadTime: isExact ? leadTime.value : null,
        top: listNames(top.map(({ name, wait }) => text.wait(name, roundTime(wait)))),
      },
    });
  },
  say: (e) =>
    text.say({
      ratio: formatShare(e.ratio, 0),
      isAtMost: e.bound === 'at most',
      work: maybeTime(e.work),
      leadTime: maybeTime(e.leadTime),
      top: e.top,
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.halve,
      command: scaleField('wait', 0.5, ({ involves }) => involves.slice(0, 1)),
    },
    { kind: 'task', label: text.ask },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: '14.9 % of the lead time is work',
        steps: { log: { processTime: 49, wait: 251 }, restore: { processTime: 100, wait: 600 } },
        finds: ['map'],
      },
      {
        title: 'A quarter of an hour of work in two days',
        steps: { order: { processTime: 5, wait: 0 }, approve: { processTime: 10, wait: 945 } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Exactly 15 % is work',
        steps: { log: { processTime: 50, wait: 250 }, restore: { processTime: 100, wait: 600 } },
      },
      {
        title: 'Nothing is known of the waits',
        steps: { log: { processTime: 50 }, restore: { processTime: 100 } },
      },
    ],
  },
});
