import { dataQualityText } from '../../text/rules-data-quality';
import { addJoin } from '../fixes/structure';
import { defineRule } from '../rule';

const text = dataQualityText['dq-unmatched-parallel'];

/** Parallel work that never comes together. */
export const unmatchedParallel = defineRule({
  ...text,
  id: 'dq-unmatched-parallel',
  category: 'data-quality',
  defaultSeverity: 'error',
  scope: 'step',
  tier: 1,
  needs: [],
  principles: ['think-and-work-holistically'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { problem: 'text', branches: 'count' },
  check: ({ nodes, flows, structure }, _options, report) => {
    const entries = new Map<string, number>();
    for (const { kind, to } of flows)
      if (kind !== 'rework' && kind !== 'iteration') entries.set(to, (entries.get(to) ?? 0) + 1);
    const exits = new Map(nodes.map((node) => [node.id, node.exits.length]));
    for (const id of structure.openForks)
      report.finding({ about: [id], evidence: { problem: 'fork', branches: exits.get(id) ?? 0 } });
    for (const id of structure.loneJoins)
      report.finding({ about: [id], evidence: { problem: 'join', branches: entries.get(id) ?? 0 } });
    for (const id of structure.crossed)
      report.finding({ about: [id], evidence: { problem: 'jump', branches: exits.get(id) ?? 0 } });
  },
  say: text.say,
  suggest: [{ kind: 'correct', label: text.addJoin, command: addJoin() }],
  supersedes: [],
  blocksCalculation: true,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Two branches, each of which ends for itself',
        steps: { part: { type: 'fork' }, inform: {}, restore: {} },
        flows: [
          { from: 'start', to: 'part' },
          { from: 'part', to: 'inform' },
          { from: 'part', to: 'restore' },
          { from: 'inform', to: 'end' },
          { from: 'restore', to: 'end' },
        ],
        finds: ['part'],
      },
      {
        title: 'A choice ends in a join',
        steps: { choose: { type: 'decision' }, inform: {}, restore: {}, meet: { type: 'join' } },
        flows: [
          { from: 'start', to: 'choose' },
          { from: 'choose', to: 'inform', share: 0.5 },
          { from: 'choose', to: 'restore', share: 0.5 },
          { from: 'inform', to: 'meet' },
          { from: 'restore', to: 'meet' },
          { from: 'meet', to: 'end' },
        ],
        finds: ['meet'],
      },
    ],
    clean: [
      {
        title: 'Both branches meet',
        steps: { part: { type: 'fork' }, inform: {}, restore: {}, meet: { type: 'join' } },
        flows: [
          { from: 'start', to: 'part' },
          { from: 'part', to: 'inform' },
          { from: 'part', to: 'restore' },
          { from: 'inform', to: 'meet' },
          { from: 'restore', to: 'meet' },
          { from: 'meet', to: 'end' },
        ],
      },
      {
        title: 'A notice that nothing waits for',
        steps: { part: { type: 'fork' }, inform: {}, restore: {} },
        flows: [
          { from: 'start', to: 'part' },
          { from: 'part', to: 'inform' },
          { from: 'part', to: 'restore' },
          { from: 'restore', to: 'end' },
        ],
      },
    ],
  },
});
