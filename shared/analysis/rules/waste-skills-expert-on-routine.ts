import { formatNumber } from '../../model/units-format';
import { defectsText } from '../../text/rules-waste-defects';
import { effortPerMonth } from '../facts-worth';
import { setAutomation, setStep } from '../fixes/fields';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = defectsText['waste-skills-expert-on-routine'];

/** Experts who do routine work. */
export const expertOnRoutine = defineRule({
  ...text,
  id: 'waste-skills-expert-on-routine',
  category: 'waste:skills',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 2,
  needs: ['skill_required', 'skill_typical'],
  principles: ['optimize-and-automate'],
  wastes: ['skills'],
  dimensions: ['organizations-people'],
  options: {
    k: { label: text.options.k, unit: 'count', default: 2, min: 1, max: 4 },
    hours: { label: text.options.hours, unit: 'hoursPerMonth', default: 4, min: 0, max: 1000 },
  },
  evidence: { needed: 'count', typical: 'count', hoursPerMonth: 'hoursPerMonth?' },
  check: ({ map, stream, steps }, { k, hours }, report) => {
    for (const step of steps) {
      if (step.automation === 'automated' || step.party === 'consumer') continue;
      const work = effortPerMonth(step);
      if (work !== null && !atLeast(work / 60, hours)) continue;
      const { skillRequired, skillTypical } = step;
      if (skillRequired === null) report.gap(step.id, 'skill_required');
      if (skillTypical === null) report.gap(step.id, 'skill_typical');
      if (skillRequired === null || skillTypical === null) continue;
      if (!atLeast(skillTypical - skillRequired, k)) continue;
      if (step.processTime === null) report.gap(step.id, 'process_time');
      if (stream.demandPerMonth === null) report.gap(map.id, 'demand_per_month');
      report.finding({
        about: [step.id],
        trust: leastTrust([step.processTime]),
        evidence: {
          needed: skillRequired,
          typical: skillTypical,
          hoursPerMonth: work === null ? null : work / 60,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      needed: formatNumber(e.needed),
      typical: formatNumber(e.typical),
      perMonth: maybeHours(e.hoursPerMonth),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.give,
      command: setStep(({ skillRequired }) =>
        skillRequired === undefined ? null : { role: undefined, skillTypical: skillRequired },
      ),
    },
    {
      kind: 'improve',
      label: text.automate,
      command: setAutomation('automated', { processTime: 0.1, wait: 0 }),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'An engineer resets passwords',
        stream: { demandPerMonth: 300 },
        steps: {
          reset: { skillRequired: 2, skillTypical: 4, processTime: 6 },
          diagnose: { skillRequired: 4, skillTypical: 4, processTime: 60 },
        },
        finds: ['reset'],
      },
      {
        title: 'Exactly four hours a month',
        stream: { demandPerMonth: 60 },
        steps: { report: { skillRequired: 1, skillTypical: 5, processTime: 4 } },
        finds: ['report'],
      },
    ],
    clean: [
      {
        title: 'One level above what is needed',
        stream: { demandPerMonth: 300 },
        steps: { reset: { skillRequired: 3, skillTypical: 4, processTime: 6 } },
      },
      {
        title: 'Less than four hours a month',
        stream: { demandPerMonth: 59 },
        steps: { report: { skillRequired: 1, skillTypical: 5, processTime: 4 } },
      },
      {
        title: 'A machine does it',
        stream: { demandPerMonth: 300 },
        steps: { reset: { skillRequired: 1, skillTypical: 4, automation: 'automated', processTime: 6 } },
      },
    ],
  },
});
