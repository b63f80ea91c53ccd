import { formatShare } from '../../model/units-format';
import { rulesText } from '../../text/rules';
import { wasteRemedies } from '../../text/rules-waste-remedies';
import { setShareOf } from '../fixes/flows';
import { atLeast } from '../measure';
import { defineRule } from '../rule';
import { maybeHours, maybeTime } from '../wording';

const text = rulesText['waste-defects-rework-loop'];

/** A rework loop that is taken often. */
export const reworkLoop = defineRule({
  ...text,
  id: 'waste-defects-rework-loop',
  category: 'waste:defects',
  defaultSeverity: 'high',
  scope: 'flow',
  tier: 1,
  needs: ['share'],
  principles: ['focus-on-value', 'progress-iteratively-with-feedback'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes'],
  options: {
    warn: { label: text.options.warn, unit: 'count', default: 0.1, min: 0, max: 10 },
    bad: { label: text.options.bad, unit: 'count', default: 0.25, min: 0, max: 10 },
    cond: { label: text.options.cond, unit: 'share', default: 0.15, min: 0, max: 1 },
    reach: { label: text.options.reach, unit: 'share', default: 0.2, min: 0, max: 1 },
  },
  ordered: [['warn', 'bad']],
  evidence: {
    share: 'share',
    passes: 'count',
    to: 'text',
    reason: 'text?',
    extraLeadTime: 'minutes?',
    extraHoursPerMonth: 'hoursPerMonth?',
  },
  check: (facts, options, report) => {
    const names = new Map(facts.nodes.map((node) => [node.id, node.name]));
    for (const flow of facts.flows) {
      if (flow.kind !== 'rework' || flow.visitsBefore === 0) continue;
      const { passes, likelihood, visitsBefore } = flow;
      if (passes === null || likelihood === null || visitsBefore === null) {
        if (flow.share === null) report.gap(flow.id, 'share');
        for (const { about, field } of facts.visitsMissing) report.gap(about, field);
        continue;
      }
      const isOften =
        atLeast(passes, options.warn) ||
        (atLeast(likelihood, options.cond) && atLeast(Math.min(1, visitsBefore), options.reach));
      if (passes === 0 || !isOften) continue;
      const extra = facts.costOfLoop(flow.id);
      report.finding({
        about: [flow.id],
        severity: atLeast(passes, options.bad) ? 'high' : 'medium',
        trust: flow.share?.trust ?? 1,
        impact: extra,
        evidence: {
          share: likelihood,
          passes,
          to: names.get(flow.to) ?? flow.to,
          reason: flow.label,
          extraLeadTime: extra.leadTime,
          extraHoursPerMonth: extra.effortPerMonth === null ? null : extra.effortPerMonth / 60,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      share: formatShare(e.share, 0),
      to: e.to,
      reason: e.reason,
      perItem: maybeTime(e.extraLeadTime),
      perMonth: maybeHours(e.extraHoursPerMonth),
    }),
  suggest: [
    {
      kind: 'improve',
      label: wasteRemedies.reworkLoop.halve,
      command: setShareOf((before) => (before === null ? null : before / 2)),
    },
    { kind: 'task', label: wasteRemedies.reworkLoop.reasons },
    { kind: 'task', label: wasteRemedies.reworkLoop.check },
  ],
  supersedes: ['flow-long-return'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A quarter of the forms comes back',
        stream: { demandPerMonth: 120 },
        steps: { register: { processTime: 40, wait: 60 }, screen: { processTime: 20, wait: 300 } },
        flows: [
          { from: 'start', to: 'register' },
          { from: 'register', to: 'screen' },
          { from: 'screen', to: 'register', share: 0.25, kind: 'rework', label: 'form incomplete' },
          { from: 'screen', to: 'end', share: 0.75 },
        ],
        finds: ['screen>register'],
      },
      {
        title: 'Rare for all items, frequent for those that get there',
        steps: { triage: {}, diagnose: {} },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'end', share: 0.6 },
          { from: 'triage', to: 'diagnose', share: 0.4 },
          { from: 'diagnose', to: 'triage', share: 0.16, kind: 'rework', label: 'wrong team' },
          { from: 'diagnose', to: 'end', share: 0.84 },
        ],
        finds: ['diagnose>triage'],
      },
    ],
    clean: [
      {
        title: 'Planned repetition is learning',
        steps: { prototype: {}, review: {} },
        flows: [
          { from: 'start', to: 'prototype' },
          { from: 'prototype', to: 'review' },
          { from: 'review', to: 'prototype', share: 0.5, kind: 'iteration' },
          { from: 'review', to: 'end', share: 0.5 },
        ],
      },
      {
        title: 'One in twenty comes back',
        steps: { work: {}, verify: {} },
        flows: [
          { from: 'start', to: 'work' },
          { from: 'work', to: 'verify' },
          { from: 'verify', to: 'work', share: 0.05, kind: 'rework' },
          { from: 'verify', to: 'end', share: 0.95 },
        ],
      },
    ],
  },
});
