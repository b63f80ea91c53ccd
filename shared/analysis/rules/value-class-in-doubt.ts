import { valueRulesText } from '../../text/rules-value';
import type { StepFacts } from '../facts-steps';
import { effortPerMonth } from '../facts-worth';
import { leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = valueRulesText['value-class-in-doubt'];

const doubtful = ['approval', 'inspection', 'handoff'] as const;
type Doubt = (typeof doubtful)[number] | 'rework';

/** Why a step cannot be value-adding, or null. */
function doubtAbout({ isRework, kind }: StepFacts): Doubt | null {
  return isRework ? 'rework' : (doubtful.find((each) => each === kind) ?? null);
}

/** A step that is classed as value-adding although its kind of work cannot be. */
export const classInDoubt = defineRule({
  ...text,
  id: 'value-class-in-doubt',
  category: 'value',
  defaultSeverity: 'low',
  scope: 'step',
  tier: 1,
  needs: ['value', 'kind'],
  principles: ['focus-on-value', 'start-where-you-are'],
  wastes: ['overprocessing', 'defects'],
  dimensions: ['value-streams-processes'],
  valueClasses: ['VA'],
  options: {},
  evidence: { reason: 'text', hoursPerMonth: 'hoursPerMonth?' },
  check: ({ steps }, _options, report) => {
    for (const step of steps) {
      const reason = doubtAbout(step);
      if (step.value === null && reason !== null) report.gap(step.id, 'value');
      if (step.value !== 'VA') continue;
      if (reason === null && step.kind === null) report.gap(step.id, 'kind');
      if (reason === null) continue;
      const work = effortPerMonth(step);
      report.finding({
        about: [step.id],
        trust: leastTrust([work === null ? null : step.processTime]),
        evidence: { reason, hoursPerMonth: work === null ? null : work / 60 },
      });
    }
  },
  say: ({ reason, hoursPerMonth }) =>
    text.say({
      reason: doubtful.find((each) => each === reason) ?? 'rework',
      perMonth: maybeHours(hoursPerMonth),
    }),
  suggest: [{ kind: 'open', label: text.classify, place: 'classify' }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A signature called value',
        stream: { demandPerMonth: 120 },
        steps: {
          approve: { kind: 'approval', value: 'VA', processTime: 10 },
          fulfil: { kind: 'work', value: 'VA', processTime: 60 },
        },
        finds: ['approve'],
      },
      {
        title: 'A repair called value',
        steps: {
          fulfil: { kind: 'work', value: 'VA' },
          verify: { kind: 'verify', value: 'VA' },
          repair: { kind: 'work', value: 'VA' },
        },
        flows: [
          { from: 'start', to: 'fulfil' },
          { from: 'fulfil', to: 'verify' },
          { from: 'verify', to: 'end', share: 0.9 },
          { from: 'verify', to: 'repair', share: 0.1, kind: 'rework' },
          { from: 'repair', to: 'verify' },
        ],
        finds: ['repair'],
      },
    ],
    clean: [
      {
        title: 'Finding out what is wrong moves the case on',
        steps: { diagnose: { kind: 'work', value: 'VA' }, confirm: { kind: 'verify', value: 'VA' } },
      },
      {
        title: 'The approval is classed as necessary',
        steps: { approve: { kind: 'approval', value: 'NNVA', nnvaReason: 'risk' } },
      },
    ],
  },
});
