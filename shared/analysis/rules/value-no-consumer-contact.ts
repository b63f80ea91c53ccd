import { rulesText } from '../../text/rules';
import { defineRule } from '../rule';

const text = rulesText['value-no-consumer-contact'];

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
  evidence: { steps: 'count', engaging: 'count', touching: 'count' },
  check: (facts, _options, report) => {
    const steps = facts.steps.filter((step) => !step.afterValue);
    if (steps.length === 0) return;
    const knowsEngage = facts.activities.includes('engage');
    const engaging = steps.filter((step) => step.activity === 'engage').length;
    const touching = steps.filter((step) => step.touchesConsumer === true).length;
    const unplaced = steps.filter((step) => step.activity === null);
    const isSilent = knowsEngage && engaging === 0;
    const unmarked = steps.filter((step) => step.touchesConsumer === null);
    if ((isSilent && unplaced.length === 0) || (touching === 0 && unmarked.length === 0)) {
      report.finding({ about: [facts.map.id], evidence: { steps: steps.length, engaging, touching } });
      return;
    }
    if (isSilent) for (const step of unplaced) report.gap(step.id, 'activity');
    if (touching === 0) for (const step of unmarked) report.gap(step.id, 'touches_consumer');
  },
  suggest: [],
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
