import { formatShare } from '../../model/units-format';
import { listNames } from '../../text/rules';
import { wasteText } from '../../text/rules-waste';
import { shareOfClock } from '../facts-clock';
import type { StepFacts } from '../facts-steps';
import { scaleField } from '../fixes/fields';
import { defineRule } from '../rule';
import { roundTime } from '../wording';
import { clockGain, sumOf, timePerItem, waitPerItem } from '../facts-worth';

const text = wasteText['waste-waiting-supplier'];

const knownTimes = (steps: readonly StepFacts[]): number =>
  steps.reduce((sum, step) => sum + (timePerItem(step) ?? 0), 0);

/** Names of the partners that do the steps, as far as somebody gave them. */
function partnersOf(steps: readonly StepFacts[]): string {
  const names = new Set(steps.map((step) => step.partner?.name ?? step.team ?? text.partner));
  return listNames([...names]);
}

/** The stream waits for a partner. */
export const waitingSupplier = defineRule({
  ...text,
  id: 'waste-waiting-supplier',
  category: 'waste:waiting',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['party', 'wait', 'process_time'],
  principles: ['collaborate-and-promote-visibility', 'think-and-work-holistically'],
  wastes: ['waiting'],
  dimensions: ['partners-suppliers'],
  options: { share: { label: text.options.share, unit: 'share', default: 0.15, min: 0.01, max: 1 } },
  evidence: { time: 'minutes', share: 'share', partners: 'text', of: 'text?' },
  check: (facts, options, report) => {
    const timed = facts.steps.filter((step) => step.movesClock && timePerItem(step) !== 0);
    const certain = timed.filter((step) => step.party === 'partner');
    const total = knownTimes(certain);
    const verdict = shareOfClock(facts, total, options.share);
    const isReached = verdict.kind === 'reached';
    if (!isReached || verdict.isOfKnown) {
      const possible = timed.filter((step) => step.party === 'partner' || step.party === null);
      const isUnknown = possible.some((step) => timePerItem(step) === null);
      const most = isUnknown ? null : knownTimes(possible);
      if (possible.length === 0 || shareOfClock(facts, most, options.share).kind === 'below') return;
      for (const step of possible) {
        if (step.party === null) report.gap(step.id, 'party');
        else if (step.wait === null) report.gap(step.id, 'wait');
        else if (step.processTime === null) report.gap(step.id, 'process_time');
      }
      if (certain.length > 0) for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
    }
    if (!isReached) return;
    const steps = certain.filter((step) => timePerItem(step) !== null);
    report.finding({
      about: steps.map((step) => step.id),
      trust: verdict.trust,
      impact: { leadTime: sumOf(steps.map((step) => clockGain(facts, step, waitPerItem(step)))) },
      evidence: {
        time: total,
        share: verdict.share,
        partners: partnersOf(steps),
        of: verdict.isOfKnown ? 'known lead time' : null,
      },
    });
  },
  say: (e) =>
    text.say({
      share: formatShare(e.share, 0),
      time: roundTime(e.time),
      partners: e.partners,
      isOfKnown: e.of !== null,
    }),
  suggest: [
    { kind: 'improve', label: text.halve, command: scaleField('wait', 0.5) },
    { kind: 'task', label: text.agree },
    { kind: 'task', label: text.queue },
  ],
  supersedes: ['flow-dominant-wait'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The vendor takes a fifth of the time',
        steps: {
          diagnose: { party: 'provider', processTime: 120, wait: 1800 },
          'vendor-fix': { party: 'partner', partner: 'vendor', processTime: 120, wait: 960 },
          apply: { party: 'provider', processTime: 60, wait: 1800 },
        },
        finds: ['vendor-fix'],
      },
      {
        title: 'Exactly 15 %',
        steps: {
          order: { party: 'partner', team: 'Supplier', processTime: 50, wait: 100 },
          install: { party: 'provider', processTime: 50, wait: 800 },
        },
        finds: ['order'],
      },
    ],
    clean: [
      {
        title: 'A little less than 15 %',
        steps: {
          order: { party: 'partner', processTime: 49, wait: 100 },
          install: { party: 'provider', processTime: 51, wait: 800 },
        },
      },
      {
        title: 'The vendor is needed for one item in twenty',
        steps: {
          diagnose: { party: 'provider', processTime: 60, wait: 360 },
          'vendor-fix': { party: 'partner', processTime: 120, wait: 960 },
        },
        flows: [
          { from: 'start', to: 'diagnose' },
          { from: 'diagnose', to: 'end', share: 0.95 },
          { from: 'diagnose', to: 'vendor-fix', share: 0.05, kind: 'escalation' },
          { from: 'vendor-fix', to: 'end' },
        ],
      },
    ],
  },
});
