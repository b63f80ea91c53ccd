import { formatShare } from '../../model/units-format';
import { listNames } from '../../text/rules';
import { defectsText } from '../../text/rules-waste-defects';
import type { StepFacts } from '../facts-steps';
import { setStep } from '../fixes/fields';
import { above, atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';

const text = defectsText['waste-defects-rolled-quality'];

/** What a good step reaches. */
const goal = 0.95;

const qualityOf = (step: StepFacts): number => step.completeAccurate?.mean ?? 1;

/** The three steps on the way of an item with the lowest known %C&A below the goal. */
function worstOf(steps: readonly StepFacts[]): StepFacts[] {
  return steps
    .filter((step) => !step.detached && !step.isRework && qualityOf(step) < goal)
    .sort((a, b) => qualityOf(a) - qualityOf(b))
    .slice(0, 3);
}

/** What the rolled %C&A becomes when a step that every item takes reaches the goal; null where some do not take it. */
function lifted(rolled: number, step: StepFacts | undefined): number | null {
  if (step?.visits == null || !atLeast(step.visits, 1) || qualityOf(step) <= 0) return null;
  return Math.min(1, (rolled * goal) / qualityOf(step));
}

/** Few items that go through without correction. */
export const rolledQuality = defineRule({
  ...text,
  id: 'waste-defects-rolled-quality',
  category: 'waste:defects',
  defaultSeverity: 'high',
  scope: 'map',
  tier: 1,
  needs: ['complete_accurate'],
  principles: ['focus-on-value', 'think-and-work-holistically'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes'],
  options: {
    warn: { label: text.options.warn, unit: 'share', default: 0.85, min: 0, max: 1 },
    bad: { label: text.options.bad, unit: 'share', default: 0.75, min: 0, max: 1 },
  },
  ordered: [['bad', 'warn']],
  evidence: { rolled: 'share', perStep: 'share', bound: 'text', worst: 'text', lifted: 'share?' },
  check: (facts, options, report) => {
    const { rolledCompleteAccurate, rolledPerStep } = facts.figures;
    if (facts.steps.length === 0) return;
    const perStep = rolledPerStep.value ?? rolledPerStep.upper;
    const rolled = rolledCompleteAccurate.value ?? rolledCompleteAccurate.upper;
    const isLow = perStep !== null && rolled !== null && above(options.warn, perStep);
    if (!isLow) {
      if (rolledPerStep.value === null)
        for (const { about, field } of rolledPerStep.missing) report.gap(about, field);
      return;
    }
    const worst = worstOf(facts.steps);
    const [first] = worst;
    report.finding({
      about: [facts.map.id],
      involves: worst.map((step) => step.id),
      severity: above(options.bad, perStep) ? 'high' : 'medium',
      trust: leastTrust(facts.steps.map((step) => step.completeAccurate)),
      evidence: {
        rolled,
        perStep,
        bound: rolledPerStep.value === null ? 'at most' : 'exact',
        worst: listNames(worst.map((step) => text.step(step.name, formatShare(qualityOf(step), 0)))),
        lifted: lifted(rolled, first),
      },
    });
  },
  say: (e) =>
    text.say({
      rolled: formatShare(e.rolled, 0),
      isAtMost: e.bound === 'at most',
      perStep: formatShare(e.perStep, 0),
      worst: e.worst,
      lift: e.lifted === null ? null : formatShare(e.lifted, 0),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.raise,
      command: setStep({ completeAccurate: { likely: goal, source: 'guess' } }, ({ involves }) =>
        involves.slice(0, 1),
      ),
    },
    { kind: 'task', label: text.criteria },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Three steps, each with a fifth of its output incomplete',
        steps: {
          capture: { completeAccurate: 0.7 },
          assess: { completeAccurate: 0.8 },
          decide: { completeAccurate: 0.9 },
        },
        finds: ['map'],
      },
      {
        title: 'A little less than 85 % per step',
        steps: { capture: { completeAccurate: 0.84 }, assess: { completeAccurate: 0.85 } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Exactly 85 % per step',
        steps: { capture: { completeAccurate: 0.85 }, assess: { completeAccurate: 0.85 } },
      },
      {
        title: 'Twelve good steps roll up to half, which is no leak',
        steps: Object.fromEntries(
          Array.from({ length: 12 }, (_, at) => [`step-${String(at + 1)}`, { completeAccurate: 0.95 }]),
        ),
      },
    ],
  },
});
