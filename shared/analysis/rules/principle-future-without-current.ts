import { principleRulesText } from '../../text/rules-principle';
import { currentBeside } from '../fixes/current-beside';
import { defineRule } from '../rule';

const text = principleRulesText['principle-future-without-current'];

/** A future state that has no current state beside it. */
export const futureWithoutCurrent = defineRule({
  ...text,
  id: 'principle-future-without-current',
  category: 'principle:start-where-you-are',
  defaultSeverity: 'high',
  scope: 'map',
  tier: 1,
  needs: [],
  principles: ['start-where-you-are'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { steps: 'count' },
  check: ({ map, siblings, steps, stream }, _options, report) => {
    if (map.state !== 'future' || steps.length === 0 || stream.isSparedTemplate) return;
    if (!siblings.includes('current')) report.finding({ about: [map.id], evidence: { steps: steps.length } });
  },
  say: (e) => text.say(e),
  suggest: [
    { kind: 'correct', label: text.copy, command: currentBeside },
    { kind: 'task', label: text.walk },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      {
        title: 'Drawn on a green field',
        map: { state: 'future' },
        steps: { order: {}, fulfil: {} },
        finds: ['map'],
      },
      {
        title: 'Beside it only the design on paper',
        map: { state: 'future' },
        siblings: { paper: { state: 'designed' } },
        steps: { order: {}, fulfil: {} },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'The current state is drawn beside it',
        map: { state: 'future' },
        siblings: { today: { state: 'current' } },
        steps: { order: {}, fulfil: {} },
      },
      { title: 'A current state needs no other', steps: { order: {}, fulfil: {} } },
    ],
  },
});
