import { listNames } from '../../text/rules';
import { dimensionRulesText } from '../../text/rules-dimension';
import { contributionOf } from '../facts-contributions';
import { setStep } from '../fixes/fields';
import { defineRule } from '../rule';

const text = dimensionRulesText['dimension-unusual-practice'];

/** A step in an activity to which none of its practices contributes. */
export const unusualPractice = defineRule({
  ...text,
  id: 'dimension-unusual-practice',
  category: 'dimension:value-streams-processes',
  defaultSeverity: 'info',
  scope: 'step',
  tier: 2,
  needs: ['practices', 'activity'],
  principles: ['think-and-work-holistically'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { practices: 'text', count: 'count', activity: 'text', suggested: 'text?', suggestedId: 'text?' },
  check: ({ steps, pack }, _options, report) => {
    const known = new Map<string, ReturnType<typeof contributionOf>>();
    for (const { id, practices, activity } of steps) {
      if (practices === null && activity !== null) report.gap(id, 'practices');
      if (activity === null && practices !== null && practices.length > 0) report.gap(id, 'activity');
      if (practices === null || activity === null) continue;
      const key = [activity, ...practices].join(' ');
      const contribution = known.has(key) ? known.get(key) : contributionOf(pack, practices, activity);
      known.set(key, contribution ?? null);
      if (!contribution?.isUnusual) continue;
      report.finding({
        about: [id],
        evidence: {
          practices: listNames(contribution.names),
          count: contribution.names.length,
          activity: contribution.activity,
          suggested: contribution.suggested?.name ?? null,
          suggestedId: contribution.suggested?.id ?? null,
        },
      });
    }
  },
  say: (e) => text.say({ ...e, isOne: e.count === 1 }),
  suggest: [
    {
      kind: 'correct',
      label: text.move,
      command: setStep((_step, { evidence }) =>
        typeof evidence.suggestedId === 'string' ? { activity: evidence.suggestedId } : null,
      ),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The service desk plans',
        steps: { prioritise: { practices: ['service-desk'], activity: 'plan' } },
        finds: ['prioritise'],
      },
      {
        title: 'Two practices that seldom plan',
        steps: { forecast: { practices: ['incident-management', 'problem-management'], activity: 'plan' } },
        finds: ['forecast'],
      },
    ],
    clean: [
      {
        title: 'A low level is enough',
        steps: { build: { practices: ['incident-management'], activity: 'obtain-build' } },
      },
      {
        title: 'One of the practices belongs there',
        steps: { prioritise: { practices: ['service-desk', 'portfolio-management'], activity: 'plan' } },
      },
    ],
  },
});
