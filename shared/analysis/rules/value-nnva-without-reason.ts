import { rulesText } from '../../text/rules';
import { leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';
import { setStep } from '../fixes/fields';

const text = rulesText['value-nnva-without-reason'];

/** A "necessary" step without a stated need. */
export const nnvaWithoutReason = defineRule({
  ...text,
  id: 'value-nnva-without-reason',
  category: 'value',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['value'],
  principles: ['focus-on-value', 'keep-it-simple-and-practical'],
  wastes: ['overprocessing'],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { hoursPerMonth: 'hoursPerMonth?' },
  check: ({ steps }, _options, report) => {
    for (const step of steps) {
      if (step.value === null) report.gap(step.id, 'value');
      if (step.value !== 'NNVA' || step.nnvaReason !== null) continue;
      const work = step.workPerMonth === null ? null : (step.workPerMonth * step.crew) / 60;
      report.finding({
        about: [step.id],
        trust: leastTrust([work === null ? null : step.processTime]),
        evidence: { hoursPerMonth: work },
      });
    }
  },
  say: ({ hoursPerMonth }) => text.say({ perMonth: maybeHours(hoursPerMonth) }),
  suggest: [
    { kind: 'open', label: text.reason, place: 'step' },
    { kind: 'correct', label: text.reclassify, command: setStep({ value: 'NVA', nnvaReason: undefined }) },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      {
        title: 'Nobody says why the check is needed',
        stream: { demandPerMonth: 300 },
        steps: { check: { value: 'NNVA', processTime: 12 }, fulfil: { value: 'VA' } },
        finds: ['check'],
      },
    ],
    clean: [
      {
        title: 'The need is named',
        steps: { check: { value: 'NNVA', nnvaReason: 'contract' }, fulfil: { value: 'VA' } },
      },
    ],
  },
});
