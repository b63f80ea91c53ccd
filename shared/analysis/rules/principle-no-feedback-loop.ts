import { rulesText } from '../../text/rules';
import type { Facts } from '../facts';
import { stepsBefore } from '../facts-flows';
import { addStepAt } from '../fixes/structure';
import { guessedTime } from '../fixes/guessed-time';
import { defineRule } from '../rule';

const text = rulesText['principle-no-feedback-loop'];

/** Information that comes back from the end, or from the consumer to an earlier node. */
function hasFeedback(facts: Facts): boolean {
  const ends = new Set(facts.nodes.filter((node) => node.type === 'end').map((node) => node.id));
  const consumers = new Set(facts.steps.filter((step) => step.party === 'consumer').map((step) => step.id));
  return facts.informationFlows.some(
    ({ from, to }) => ends.has(from) || (consumers.has(from) && stepsBefore(facts.flows, from).has(to)),
  );
}

const review = {
  name: text.step,
  kind: 'review',
  activity: 'improve',
  value: 'NNVA',
  nnvaReason: 'learning',
  touchesConsumer: true,
  afterValue: true,
  processTime: guessedTime(5),
  wait: guessedTime(0),
} as const;

/** No feedback from the result to the stream. */
export const noFeedbackLoop = defineRule({
  ...text,
  id: 'principle-no-feedback-loop',
  category: 'principle:progress-iteratively-with-feedback',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['activity'],
  principles: ['progress-iteratively-with-feedback', 'focus-on-value'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { steps: 'count' },
  check: (facts, _options, report) => {
    const { steps } = facts;
    if (!facts.activities.includes('improve')) return;
    const isImproving = steps.some((step) => step.activity === 'improve');
    if (steps.length === 0 || isImproving || hasFeedback(facts)) return;
    const unplaced = steps.filter((step) => step.activity === null);
    if (unplaced.length === 0) report.finding({ about: [facts.map.id], evidence: { steps: steps.length } });
    else for (const step of unplaced) report.gap(step.id, 'activity');
  },
  suggest: [{ kind: 'improve', label: text.add, command: addStepAt('before', review) }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The request is fulfilled, and that is that',
        steps: { 'take-in': { activity: 'engage' }, fulfil: { activity: 'deliver-support' } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'A review looks for improvements',
        steps: { fulfil: { activity: 'deliver-support' }, review: { activity: 'improve', afterValue: true } },
      },
      {
        title: 'The consumer’s ratings go back to the desk',
        steps: { fulfil: { activity: 'deliver-support' } },
        flows: [
          { from: 'start', to: 'fulfil' },
          { from: 'fulfil', to: 'end' },
          { from: 'end', to: 'fulfil', kind: 'information' },
        ],
      },
    ],
  },
});
