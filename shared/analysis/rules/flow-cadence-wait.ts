import { cadenceWait } from '../../figures/queueing';
import { formatShare } from '../../model/units-format';
import type { WorkKind } from '../../model/value-sets';
import { flowText } from '../../text/rules-flow';
import { shareOfClock } from '../facts-clock';
import { changeCadence } from '../fixes/fields';
import { withoutDates } from '../fixes/without-dates';
import { defineRule } from '../rule';
import { perItemOf, rhythmOf, roundTime } from '../wording';

const text = flowText['flow-cadence-wait'];

/** Kinds of work that often have fixed dates: for others nobody need be asked. */
const kindsWithDates: readonly WorkKind[] = ['approval', 'review', 'decision', 'deploy'];

const month = { log: { processTime: 60, wait: 60 } };

/** Work that waits for a date. */
export const cadenceWaiting = defineRule({
  ...text,
  id: 'flow-cadence-wait',
  category: 'flow',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['cadence', 'wait', 'process_time'],
  principles: ['optimize-and-automate', 'keep-it-simple-and-practical', 'progress-iteratively-with-feedback'],
  wastes: ['waiting', 'overproduction'],
  dimensions: ['value-streams-processes'],
  options: { share: { label: text.options.share, unit: 'share', default: 0.05, min: 0.001, max: 1 } },
  evidence: {
    interval: 'minutes',
    rhythm: 'text',
    wait: 'minutes',
    visits: 'count',
    share: 'share',
    of: 'text?',
  },
  check: (facts, options, report) => {
    for (const step of facts.steps) {
      const { cadence, cutoff, kind, visits, wait } = step;
      if (!step.movesClock || step.requiredWait) continue;
      if (cadence === null) {
        const mayHaveDates =
          kind !== null && kindsWithDates.includes(kind) && step.automation !== 'automated';
        const own = visits === null || wait === null ? null : visits * wait.mean;
        if (mayHaveDates && shareOfClock(facts, own, options.share).kind !== 'below')
          report.gap(step.id, 'cadence');
        continue;
      }
      // Those who know the date come shortly before it: no more than the stated wait is lost.
      const own = wait && Math.min(cadenceWait(cadence.mean, cutoff?.mean ?? 0), wait.mean);
      const verdict = shareOfClock(
        facts,
        visits === null || own === null ? null : visits * own,
        options.share,
      );
      if (own === null) report.gap(step.id, 'wait');
      if (verdict.kind === 'open' || (verdict.kind === 'reached' && verdict.isOfKnown))
        for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
      if (verdict.kind !== 'reached' || visits === null || own === null) continue;
      report.finding({
        about: [step.id],
        trust: Math.min(verdict.trust, cadence.trust),
        impact: { leadTime: visits * Math.min(cadence.mean / 4, own) },
        evidence: {
          interval: cadence.mean,
          rhythm: rhythmOf(cadence.mean, facts.map.calendar),
          wait: own,
          visits,
          share: verdict.share,
          of: verdict.isOfKnown ? 'known lead time' : null,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      rhythm: e.rhythm,
      wait: roundTime(e.wait),
      at: perItemOf(e.wait, e.visits),
      share: formatShare(e.share, 0),
      isOfKnown: e.of !== null,
    }),
  suggest: [
    { kind: 'improve', label: text.twice, command: changeCadence(0.5) },
    { kind: 'improve', label: text.always, command: withoutDates() },
  ],
  supersedes: ['flow-dominant-wait', 'flow-large-batch'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A board meets once in 40 h: half of that is a third of the lead time',
        steps: { ...month, decide: { kind: 'approval', processTime: 12, wait: 3480, cadence: 2400 } },
        finds: ['decide'],
      },
      {
        title: 'Exactly a twentieth: items wait 60 min of 20 h',
        steps: { ...month, deploy: { kind: 'deploy', processTime: 60, wait: 1020, cadence: 120 } },
        finds: ['deploy'],
      },
    ],
    clean: [
      {
        title: 'A little less than a twentieth',
        steps: { ...month, deploy: { kind: 'deploy', processTime: 60, wait: 1021, cadence: 120 } },
      },
      {
        title: 'The customer set the window',
        steps: {
          ...month,
          deploy: { kind: 'deploy', processTime: 60, wait: 1020, cadence: 1200, requiredWait: true },
        },
      },
      {
        title: 'Work that is done as it comes',
        steps: { ...month, restore: { kind: 'work', processTime: 60, wait: 900 } },
      },
    ],
  },
});
