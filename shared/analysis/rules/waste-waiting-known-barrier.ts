import { formatShare } from '../../model/units-format';
import { listNames } from '../../text/rules';
import { ownWasteText } from '../../text/rules-waste-own';
import { shareOfClock } from '../facts-clock';
import { clockGain, waitPerItem } from '../facts-worth';
import { defineRule } from '../rule';
import { perItemOf, roundTime } from '../wording';

const text = ownWasteText['waste-waiting-known-barrier'];

/** A known barrier that nobody works on. */
export const knownBarrier = defineRule({
  ...text,
  id: 'waste-waiting-known-barrier',
  category: 'waste:waiting',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 2,
  needs: ['barriers', 'wait'],
  principles: ['start-where-you-are', 'progress-iteratively-with-feedback'],
  wastes: ['waiting'],
  dimensions: ['value-streams-processes'],
  options: { share: { label: text.options.share, unit: 'share', default: 0.1, min: 0.01, max: 1 } },
  evidence: { barriers: 'text', wait: 'minutes', visits: 'count', share: 'share', of: 'text?' },
  check: (facts, options, report) => {
    const improved = new Set(
      facts.improvements.flatMap(({ node, status }) => (status === 'dropped' ? [] : (node ?? []))),
    );
    for (const step of facts.steps) {
      if (step.barriers?.length === 0 || !step.movesClock || step.requiredWait) continue;
      if (improved.has(step.id)) continue;
      const total = waitPerItem(step);
      const verdict = shareOfClock(facts, total, options.share);
      if (verdict.kind === 'below') continue;
      if (step.barriers === null) {
        if (verdict.kind === 'reached') report.gap(step.id, 'barriers');
        continue;
      }
      if (step.wait === null) report.gap(step.id, 'wait');
      if (verdict.kind === 'open' || verdict.isOfKnown)
        for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
      if (verdict.kind === 'open' || step.wait === null || step.visits === null) continue;
      report.finding({
        about: [step.id],
        trust: verdict.trust,
        impact: { leadTime: clockGain(facts, step, total) },
        evidence: {
          barriers: listNames(step.barriers.map((barrier) => text.barriers[barrier])),
          wait: step.wait.mean,
          visits: step.visits,
          share: verdict.share,
          of: verdict.isOfKnown ? 'known lead time' : null,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      barriers: e.barriers,
      wait: roundTime(e.wait),
      at: perItemOf(e.wait, e.visits),
      share: formatShare(e.share, 0),
      isOfKnown: e.of !== null,
    }),
  suggest: [
    { kind: 'task', label: text.step },
    { kind: 'open', label: text.open, place: 'improvements' },
  ],
  supersedes: ['flow-dominant-wait'],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      {
        title: 'Details are missing, and nothing is planned',
        steps: {
          order: { processTime: 15, wait: 0 },
          prepare: { processTime: 120, wait: 960, barriers: ['missing-input', 'shared-people'] },
          deliver: { processTime: 60, wait: 480 },
        },
        finds: ['prepare'],
      },
      {
        title: 'Exactly a tenth',
        steps: {
          prepare: { processTime: 0, wait: 100, barriers: ['interruptions'] },
          deliver: { processTime: 500, wait: 400 },
        },
        finds: ['prepare'],
      },
    ],
    clean: [
      {
        title: 'Somebody works on it',
        steps: {
          prepare: { processTime: 120, wait: 960, barriers: ['missing-input'] },
          deliver: { processTime: 60, wait: 480 },
        },
        improvements: { checklist: { node: 'prepare', status: 'doing' } },
      },
      {
        title: 'A little less than a tenth of the lead time',
        steps: {
          prepare: { processTime: 1, wait: 99, barriers: ['interruptions'] },
          deliver: { processTime: 500, wait: 400 },
        },
      },
    ],
  },
});
