import { rulesText } from '../../text/rules';
import { above } from '../measure';
import { classByKind } from '../fixes/class-by-kind';
import { defineRule } from '../rule';

const text = rulesText['dq-unclassified-steps'];

/** Steps without value class. */
export const unclassifiedSteps = defineRule({
  ...text,
  id: 'dq-unclassified-steps',
  category: 'data-quality',
  defaultSeverity: 'low',
  scope: 'map',
  tier: 1,
  needs: ['value'],
  principles: ['focus-on-value'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: { maxMissing: { label: text.options.maxMissing, unit: 'share', default: 0, min: 0, max: 1 } },
  evidence: { steps: 'count', unclassified: 'count' },
  check: ({ map, steps }, options, report) => {
    const unclassified = steps.filter((step) => step.value === null);
    if (!above(unclassified.length / Math.max(1, steps.length), options.maxMissing)) return;
    report.finding({
      about: [map.id],
      involves: unclassified.map((step) => step.id),
      evidence: { steps: steps.length, unclassified: unclassified.length },
    });
  },
  suggest: [
    { kind: 'open', label: text.classify, place: 'classify' },
    { kind: 'correct', label: text.suggestClass, command: classByKind },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      {
        title: 'One of two steps is not classed',
        steps: { approve: { kind: 'approval' }, restore: { value: 'VA' } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Every step is classed',
        steps: { approve: { value: 'NNVA', nnvaReason: 'risk' }, restore: { value: 'VA' } },
      },
    ],
  },
});
