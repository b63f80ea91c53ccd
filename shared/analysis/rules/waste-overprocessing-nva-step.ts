import { rulesText } from '../../text/rules';
import { wasteRemedies } from '../../text/rules-waste-remedies';
import { clockGain, timePerItem } from '../facts-worth';
import { removeStep } from '../fixes/structure';
import { leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours, maybeTime } from '../wording';

const text = rulesText['waste-overprocessing-nva-step'];

/** A step that adds no value and that nobody requires. */
export const nvaStep = defineRule({
  ...text,
  id: 'waste-overprocessing-nva-step',
  category: 'waste:overprocessing',
  defaultSeverity: 'high',
  scope: 'step',
  tier: 1,
  needs: ['value'],
  principles: ['focus-on-value', 'keep-it-simple-and-practical'],
  wastes: ['overprocessing'],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { timePerItem: 'minutes?', hoursPerMonth: 'hoursPerMonth?' },
  check: (facts, _options, report) => {
    for (const step of facts.steps) {
      if (step.isRework) continue;
      if (step.value === null) report.gap(step.id, 'value');
      if (step.value !== 'NVA') continue;
      const time = timePerItem(step);
      const work = step.workPerMonth === null ? null : step.workPerMonth * step.crew;
      report.finding({
        about: [step.id],
        trust: leastTrust([step.wait, step.processTime]),
        impact: { leadTime: clockGain(facts, step, time), effortPerMonth: work },
        evidence: { timePerItem: time, hoursPerMonth: work === null ? null : work / 60 },
      });
    }
  },
  say: (e) =>
    text.say({
      perItem: maybeTime(e.timePerItem),
      perMonth: maybeHours(e.hoursPerMonth),
    }),
  suggest: [
    { kind: 'improve', label: wasteRemedies.nvaStep.remove, command: removeStep() },
    { kind: 'open', label: wasteRemedies.nvaStep.reason, place: 'step' },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Routing adds nothing',
        stream: { demandPerMonth: 480 },
        steps: {
          route: { value: 'NVA', processTime: 3, wait: 60 },
          diagnose: { value: 'VA', processTime: 60, wait: 60 },
        },
        finds: ['route'],
      },
    ],
    clean: [
      {
        title: 'A step that only rework leads to is judged at its loop',
        steps: { verify: { value: 'VA' }, repair: { value: 'NVA' } },
        flows: [
          { from: 'start', to: 'verify' },
          { from: 'verify', to: 'end', share: 0.9 },
          { from: 'verify', to: 'repair', share: 0.1, kind: 'rework' },
          { from: 'repair', to: 'verify' },
        ],
      },
      { title: 'Necessary is not waste', steps: { approve: { value: 'NNVA', nnvaReason: 'risk' } } },
    ],
  },
});
