import { flowText } from '../../text/rules-flow';
import { shareOfClock } from '../facts-clock';
import type { BranchFacts } from '../facts-structure';
import type { StepFacts } from '../facts-steps';
import { scaleField } from '../fixes/fields';
import { atLeast } from '../measure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = flowText['flow-unbalanced-parallel'];

/** Minutes of a step per item; 0 where it is unknown. */
const timeOf = ({ visits, wait, processTime }: StepFacts): number =>
  (visits ?? 0) * ((wait?.mean ?? 0) + (processTime?.mean ?? 0));

/** Steps of a branch, the longest first. */
function stepsIn({ nodes }: BranchFacts, steps: ReadonlyMap<string, StepFacts>): StepFacts[] {
  return nodes.flatMap((id) => steps.get(id) ?? []).sort((a, b) => timeOf(b) - timeOf(a));
}

const block = [
  { from: 'start', to: 'part' },
  { from: 'part', to: 'diagnose' },
  { from: 'part', to: 'inform' },
  { from: 'diagnose', to: 'meet' },
  { from: 'inform', to: 'meet' },
  { from: 'meet', to: 'confirm' },
  { from: 'confirm', to: 'end' },
] as const;

/** Parallel work that waits for one slow branch. */
export const unbalancedParallel = defineRule({
  ...text,
  id: 'flow-unbalanced-parallel',
  category: 'flow',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['process_time', 'wait'],
  principles: ['think-and-work-holistically'],
  wastes: ['waiting'],
  dimensions: ['value-streams-processes'],
  options: {
    mult: { label: text.options.mult, unit: 'factor', default: 2, min: 1, max: 100 },
    share: { label: text.options.share, unit: 'share', default: 0.1, min: 0, max: 1 },
  },
  evidence: { slow: 'text', longest: 'minutes', next: 'minutes', gap: 'minutes', share: 'share' },
  check: (facts, options, report) => {
    const steps = new Map(facts.steps.map((step) => [step.id, step]));
    for (const { fork, branches } of facts.structure.blocks) {
      const known = branches.flatMap((branch) =>
        branch.leadTime === null ? [] : [{ branch, time: branch.leadTime }],
      );
      if (known.length < branches.length) {
        for (const { nodes, leadTime } of branches)
          for (const id of leadTime === null ? nodes : []) {
            const step = steps.get(id);
            if (step?.wait === null) report.gap(id, 'wait');
            if (step?.processTime === null) report.gap(id, 'process_time');
          }
        if (facts.visitsMissing.length > 0)
          for (const { about, field } of facts.visitsMissing) report.gap(about, field);
        continue;
      }
      const [longest, next] = known.sort((a, b) => b.time - a.time);
      if (longest === undefined || next === undefined || next.time === 0) continue;
      if (!atLeast(longest.time, options.mult * next.time)) continue;
      const slow = stepsIn(longest.branch, steps);
      if (!slow.some((step) => step.movesClock)) continue;
      const gap = longest.time - next.time;
      const verdict = shareOfClock(facts, gap, options.share);
      const isOpen = verdict.kind === 'open' || (verdict.kind === 'reached' && verdict.isOfKnown);
      if (isOpen) for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
      if (isOpen || verdict.kind !== 'reached') continue;
      report.finding({
        about: [fork],
        involves: slow.map(({ id }) => id),
        trust: verdict.trust,
        impact: { leadTime: gap },
        evidence: {
          slow: slow[0]?.name ?? '',
          longest: longest.time,
          next: next.time,
          gap,
          share: verdict.share,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      slow: e.slow,
      longest: roundTime(e.longest),
      next: roundTime(e.next),
      gap: roundTime(e.gap),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.halve,
      command: scaleField('wait', 0.5, ({ involves }) => involves.slice(0, 1)),
    },
    { kind: 'task', label: text.start },
    { kind: 'task', label: text.move },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Diagnosing takes exactly twice as long as informing',
        steps: {
          part: { type: 'fork' },
          diagnose: { processTime: 60, wait: 60 },
          inform: { processTime: 30, wait: 30 },
          meet: { type: 'join' },
          confirm: { processTime: 10, wait: 60 },
        },
        flows: block,
        finds: ['part'],
      },
      {
        title: 'A branch waits for days',
        steps: {
          part: { type: 'fork' },
          diagnose: { processTime: 60, wait: 1440 },
          inform: { processTime: 30, wait: 30 },
          meet: { type: 'join' },
          confirm: { processTime: 10, wait: 60 },
        },
        flows: block,
        finds: ['part'],
      },
    ],
    clean: [
      {
        title: 'A little less than twice as long',
        steps: {
          part: { type: 'fork' },
          diagnose: { processTime: 60, wait: 59 },
          inform: { processTime: 30, wait: 30 },
          meet: { type: 'join' },
          confirm: { processTime: 10, wait: 60 },
        },
        flows: block,
      },
      {
        title: 'Twice as long, but nobody notices in a stream of days',
        steps: {
          part: { type: 'fork' },
          diagnose: { processTime: 60, wait: 60 },
          inform: { processTime: 30, wait: 30 },
          meet: { type: 'join' },
          confirm: { processTime: 10, wait: 1440 },
        },
        flows: block,
      },
    ],
  },
});
