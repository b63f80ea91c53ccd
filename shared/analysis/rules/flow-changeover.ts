import { formatNumber, formatShare } from '../../model/units-format';
import { flowText } from '../../text/rules-flow';
import { scaleField } from '../fixes/fields';
import { above, atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours, roundTime } from '../wording';

const text = flowText['flow-changeover'];

/** A step that is busy with setting up. */
export const changeoverTime = defineRule({
  ...text,
  id: 'flow-changeover',
  category: 'flow',
  defaultSeverity: 'low',
  scope: 'step',
  tier: 2,
  needs: ['changeover', 'batch', 'process_time'],
  principles: ['optimize-and-automate', 'progress-iteratively-with-feedback'],
  wastes: ['motion', 'overproduction'],
  dimensions: ['value-streams-processes', 'information-technology'],
  options: { share: { label: text.options.share, unit: 'share', default: 0.2, min: 0.01, max: 1 } },
  evidence: { changeover: 'minutes', size: 'count', share: 'share', hoursPerMonth: 'hoursPerMonth?' },
  check: ({ stream, steps }, options, report) => {
    for (const { id, batch, changeover, processTime, visits, crew } of steps) {
      if (changeover === null) {
        if (batch !== null && above(batch.mean, 1)) report.gap(id, 'changeover');
        continue;
      }
      if (changeover.mean === 0) continue;
      if (batch === null) report.gap(id, 'batch');
      if (processTime === null) report.gap(id, 'process_time');
      if (batch === null || processTime === null) continue;
      const size = Math.max(1, batch.mean);
      const share = changeover.mean / (changeover.mean + size * processTime.mean);
      if (!atLeast(share, options.share)) continue;
      const perItem = (changeover.mean / size) * crew;
      const perMonth =
        stream.demandPerMonth === null || visits === null ? null : stream.demandPerMonth * visits * perItem;
      report.finding({
        about: [id],
        trust: leastTrust([changeover, batch, processTime]),
        impact: { effortPerMonth: perMonth },
        evidence: {
          changeover: changeover.mean,
          size,
          share,
          hoursPerMonth: perMonth === null ? null : perMonth / 60,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      changeover: roundTime(e.changeover),
      size: formatNumber(e.size),
      share: formatShare(e.share, 0),
      perMonth: maybeHours(e.hoursPerMonth),
    }),
  suggest: [{ kind: 'improve', label: text.halve, command: scaleField('changeover', 0.5) }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A fifth of the time: 10 min to set up for four items of 10 min',
        stream: { demandPerMonth: 400 },
        steps: { test: { processTime: 10, batch: 4, changeover: 10 } },
        finds: ['test'],
      },
      {
        title: 'An hour to gather a board for two decisions',
        steps: { decide: { processTime: 15, batch: 2, changeover: 60 } },
        finds: ['decide'],
      },
    ],
    clean: [
      {
        title: 'Less than a fifth',
        stream: { demandPerMonth: 400 },
        steps: { test: { processTime: 10, batch: 4, changeover: 9.9 } },
      },
      { title: 'Nothing to set up', steps: { test: { processTime: 10, batch: 4, changeover: 0 } } },
    ],
  },
});
