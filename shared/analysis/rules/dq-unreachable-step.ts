import { dataQualityText } from '../../text/rules-data-quality';
import { cutOffParts, loosePoints, looseStarts } from '../facts-broken-ways';
import type { Fix } from '../fixes/fix';
import { leadFromStart } from '../fixes/lead-from-start';
import { leadToEnd } from '../fixes/lead-to-end';
import { connectNearest, removeStep } from '../fixes/structure';
import { defineRule } from '../rule';

const text = dataQualityText['dq-unreachable-step'];

/** A fix that fits one side of the gap alone. */
const whereIs =
  (side: string, fix: Fix): Fix =>
  (context) =>
    context.evidence.side === side ? fix(context) : null;

/** A step that no item can reach, or that leads nowhere. */
export const unreachableStep = defineRule({
  ...text,
  id: 'dq-unreachable-step',
  category: 'data-quality',
  defaultSeverity: 'error',
  scope: 'step',
  tier: 1,
  needs: [],
  principles: ['think-and-work-holistically'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { side: 'text', others: 'count' },
  check: (facts, _options, report) => {
    const steps = facts.nodes.filter(({ type }) => type === 'step').length;
    for (const id of looseStarts(facts))
      report.finding({ about: [id], evidence: { side: 'start', others: steps } });
    for (const { first, others } of cutOffParts(facts))
      report.finding({
        about: [first],
        involves: others,
        evidence: { side: 'before', others: others.length },
      });
    for (const id of loosePoints(facts))
      report.finding({ about: [id], evidence: { side: 'after', others: 0 } });
  },
  say: text.say,
  suggest: [
    { kind: 'correct', label: text.begin, command: whereIs('start', leadFromStart()) },
    { kind: 'correct', label: text.connect, command: whereIs('before', connectNearest()) },
    { kind: 'correct', label: text.lead, command: whereIs('after', leadToEnd()) },
    { kind: 'correct', label: text.remove, command: removeStep() },
  ],
  supersedes: [],
  blocksCalculation: true,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The demand leads to no step',
        steps: { log: {}, restore: {} },
        flows: [
          { from: 'log', to: 'restore' },
          { from: 'restore', to: 'end' },
        ],
        finds: ['start'],
      },
      {
        title: 'A step beside the stream, with another one behind it',
        steps: { log: {}, restore: {}, audit: {}, file: {} },
        flows: [
          { from: 'start', to: 'log' },
          { from: 'log', to: 'restore' },
          { from: 'restore', to: 'end' },
          { from: 'audit', to: 'file' },
        ],
        finds: ['audit'],
      },
      {
        title: 'One way out of triage stops half-way',
        steps: { triage: {}, restore: {}, escalate: {} },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'restore', share: 0.8 },
          { from: 'triage', to: 'escalate', share: 0.2 },
          { from: 'restore', to: 'end' },
        ],
        finds: ['escalate'],
      },
    ],
    clean: [
      { title: 'All steps on one way', steps: { log: {}, restore: {} } },
      {
        title: 'A notice that nothing waits for',
        steps: { part: { type: 'fork' }, inform: { detached: true }, restore: {} },
        flows: [
          { from: 'start', to: 'part' },
          { from: 'part', to: 'inform' },
          { from: 'part', to: 'restore' },
          { from: 'restore', to: 'end' },
        ],
      },
      {
        title: 'Notes are not steps',
        steps: { log: {}, idea: { type: 'note' } },
        flows: [
          { from: 'start', to: 'log' },
          { from: 'log', to: 'end' },
        ],
      },
    ],
  },
});
