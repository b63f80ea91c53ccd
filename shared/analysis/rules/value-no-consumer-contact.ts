import { rulesText } from '../../text/rules';
import type { StepFacts } from '../facts-steps';
import { addStepAt } from '../fixes/structure';
import { guessedTime } from '../fixes/guessed-time';
import { valuePoint } from '../fixes/value-point';
import { defineRule } from '../rule';

const text = rulesText['value-no-consumer-contact'];

type Answer = (step: StepFacts) => boolean | null;

const engages: Answer = ({ activity }) => (activity === null ? null : activity === 'engage');

const touches: Answer = ({ touchesConsumer }) => touchesConsumer;

/** How many steps answer yes; null where none does, but some do not answer. */
function countOf(steps: readonly StepFacts[], answer: Answer): number | null {
  const count = steps.filter((step) => answer(step) === true).length;
  return count === 0 && steps.some((step) => answer(step) === null) ? null : count;
}

const confirmation = {
  name: text.step,
  kind: 'verify',
  activity: 'engage',
  value: 'VA',
  touchesConsumer: true,
  processTime: guessedTime(5),
  wait: guessedTime(0),
} as const;

/** No contact with the consumer between demand and value. */
export const noConsumerContact = defineRule({
  ...text,
  id: 'value-no-consumer-contact',
  category: 'value',
  defaultSeverity: 'high',
  scope: 'map',
  tier: 1,
  needs: ['touches_consumer', 'activity'],
  principles: ['focus-on-value', 'collaborate-and-promote-visibility'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { steps: 'count', engaging: 'count?', touching: 'count?' },
  check: (facts, _options, report) => {
    const steps = facts.steps.filter((step) => !step.afterValue);
    if (steps.length === 0) return;
    const knowsEngage = facts.activities.includes('engage');
    const engaging = knowsEngage ? countOf(steps, engages) : null;
    const touching = countOf(steps, touches);
    if (engaging === 0 || touching === 0) {
      report.finding({ about: [facts.map.id], evidence: { steps: steps.length, engaging, touching } });
      return;
    }
    const isOpen = knowsEngage && engaging === null;
    for (const step of steps) {
      if (isOpen && engages(step) === null) report.gap(step.id, 'activity');
      if (touching === null && touches(step) === null) report.gap(step.id, 'touches_consumer');
    }
  },
  suggest: [{ kind: 'improve', label: text.add, command: addStepAt('before', confirmation, valuePoint) }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The form is taken in, but nobody meets the user',
        steps: {
          'take-in': { activity: 'engage', touchesConsumer: false },
          fulfil: { activity: 'deliver-support', touchesConsumer: false },
        },
        finds: ['map'],
      },
      {
        title: 'No step engages',
        steps: {
          fulfil: { activity: 'deliver-support', touchesConsumer: true },
          ask: { activity: 'engage', touchesConsumer: true, afterValue: true },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'The user is asked and told',
        steps: {
          'take-in': { activity: 'engage', touchesConsumer: false },
          confirm: { activity: 'deliver-support', touchesConsumer: true },
        },
      },
    ],
  },
});
