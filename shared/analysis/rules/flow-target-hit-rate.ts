import { formatShare } from '../../model/units-format';
import { flowText } from '../../text/rules-flow';
import type { Facts } from '../facts';
import { above, atLeast } from '../measure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = flowText['flow-target-hit-rate'];

/** True where a time on the clock is a range, so that sampling has something to say. */
const hasSpread = ({ steps }: Facts): boolean =>
  steps.some(
    (step) => step.movesClock && (step.wait?.isRange === true || step.processTime?.isRange === true),
  );

/** Share of the items that sampling lets be within the target; null where that was sampled without it. */
function shareWithin({ sampled, stream }: Facts): number | null {
  const target = stream.targetLeadTime;
  if (sampled === null || target === null || sampled.shareWithinTarget === null) return null;
  // What was sampled for an older target is at least this for the present one.
  const least = target >= sampled.p95 ? 0.95 : target >= sampled.p85 ? 0.85 : 0;
  return Math.max(sampled.shareWithinTarget, least);
}

const sampled = { runs: 10_000, seed: 1, mean: 440, p50: 380, p85: 640, p95: 800 };

/** A target that too many items miss. */
export const targetHitRate = defineRule({
  ...text,
  id: 'flow-target-hit-rate',
  category: 'flow',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['target_lead_time', 'samples'],
  principles: ['focus-on-value'],
  wastes: ['waiting'],
  dimensions: ['value-streams-processes'],
  options: { goal: { label: text.options.goal, unit: 'share', default: 0.85, min: 0.01, max: 1 } },
  evidence: { share: 'share', target: 'minutes', p50: 'minutes', p85: 'minutes', p95: 'minutes' },
  check: (facts, options, report) => {
    const { map, stream, leadTime } = facts;
    const target = stream.targetLeadTime || null;
    if (facts.sampled !== null && target === null) return report.gap(map.id, 'target_lead_time');
    if (target === null) return;
    if (facts.sampled === null) {
      if (hasSpread(facts)) report.gap(map.id, 'samples');
      return;
    }
    const share = shareWithin(facts);
    const { p50, p85, p95 } = facts.sampled;
    if (share === null || !above(p95, p50) || atLeast(share, options.goal)) return;
    report.finding({
      about: [map.id],
      trust: leadTime.trust,
      evidence: { share, target, p50, p85, p95 },
    });
  },
  say: (e) =>
    text.say({ share: formatShare(e.share, 0), target: roundTime(e.target), p85: roundTime(e.p85) }),
  suggest: [
    { kind: 'task', label: text.promise },
    { kind: 'task', label: text.split },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The mean is within eight hours, but 84 of 100 items are',
        stream: { targetLeadTime: 480 },
        steps: { diagnose: { processTime: 60, wait: { low: 60, likely: 300, high: 1200 } } },
        sampled: { ...sampled, shareWithinTarget: 0.849 },
        finds: ['map'],
      },
      {
        title: 'Half of the items are late',
        stream: { targetLeadTime: 400 },
        steps: { diagnose: { processTime: { low: 20, likely: 60, high: 200 }, wait: 380 } },
        sampled: { ...sampled, shareWithinTarget: 0.5 },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: '85 of 100 items are within the target',
        stream: { targetLeadTime: 480 },
        steps: { diagnose: { processTime: 60, wait: { low: 60, likely: 300, high: 1200 } } },
        sampled: { ...sampled, shareWithinTarget: 0.85 },
      },
      {
        title: 'Single values have no spread',
        stream: { targetLeadTime: 300 },
        steps: { diagnose: { processTime: 60, wait: 300 } },
        sampled: { ...sampled, p50: 360, p85: 360, p95: 360, shareWithinTarget: 0 },
      },
    ],
  },
});
