import { dimensionRulesText } from '../../text/rules-dimension';
import { leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeTime } from '../wording';

const text = dimensionRulesText['dimension-external-constraint-unnamed'];

const outside = ['legal', 'regulatory', 'contract'] as const;

/** A step that a law, a regulation or a contract is said to require, without saying which. */
export const externalConstraintUnnamed = defineRule({
  ...text,
  id: 'dimension-external-constraint-unnamed',
  category: 'dimension:value-streams-processes',
  defaultSeverity: 'info',
  scope: 'step',
  tier: 2,
  needs: ['value', 'obligation_reference'],
  principles: ['keep-it-simple-and-practical', 'start-where-you-are'],
  wastes: ['overprocessing'],
  dimensions: ['value-streams-processes'],
  valueClasses: ['NNVA'],
  options: {},
  evidence: { reason: 'text', wait: 'minutes?' },
  check: ({ steps, stream }, _options, report) => {
    if (stream.isSparedTemplate) return;
    for (const { id, value, nnvaReason, obligationReference, wait } of steps) {
      if (obligationReference?.trim()) continue;
      const reason = outside.find((each) => each === nnvaReason);
      if (value === null && reason !== undefined) report.gap(id, 'value');
      if (value !== 'NNVA') continue;
      if (nnvaReason === null) report.gap(id, 'obligation_reference');
      if (reason === undefined) continue;
      report.finding({
        about: [id],
        trust: leastTrust([wait]),
        evidence: { reason, wait: wait === null || wait.mean === 0 ? null : wait.mean },
      });
    }
  },
  say: ({ reason, wait }) =>
    text.say({ reason: outside.find((each) => each === reason) ?? 'contract', wait: maybeTime(wait) }),
  suggest: [{ kind: 'open', label: text.name, place: 'step' }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      {
        title: 'The law, says everybody',
        steps: { retain: { value: 'NNVA', nnvaReason: 'legal', wait: 480 }, fulfil: { value: 'VA' } },
        finds: ['retain'],
      },
      {
        title: 'An outside factor is no clause',
        steps: {
          board: { value: 'NNVA', nnvaReason: 'regulatory', outsideFactor: 'legal' },
          fulfil: { value: 'VA' },
        },
        finds: ['board'],
      },
    ],
    clean: [
      {
        title: 'The clause is named',
        steps: { retain: { value: 'NNVA', nnvaReason: 'legal', obligationReference: 'Trade act § 147' } },
      },
      {
        title: 'A need of our own has no clause',
        steps: { plan: { value: 'NNVA', nnvaReason: 'coordination' } },
      },
    ],
  },
});
