import { rulesText } from '../../text/rules';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import type { FieldName } from '../fields';
import { atLeast, leastTrust } from '../measure';
import { setAutomation } from '../fixes/fields';
import { splitPath } from '../fixes/structure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = rulesText['principle-manual-standard-work'];

/** What is not known of a step that would have to be known to judge it. */
function lacking(step: StepFacts, facts: Facts): [about: string, field: FieldName][] {
  const fields: [string, FieldName][] = [];
  if (step.automation === null) fields.push([step.id, 'automation']);
  if (step.standardised === null) fields.push([step.id, 'standardised']);
  if (step.workPerMonth !== null) return fields;
  if (step.processTime === null) fields.push([step.id, 'process_time']);
  if (facts.stream.demandPerMonth === null) fields.push([facts.map.id, 'demand_per_month']);
  if (step.visits === null) for (const { about, field } of facts.visitsMissing) fields.push([about, field]);
  return fields;
}

/** Standard work that people do by hand although a machine could. */
export const manualStandardWork = defineRule({
  ...text,
  id: 'principle-manual-standard-work',
  category: 'principle:optimize-and-automate',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['automation', 'standardised', 'demand_per_month'],
  principles: ['optimize-and-automate'],
  wastes: ['skills', 'motion'],
  dimensions: ['information-technology'],
  options: { hours: { label: text.options.hours, unit: 'hoursPerMonth', default: 20, min: 0, max: 10_000 } },
  evidence: { hoursPerMonth: 'hoursPerMonth' },
  check: (facts, options, report) => {
    for (const step of facts.steps) {
      const work = step.workPerMonth;
      const isOther = step.automation !== null && step.automation !== 'manual';
      if (isOther || step.standardised === false) continue;
      if (work !== null && !atLeast(work / 60, options.hours)) continue;
      const unknown = lacking(step, facts);
      if (unknown.length > 0 || work === null) {
        for (const [about, field] of unknown) report.gap(about, field);
        continue;
      }
      const saved = step.visits === null || step.wait === null ? null : step.visits * step.wait.mean;
      report.finding({
        about: [step.id],
        trust: leastTrust([step.processTime]),
        impact: { leadTime: step.movesClock ? saved : 0, effortPerMonth: 0.9 * work },
        evidence: { hoursPerMonth: work / 60 },
      });
    }
  },
  say: ({ hoursPerMonth }) => text.say({ perMonth: roundTime(hoursPerMonth * 60) }),
  suggest: [
    {
      kind: 'improve',
      label: text.automate,
      command: setAutomation('automated', { processTime: 0.1, wait: 0 }),
    },
    { kind: 'improve', label: text.selfService, command: splitPath({ share: 0.5, label: text.label }) },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Two hundred hours a month of the same clicks',
        stream: { demandPerMonth: 600 },
        steps: { provision: { automation: 'manual', standardised: true, processTime: 20, wait: 240 } },
        finds: ['provision'],
      },
      {
        title: 'Exactly twenty hours a month',
        stream: { demandPerMonth: 120 },
        steps: { provision: { automation: 'manual', standardised: true, processTime: 10 } },
        finds: ['provision'],
      },
    ],
    clean: [
      {
        title: 'Too little to be worth a machine',
        stream: { demandPerMonth: 20 },
        steps: { provision: { automation: 'manual', standardised: true, processTime: 20 } },
      },
      {
        title: 'Every case is different',
        stream: { demandPerMonth: 600 },
        steps: { diagnose: { automation: 'manual', standardised: false, processTime: 60 } },
      },
    ],
  },
});
