import { formatShare } from '../../model/units-format';
import { principleRulesText } from '../../text/rules-principle';
import type { StepFacts } from '../facts-steps';
import { effortPerMonth, timePerItem } from '../facts-worth';
import { above, leastTrust } from '../measure';
import { removeStep } from '../fixes/structure';
import { defineRule } from '../rule';

const text = principleRulesText['principle-automating-waste'];

/** The grounds on which a step should not be automated as it is. */
function groundsOf(
  step: StepFacts,
  lim: number,
): { noValue: boolean; rework: boolean; usable: number | null } {
  const usable = step.completeAccurate?.mean ?? null;
  return {
    // A machine that passes work on is the usual remedy for people who do: what is left costs nobody time.
    noValue: step.value === 'NVA' && !step.isRework && step.kind !== 'handoff',
    rework: step.isRework,
    usable: usable !== null && above(lim, usable) ? usable : null,
  };
}

/** A step that is automated, or to be, although it is waste. */
export const automatingWaste = defineRule({
  ...text,
  id: 'principle-automating-waste',
  category: 'principle:optimize-and-automate',
  defaultSeverity: 'high',
  scope: 'step',
  tier: 1,
  needs: ['automation', 'value', 'complete_accurate'],
  principles: ['optimize-and-automate', 'keep-it-simple-and-practical'],
  wastes: ['overprocessing', 'defects'],
  dimensions: ['information-technology'],
  valueClasses: ['NVA'],
  options: { lim: { label: text.options.lim, unit: 'share', default: 0.8, min: 0, max: 1 } },
  evidence: { automation: 'text', noValue: 'text?', rework: 'text?', usable: 'share?' },
  check: ({ steps }, options, report) => {
    for (const step of steps) {
      const { noValue, rework, usable } = groundsOf(step, options.lim);
      const isFound = noValue || rework || usable !== null;
      if (step.automation === null && isFound) report.gap(step.id, 'automation');
      if (step.automation !== 'automated' && step.automation !== 'planned') continue;
      if (!isFound) {
        if (step.value === null) report.gap(step.id, 'value');
        if (step.completeAccurate === null) report.gap(step.id, 'complete_accurate');
        continue;
      }
      report.finding({
        about: [step.id],
        trust: leastTrust([usable === null ? null : step.completeAccurate]),
        impact: noValue
          ? { leadTime: step.movesClock ? timePerItem(step) : 0, effortPerMonth: effortPerMonth(step) }
          : {},
        evidence: {
          automation: step.automation,
          noValue: noValue ? 'yes' : null,
          rework: rework ? 'yes' : null,
          usable,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      isPlanned: e.automation === 'planned',
      hasNoValue: e.noValue !== null,
      isRework: e.rework !== null,
      usable: e.usable === null ? null : formatShare(e.usable, 0),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.remove,
      command: (context) => (context.evidence.noValue === undefined ? null : removeStep()(context)),
    },
    { kind: 'task', label: text.quality },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A robot is planned for a step without value',
        steps: {
          copy: { automation: 'planned', value: 'NVA', completeAccurate: 0.95, processTime: 5, wait: 60 },
          fulfil: { automation: 'manual', value: 'VA', completeAccurate: 0.9 },
        },
        finds: ['copy'],
      },
      {
        title: 'A machine of whose output one in four has to be mended',
        steps: { match: { automation: 'automated', value: 'VA', completeAccurate: 0.75 } },
        finds: ['match'],
      },
      {
        title: 'An automatic repair of what failed',
        steps: {
          load: { automation: 'manual', value: 'VA', completeAccurate: 0.9 },
          reload: { automation: 'automated', value: 'NVA', completeAccurate: 0.9 },
        },
        flows: [
          { from: 'start', to: 'load' },
          { from: 'load', to: 'end', share: 0.9 },
          { from: 'load', to: 'reload', share: 0.1, kind: 'rework' },
          { from: 'reload', to: 'load' },
        ],
        finds: ['reload'],
      },
    ],
    clean: [
      {
        title: 'Four fifths are usable',
        steps: { match: { automation: 'automated', value: 'VA', completeAccurate: 0.8 } },
      },
      {
        title: 'A record that the law requires',
        steps: {
          record: { automation: 'automated', value: 'NNVA', nnvaReason: 'legal', completeAccurate: 0.99 },
        },
      },
      {
        title: 'A machine routes what people passed on',
        steps: {
          route: { kind: 'handoff', automation: 'automated', value: 'NVA', completeAccurate: 0.95 },
        },
      },
      {
        title: 'People do it, and nothing is planned',
        steps: { copy: { automation: 'manual', value: 'NVA', completeAccurate: 0.7 } },
      },
    ],
  },
});
