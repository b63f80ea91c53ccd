import { formatShare } from '../../model/units-format';
import { dataQualityText } from '../../text/rules-data-quality';
import type { Facts } from '../facts';
import type { FlowFacts } from '../facts-flows';
import { stepsBetween } from '../facts-between';
import type { StepFacts } from '../facts-steps';
import { atLeast, leastTrust } from '../measure';
import { defineRule, type OptionValues } from '../rule';

const text = dataQualityText['dq-implausible-quality'];

const options = {
  perfect: { label: text.options.perfect, unit: 'share', default: 0.99, min: 0.5, max: 1 },
  n: { label: text.options.n, unit: 'count', default: 4, min: 2, max: 100 },
  loop: { label: text.options.loop, unit: 'share', default: 0.1, min: 0, max: 1 },
  near: { label: text.options.near, unit: 'share', default: 0.98, min: 0.5, max: 1 },
  gap: { label: text.options.gap, unit: 'share', default: 0.2, min: 0.01, max: 1 },
} as const;

/** A return that the quality of the steps on the way to it does not allow for. */
interface Contradiction {
  readonly flow: FlowFacts;
  readonly returns: number;
  readonly quality: number;
  readonly steps: readonly StepFacts[];
}

/** How often what comes out of all steps is right; those that nobody judged count as right. */
const qualityOf = (steps: readonly StepFacts[]): number =>
  steps.reduce((product, step) => product * (step.completeAccurate?.mean ?? 1), 1);

/** The return that contradicts most; asks for what alone keeps one from being judged. */
function worstReturn(
  facts: Facts,
  limits: OptionValues<typeof options>,
  ask: (about: string, field: 'complete_accurate' | 'share') => void,
): Contradiction | null {
  let worst: Contradiction | null = null;
  for (const flow of facts.flows) {
    const returns = flow.likelihood;
    if (flow.kind !== 'rework' || flow.passes === 0) continue;
    if (returns === null) ask(flow.id, 'share');
    if (returns === null || !atLeast(returns, limits.loop)) continue;
    const steps = stepsBetween(facts, flow);
    // A repair step beside the way has not made the fault.
    if (steps.every((step) => step.isRework)) continue;
    const quality = qualityOf(steps);
    const isTooGood = atLeast(quality, limits.near) || atLeast(returns - (1 - quality), limits.gap);
    const unknown = steps.filter((step) => step.completeAccurate === null);
    if (!isTooGood) continue;
    if (unknown.length > 0) for (const step of unknown) ask(step.id, 'complete_accurate');
    else if (worst === null || returns + quality > worst.returns + worst.quality)
      worst = { flow, returns, quality, steps };
  }
  return worst;
}

/** Figures of quality that nobody can have asked for. */
export const implausibleQuality = defineRule({
  ...text,
  id: 'dq-implausible-quality',
  category: 'data-quality',
  defaultSeverity: 'low',
  scope: 'map',
  tier: 2,
  needs: ['complete_accurate', 'share'],
  principles: ['start-where-you-are'],
  wastes: ['defects'],
  dimensions: ['information-technology'],
  options,
  evidence: { kind: 'text', steps: 'count', quality: 'share', returns: 'share?', to: 'text?' },
  check: (facts, limits, report) => {
    const { map, nodes, steps } = facts;
    const worst = worstReturn(facts, limits, (about, field) => report.gap(about, field));
    if (worst !== null) {
      const { flow, returns, quality } = worst;
      return report.finding({
        about: [map.id],
        involves: worst.steps.map(({ id }) => id),
        trust: leastTrust([flow.share, ...worst.steps.map((step) => step.completeAccurate)]),
        evidence: {
          kind: 'contradicted',
          steps: worst.steps.length,
          quality,
          returns,
          to: nodes.find(({ id }) => id === flow.to)?.name ?? flow.to,
        },
      });
    }
    const asked = steps.filter(
      ({ automation, completeAccurate: ca }) =>
        ca !== null && automation !== 'automated' && ca.source !== 'measured' && ca.source !== 'log',
    );
    const figures = asked.map((step) => step.completeAccurate?.mean ?? 1);
    const least = Math.min(...figures);
    const isSame = Math.max(...figures) - least < 1e-9;
    if (!atLeast(asked.length, limits.n) || (!isSame && !atLeast(least, limits.perfect))) return;
    report.finding({
      about: [map.id],
      involves: asked.map(({ id }) => id),
      trust: leastTrust(asked.map((step) => step.completeAccurate)),
      evidence: {
        kind: isSame ? 'same' : 'perfect',
        steps: asked.length,
        quality: least,
        returns: null,
        to: null,
      },
    });
  },
  say: (e) =>
    text.say({
      ...e,
      quality: formatShare(e.quality, 0),
      returns: e.returns === null ? null : formatShare(e.returns, 0),
    }),
  suggest: [{ kind: 'open', label: text.ask, place: 'step' }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A tenth comes back from a test, although 99 % were said to be right',
        steps: { build: { completeAccurate: 0.99 }, test: { completeAccurate: 0.9 } },
        flows: [
          { from: 'start', to: 'build' },
          { from: 'build', to: 'test' },
          { from: 'test', to: 'build', kind: 'rework', share: 0.1 },
          { from: 'test', to: 'end', share: 0.9 },
        ],
        finds: ['map'],
      },
      {
        title: 'Five times 90 %',
        steps: {
          register: { completeAccurate: 0.9 },
          assess: { completeAccurate: 0.9 },
          build: { completeAccurate: 0.9 },
          test: { completeAccurate: 0.9 },
          deploy: { completeAccurate: 0.9 },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'A tenth comes back, and a tenth was said to be faulty',
        steps: { build: { completeAccurate: 0.9 }, test: { completeAccurate: 0.95 } },
        flows: [
          { from: 'start', to: 'build' },
          { from: 'build', to: 'test' },
          { from: 'test', to: 'build', kind: 'rework', share: 0.1 },
          { from: 'test', to: 'end', share: 0.9 },
        ],
      },
      {
        title: 'The log says 90 % five times',
        steps: Object.fromEntries(
          ['register', 'assess', 'build', 'test', 'deploy'].map((id) => [
            id,
            { completeAccurate: { likely: 0.9, source: 'log' as const } },
          ]),
        ),
      },
      {
        title: 'Three figures alike are chance',
        steps: {
          register: { completeAccurate: 0.9 },
          assess: { completeAccurate: 0.9 },
          build: { completeAccurate: 0.9 },
        },
      },
    ],
  },
});
