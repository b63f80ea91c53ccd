import { formatShare } from '../../model/units-format';
import { rulesText } from '../../text/rules';
import { above, leastTrust } from '../measure';
import { defineRule } from '../rule';

const text = rulesText['dq-missing-measures'];

const complete = { processTime: 10, wait: 30, completeAccurate: 0.9 };

/** Steps without times or quality. */
export const missingMeasures = defineRule({
  ...text,
  id: 'dq-missing-measures',
  category: 'data-quality',
  defaultSeverity: 'medium',
  scope: 'map',
  tier: 1,
  needs: ['process_time', 'wait', 'complete_accurate'],
  principles: ['start-where-you-are'],
  wastes: ['waiting', 'defects'],
  dimensions: ['information-technology'],
  options: {
    maxPt: { label: text.options.maxPt, unit: 'share', default: 0, min: 0, max: 1 },
    maxWait: { label: text.options.maxWait, unit: 'share', default: 0, min: 0, max: 1 },
    maxCa: { label: text.options.maxCa, unit: 'share', default: 0.25, min: 0, max: 1 },
    high: { label: text.options.high, unit: 'share', default: 0.2, min: 0, max: 1 },
  },
  ordered: [
    ['maxPt', 'high'],
    ['maxWait', 'high'],
  ],
  evidence: {
    steps: 'count',
    lacking: 'count',
    withoutProcessTime: 'count',
    withoutWait: 'count',
    withoutCompleteAccurate: 'count',
    coverage: 'share',
  },
  check: (facts, options, report) => {
    const { steps } = facts;
    const without = {
      processTime: steps.filter((step) => step.processTime === null),
      wait: steps.filter((step) => step.wait === null),
      completeAccurate: steps.filter((step) => step.completeAccurate === null),
    };
    const part = (lacking: readonly unknown[]): number => lacking.length / Math.max(1, steps.length);
    const isFlagged =
      above(part(without.processTime), options.maxPt) ||
      above(part(without.wait), options.maxWait) ||
      above(part(without.completeAccurate), options.maxCa);
    if (!isFlagged) return;
    const lacking = new Set([...without.processTime, ...without.wait, ...without.completeAccurate]);
    const isSerious =
      above(part(without.processTime), options.high) || above(part(without.wait), options.high);
    report.finding({
      about: [facts.map.id],
      involves: steps.filter((step) => lacking.has(step)).map((step) => step.id),
      severity: isSerious ? 'high' : 'medium',
      trust: leastTrust(steps.flatMap((step) => [step.processTime, step.wait, step.completeAccurate])),
      evidence: {
        steps: steps.length,
        lacking: lacking.size,
        withoutProcessTime: without.processTime.length,
        withoutWait: without.wait.length,
        withoutCompleteAccurate: without.completeAccurate.length,
        coverage: facts.leadTime.coverage,
      },
    });
  },
  say: (e) => text.say({ ...e, coverage: formatShare(e.coverage, 0) }),
  suggest: [
    { kind: 'open', label: text.enter, place: 'step' },
    { kind: 'open', label: text.receivers, place: 'step' },
    { kind: 'task', label: text.log },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: true,
  examples: {
    flagged: [
      {
        title: 'One of three steps has no wait',
        steps: {
          log: complete,
          diagnose: { processTime: 60, completeAccurate: 0.8 },
          restore: complete,
        },
        finds: ['map'],
      },
      {
        title: 'Times are known, but half of the steps have no %C&A',
        steps: { log: complete, restore: { processTime: 20, wait: 15 } },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Zero is a value',
        steps: { log: { processTime: 5, wait: 0, completeAccurate: 0.9 }, restore: complete },
      },
      {
        title: 'A quarter of the steps may lack %C&A',
        steps: {
          log: complete,
          triage: complete,
          diagnose: complete,
          restore: { processTime: 20, wait: 15 },
        },
      },
    ],
  },
});
