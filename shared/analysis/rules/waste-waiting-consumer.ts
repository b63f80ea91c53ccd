import { formatShare } from '../../model/units-format';
import { nameList } from '../../text/name-list';
import { wasteText } from '../../text/rules-waste';
import { shareOfClock } from '../facts-clock';
import type { StepFacts } from '../facts-steps';
import { defineRule } from '../rule';
import { roundTime } from '../wording';
import { waitPerItem } from '../facts-worth';

const text = wasteText['waste-waiting-consumer'];

const knownWaits = (steps: readonly StepFacts[]): number =>
  steps.reduce((sum, step) => sum + (waitPerItem(step) ?? 0), 0);

/** The stream waits for the customer. */
export const waitingConsumer = defineRule({
  ...text,
  id: 'waste-waiting-consumer',
  category: 'waste:waiting',
  defaultSeverity: 'low',
  scope: 'map',
  tier: 1,
  needs: ['party', 'wait'],
  principles: ['focus-on-value', 'collaborate-and-promote-visibility'],
  wastes: ['waiting'],
  dimensions: ['organizations-people'],
  options: { share: { label: text.options.share, unit: 'share', default: 0.2, min: 0.01, max: 1 } },
  evidence: { wait: 'minutes', share: 'share', steps: 'text', of: 'text?' },
  check: (facts, options, report) => {
    const waiting = facts.steps.filter(
      (step) => step.movesClock && !step.requiredWait && waitPerItem(step) !== 0,
    );
    const certain = waiting.filter((step) => step.party === 'consumer');
    const total = knownWaits(certain);
    const verdict = shareOfClock(facts, total, options.share);
    const isReached = verdict.kind === 'reached';
    if (!isReached || verdict.isOfKnown) {
      const possible = waiting.filter((step) => step.party === 'consumer' || step.party === null);
      const isUnknown = possible.some((step) => waitPerItem(step) === null);
      const most = isUnknown ? null : knownWaits(possible);
      if (possible.length === 0 || shareOfClock(facts, most, options.share).kind === 'below') return;
      for (const step of possible) {
        if (step.party === null) report.gap(step.id, 'party');
        else if (step.wait === null) report.gap(step.id, 'wait');
      }
      if (certain.length > 0) for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
    }
    if (!isReached) return;
    const steps = certain.filter((step) => step.wait !== null);
    report.finding({
      about: [facts.map.id],
      involves: steps.map((step) => step.id),
      trust: verdict.trust,
      impact: {},
      evidence: {
        wait: total,
        share: verdict.share,
        steps: nameList(steps.map((step) => step.name)),
        of: verdict.isOfKnown ? 'known lead time' : null,
      },
    });
  },
  say: (e) =>
    text.say({
      share: formatShare(e.share, 0),
      wait: roundTime(e.wait),
      steps: e.steps,
      isOfKnown: e.of !== null,
    }),
  suggest: [
    { kind: 'task', label: text.once },
    { kind: 'task', label: text.remind },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A third of the time the user is asked for details',
        steps: {
          take: { party: 'provider', processTime: 20, wait: 60 },
          'answer-questions': { party: 'consumer', processTime: 20, wait: 480 },
          fulfil: { party: 'provider', processTime: 100, wait: 480 },
        },
        finds: ['map'],
      },
      {
        title: 'Exactly a fifth',
        steps: {
          'answer-questions': { party: 'consumer', processTime: 0, wait: 100 },
          fulfil: { party: 'provider', processTime: 100, wait: 300 },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'A little less than a fifth',
        steps: {
          'answer-questions': { party: 'consumer', processTime: 0, wait: 99 },
          fulfil: { party: 'provider', processTime: 101, wait: 300 },
        },
      },
      {
        title: 'The date was agreed with the customer',
        steps: {
          'choose-date': { party: 'consumer', processTime: 5, wait: 960, requiredWait: true },
          install: { party: 'provider', processTime: 60, wait: 60 },
        },
      },
    ],
  },
});
