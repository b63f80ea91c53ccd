import { waitBasis } from '../../figures/dominant-wait';
import { formatShare } from '../../model/units-format';
import { rulesText } from '../../text/rules';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import type { FieldName } from '../fields';
import { atLeast, trustOfPart } from '../measure';
import { scaleField } from '../fixes/fields';
import { defineRule } from '../rule';
import { perItemOf, roundTime } from '../wording';

const text = rulesText['flow-dominant-wait'];

/** What keeps a step from being judged although its wait may dominate. */
function lacking(step: StepFacts, facts: Facts, mult: number): [about: string, field: FieldName][] {
  const own: [string, FieldName][] = [];
  if (step.wait === null) own.push([step.id, 'wait']);
  if (step.processTime === null && mult > 0) own.push([step.id, 'process_time']);
  return own.length > 0 ? own : facts.leadTime.missing.map(({ about, field }) => [about, field]);
}

/** One wait that dominates the lead time. */
export const dominantWait = defineRule({
  ...text,
  id: 'flow-dominant-wait',
  category: 'flow',
  defaultSeverity: 'high',
  scope: 'step',
  tier: 1,
  needs: ['wait', 'process_time'],
  principles: ['optimize-and-automate', 'focus-on-value'],
  wastes: ['waiting'],
  dimensions: ['value-streams-processes'],
  options: {
    share: { label: text.options.share, unit: 'share', default: 0.2, min: 0.01, max: 1 },
    mult: { label: text.options.mult, unit: 'factor', default: 3, min: 0, max: 100 },
  },
  evidence: { wait: 'minutes', processTime: 'minutes', visits: 'count', share: 'share', of: 'text?' },
  check: (facts, options, report) => {
    const { leadTime } = facts;
    const basis = waitBasis(leadTime);
    for (const step of facts.steps) {
      const { visits, wait, processTime } = step;
      if (!step.movesClock || step.requiredWait) continue;
      if (wait !== null && processTime !== null && !atLeast(wait.mean, options.mult * processTime.mean))
        continue;
      const total = visits === null || wait === null ? null : visits * wait.mean;
      if (total === 0) continue;
      const most = total === null || !leadTime.lower ? 1 : total / leadTime.lower;
      if (!atLeast(most, options.share)) continue;
      const isOpen =
        total === null ||
        wait === null ||
        processTime === null ||
        visits === null ||
        basis === null ||
        !atLeast(total / basis.minutes, options.share);
      if (isOpen || basis.isPart)
        for (const [about, field] of lacking(step, facts, options.mult)) report.gap(about, field);
      if (isOpen) continue;
      report.finding({
        about: [step.id],
        trust: basis.isPart ? Math.min(leadTime.trust, trustOfPart) : leadTime.trust,
        impact: { leadTime: visits * (wait.mean - options.mult * processTime.mean) },
        evidence: {
          wait: wait.mean,
          processTime: processTime.mean,
          visits,
          share: total / basis.minutes,
          of: basis.isPart ? 'known lead time' : null,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      wait: roundTime(e.wait),
      work: e.processTime > 0 ? roundTime(e.processTime) : null,
      at: perItemOf(e.wait, e.visits),
      share: formatShare(e.share, 0),
      isOfKnown: e.of !== null,
    }),
  suggest: [
    { kind: 'task', label: text.ask },
    { kind: 'improve', label: text.halve, command: scaleField('wait', 0.5) },
  ],
  supersedes: ['flow-wait-not-capacity'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A change waits two weeks for its approval',
        steps: {
          assess: { processTime: 60, wait: 240 },
          approve: { processTime: 12, wait: 4800 },
          deploy: { processTime: 60, wait: 120 },
        },
        finds: ['approve'],
      },
      {
        title: 'The same wait, with nothing known yet of one step',
        steps: {
          assess: { processTime: 60, wait: 240 },
          approve: { processTime: 12, wait: 4800 },
          deploy: { processTime: 60, wait: 120 },
          confirm: {},
        },
        finds: ['approve'],
      },
    ],
    clean: [
      {
        title: 'The same wait was agreed on',
        steps: {
          assess: { processTime: 60, wait: 120 },
          approve: { processTime: 12, wait: 4800, requiredWait: true },
          deploy: { processTime: 60, wait: 120 },
        },
      },
      {
        title: 'Long waits before longer work',
        steps: { design: { processTime: 2400, wait: 2400 }, build: { processTime: 2400, wait: 2400 } },
      },
      {
        title: 'Too little is known to say what dominates',
        steps: {
          assess: { processTime: 60, wait: 240 },
          approve: { processTime: 12, wait: 4800 },
          deploy: {},
          confirm: {},
        },
      },
      {
        title: 'The wait comes after the value point',
        steps: {
          restore: { processTime: 60, wait: 60 },
          review: { processTime: 60, wait: 4800, afterValue: true },
        },
      },
    ],
  },
});
