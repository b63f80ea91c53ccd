import { formatShare } from '../../model/units-format';
import { rulesText } from '../../text/rules';
import { above } from '../measure';
import { scaleField } from '../fixes/fields';
import { longestWait } from '../fixes/longest-wait';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = rulesText['flow-lead-time-over-target'];

/** A lead time that misses the target. */
export const leadTimeOverTarget = defineRule({
  ...text,
  id: 'flow-lead-time-over-target',
  category: 'flow',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['target_lead_time', 'wait', 'process_time'],
  principles: ['focus-on-value'],
  wastes: ['waiting'],
  dimensions: ['value-streams-processes'],
  options: {
    critFactor: { label: text.options.critFactor, unit: 'factor', default: 1.5, min: 1, max: 100 },
  },
  evidence: { leadTime: 'minutes', bound: 'text?', target: 'minutes', over: 'share' },
  check: ({ map, stream, leadTime, steps }, options, report) => {
    const target = stream.targetLeadTime;
    if (steps.length === 0) return;
    // Nobody promises less than a second: a zero was typed for "unknown".
    if (target === null || target < 1 / 60) return report.gap(map.id, 'target_lead_time');
    const certain = leadTime.value ?? leadTime.lower ?? 0;
    if (above(certain, target)) {
      report.finding({
        about: [map.id],
        severity: above(certain, options.critFactor * target) ? 'error' : 'medium',
        trust: leadTime.trust,
        impact: { leadTime: certain - target },
        evidence: {
          leadTime: certain,
          bound: leadTime.value === null ? 'at least' : null,
          target,
          over: certain / target - 1,
        },
      });
    } else if (leadTime.value === null && (leadTime.upper === null || above(leadTime.upper, target)))
      for (const { about, field } of leadTime.missing) report.gap(about, field);
  },
  say: (e) =>
    text.say({
      leadTime: roundTime(e.leadTime),
      isAtLeast: e.bound === 'at least',
      target: roundTime(e.target),
      over: formatShare(e.over, 0),
    }),
  suggest: [{ kind: 'improve', label: text.halve, command: scaleField('wait', 0.5, longestWait) }],
  supersedes: ['flow-target-hit-rate'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Ten hours where eight were promised',
        stream: { targetLeadTime: 480 },
        steps: { fulfil: { processTime: 120, wait: 480 } },
        finds: ['map'],
      },
      {
        title: 'The known times alone are too long',
        stream: { targetLeadTime: 480 },
        steps: { check: { processTime: 30 }, fulfil: { processTime: 120, wait: 480 } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Exactly on target',
        stream: { targetLeadTime: 480 },
        steps: { fulfil: { processTime: 120, wait: 360 } },
      },
    ],
  },
});
