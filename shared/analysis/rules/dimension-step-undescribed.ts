import { quoteNames } from '../../text/rules';
import { dimensionRulesText } from '../../text/rules-dimension';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import { above } from '../measure';
import { defineRule } from '../rule';

const text = dimensionRulesText['dimension-step-undescribed'];

const sides = ['people', 'information', 'work', 'partner'] as const;
type Side = (typeof sides)[number];

const isEmpty = (ids: readonly unknown[] | null): boolean => ids === null || ids.length === 0;

/** The sides from which a step is not described. */
function lacksOf(step: StepFacts, { pack }: Facts): Side[] {
  const isPartner = step.party === 'partner' || step.partner !== null;
  const needsPractice = pack.practices.length > 0 && step.party !== 'consumer';
  const lacking: Record<Side, boolean> = {
    people:
      step.automation !== 'automated' && step.role === null && !step.team?.trim() && step.partner === null,
    information: isEmpty(step.inputs) && isEmpty(step.outputs) && isEmpty(step.systems),
    work:
      (needsPractice && isEmpty(step.practices)) || (pack.activities.length > 0 && step.activity === null),
    partner: isPartner && step.partner === null && !step.team?.trim(),
  };
  return sides.filter((side) => lacking[side]);
}

const described = {
  role: 'agent',
  systems: ['service-tool'],
  practices: ['service-desk'],
  activity: 'engage',
} as const;

/** Steps that are not described in all dimensions. */
export const stepUndescribed = defineRule({
  ...text,
  id: 'dimension-step-undescribed',
  category: 'dimension:organizations-people',
  defaultSeverity: 'low',
  scope: 'map',
  tier: 1,
  needs: ['role', 'team', 'systems', 'inputs', 'outputs', 'practices', 'activity', 'party', 'partner'],
  principles: ['think-and-work-holistically', 'collaborate-and-promote-visibility'],
  wastes: ['skills'],
  dimensions: [
    'organizations-people',
    'information-technology',
    'partners-suppliers',
    'value-streams-processes',
  ],
  options: { most: { label: text.options.most, unit: 'share', default: 0, min: 0, max: 1 } },
  evidence: {
    names: 'text',
    undescribed: 'count',
    steps: 'count',
    people: 'count',
    information: 'count',
    work: 'count',
    partner: 'count',
  },
  check: (facts, options, report) => {
    if (facts.stream.isSparedTemplate) return;
    const found = facts.steps.flatMap((step) => {
      const lacks = lacksOf(step, facts);
      return lacks.length === 0 ? [] : [{ step, lacks }];
    });
    for (const step of facts.steps)
      if (step.party === null && step.partner === null && !step.team?.trim()) report.gap(step.id, 'party');
    const countOf = (side: Side): number => found.filter(({ lacks }) => lacks.includes(side)).length;
    if (!above(found.length / Math.max(1, facts.steps.length), options.most)) return;
    report.finding({
      about: [facts.map.id],
      involves: found.map(({ step }) => step.id),
      evidence: {
        names: quoteNames(found.map(({ step }) => step.name)),
        undescribed: found.length,
        steps: facts.steps.length,
        people: countOf('people'),
        information: countOf('information'),
        work: countOf('work'),
        partner: countOf('partner'),
      },
    });
  },
  say: (e) => text.say(e),
  suggest: [{ kind: 'open', label: text.fill, place: 'step' }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      {
        title: 'Nobody said who approves, nor with what',
        steps: {
          order: described,
          approve: { practices: ['risk-management'], activity: 'plan' },
          fulfil: described,
        },
        finds: ['map'],
      },
      {
        title: 'A partner without a name, in half of the steps',
        steps: {
          order: described,
          deliver: {
            party: 'partner',
            role: 'driver',
            inputs: ['order'],
            practices: ['supplier-management'],
            activity: 'obtain-build',
          },
        },
        finds: ['map'],
      },
    ],
    clean: [
      { title: 'All that is needed is said', steps: { order: described, fulfil: described } },
      {
        title: 'A machine needs no role, the consumer no practice',
        steps: {
          order: { party: 'consumer', role: 'user', activity: 'engage', outputs: ['order'] },
          provision: {
            automation: 'automated',
            inputs: ['order'],
            practices: ['deployment-management'],
            activity: 'deliver-support',
          },
        },
      },
    ],
  },
});
