import { dimensionRulesText } from '../../text/rules-dimension';
import type { StepFacts } from '../facts-steps';
import { addPractice } from '../fixes/fields';
import { defineRule } from '../rule';
import { maybeTime } from '../wording';

const text = dimensionRulesText['dimension-supplier-without-agreement'];

const supplierManagement = 'supplier-management';

const isPartners = ({ party, partner }: StepFacts): boolean =>
  party === 'partner' || (party === null && partner !== null);

/** A partner's step without an agreement, or a stream in which nobody looks after the partner. */
export const supplierWithoutAgreement = defineRule({
  ...text,
  id: 'dimension-supplier-without-agreement',
  category: 'dimension:partners-suppliers',
  defaultSeverity: 'high',
  scope: 'step',
  tier: 1,
  needs: ['party', 'agreement', 'practices'],
  principles: ['think-and-work-holistically', 'collaborate-and-promote-visibility'],
  wastes: ['waiting'],
  dimensions: ['partners-suppliers'],
  options: {},
  evidence: { partner: 'text?', wait: 'minutes?', agreed: 'text?' },
  check: ({ steps, stream, pack }, _options, report) => {
    if (stream.isSparedTemplate) return;
    const knowsPractice = pack.practices.some(({ id }) => id === supplierManagement);
    const cares = steps.some((step) => step.practices?.includes(supplierManagement) === true);
    const blank = steps.filter((step) => step.practices === null);
    for (const step of steps) {
      if (step.party === null && step.partner === null) report.gap(step.id, 'party');
      if (!isPartners(step)) continue;
      const isAgreed = step.agreement === true;
      if (isAgreed && (cares || !knowsPractice)) continue;
      if (isAgreed && blank.length > 0) {
        for (const each of blank) report.gap(each.id, 'practices');
        continue;
      }
      report.finding({
        about: [step.id],
        severity: isAgreed ? 'low' : 'high',
        trust: step.wait?.trust ?? 1,
        evidence: {
          partner: step.partner?.name ?? (step.team?.trim() || null),
          wait: step.wait?.mean ?? null,
          agreed: isAgreed ? 'yes' : null,
        },
      });
    }
  },
  say: (e) => text.say({ partner: e.partner, wait: maybeTime(e.wait || null), isAgreed: e.agreed !== null }),
  suggest: [
    { kind: 'open', label: text.record, place: 'step' },
    {
      kind: 'improve',
      label: text.practice,
      command: (context) =>
        context.evidence.agreed === undefined ? null : addPractice(supplierManagement)(context),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      {
        title: 'The vendor promised nothing',
        steps: {
          diagnose: { party: 'provider' },
          investigate: {
            party: 'partner',
            partner: 'printer-works',
            wait: 1080,
            practices: ['supplier-management'],
          },
        },
        finds: ['investigate'],
      },
      {
        title: 'There is a contract, but nobody looks after it',
        steps: {
          order: { party: 'provider', practices: ['service-request-management'] },
          deliver: { party: 'partner', agreement: true, practices: ['deployment-management'] },
        },
        finds: ['deliver'],
      },
    ],
    clean: [
      {
        title: 'Agreed, and looked after by another step',
        steps: {
          order: { party: 'provider', practices: ['it-asset-management', 'supplier-management'] },
          deliver: { party: 'partner', agreement: true, practices: ['deployment-management'] },
        },
      },
      {
        title: 'Our own people and the consumer need none',
        steps: { order: { party: 'consumer' }, fulfil: { party: 'provider' } },
      },
    ],
  },
});
