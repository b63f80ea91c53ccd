import { formatShare } from '../../model/units-format';
import { rulesText } from '../../text/rules';
import { above, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { fillRemainder, scaleShares, shareEqually } from '../fixes/flows';

const text = rulesText['dq-split-probabilities'];

/** Outgoing shares that do not add up to 100 %. */
export const splitProbabilities = defineRule({
  ...text,
  id: 'dq-split-probabilities',
  category: 'data-quality',
  defaultSeverity: 'error',
  scope: 'step',
  tier: 1,
  needs: ['share'],
  principles: [],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: { tol: { label: text.options.tol, unit: 'share', default: 0.01, min: 0, max: 0.1 } },
  evidence: { sum: 'share', exits: 'count', blank: 'count' },
  check: ({ nodes }, options, report) => {
    for (const node of nodes) {
      if (node.type === 'fork' || node.type === 'end') continue;
      const { exits } = node;
      const stated = exits.flatMap((flow) => flow.share ?? []);
      const blank = exits.filter((flow) => flow.share === null);
      if (stated.length === 0 && blank.length < 2) continue;
      const sum = stated.reduce((total, share) => total + share.mean, 0);
      const evidence = { sum, exits: exits.length, blank: blank.length };
      if (above(sum - 1, options.tol) || (blank.length === 0 && above(1 - sum, options.tol)))
        report.finding({ about: [node.id], trust: leastTrust(stated), evidence });
      else if (blank.length > 1) {
        report.finding({ about: [node.id], trust: leastTrust(stated), evidence });
        for (const flow of blank) report.gap(flow.id, 'share');
      }
    }
  },
  say: ({ sum, exits, blank }) =>
    text.say({
      exits,
      blank: blank > 1 && sum <= 1 ? blank : 0,
      sum: formatShare(sum, 0),
      lost: sum < 1 ? formatShare(1 - sum, 0) : null,
      surplus: sum > 1 ? formatShare(sum - 1, 0) : null,
    }),
  suggest: [
    { kind: 'correct', label: text.equal, command: shareEqually() },
    { kind: 'correct', label: text.scale, command: scaleShares() },
    { kind: 'correct', label: text.fill, command: fillRemainder() },
  ],
  supersedes: [],
  blocksCalculation: true,
  judgesAbsence: true,
  examples: {
    flagged: [
      {
        title: 'A tenth of the items goes nowhere',
        steps: { triage: {}, fix: {}, escalate: {} },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'fix', share: 0.6 },
          { from: 'triage', to: 'escalate', share: 0.3 },
          { from: 'fix', to: 'end' },
          { from: 'escalate', to: 'end' },
        ],
        finds: ['triage'],
      },
      {
        title: 'Two exits take more than everything',
        steps: { test: {}, deploy: {} },
        flows: [
          { from: 'start', to: 'test' },
          { from: 'test', to: 'deploy', share: 0.9 },
          { from: 'test', to: 'test', share: 0.3, kind: 'rework' },
          { from: 'deploy', to: 'end' },
        ],
        finds: ['test'],
      },
      {
        title: 'Nobody said how many go each way',
        steps: { triage: {}, fix: {}, escalate: {} },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'fix' },
          { from: 'triage', to: 'escalate' },
          { from: 'fix', to: 'end' },
          { from: 'escalate', to: 'end' },
        ],
        finds: ['triage'],
      },
    ],
    clean: [
      {
        title: 'One blank exit takes the rest',
        steps: { test: {}, deploy: {} },
        flows: [
          { from: 'start', to: 'test' },
          { from: 'test', to: 'deploy' },
          { from: 'test', to: 'test', share: 0.3, kind: 'rework' },
          { from: 'deploy', to: 'end' },
        ],
      },
      {
        title: 'Every branch of a fork is taken',
        steps: { both: { type: 'fork' }, inform: {}, fix: {}, met: { type: 'join' } },
        flows: [
          { from: 'start', to: 'both' },
          { from: 'both', to: 'inform', share: 1 },
          { from: 'both', to: 'fix', share: 1 },
          { from: 'inform', to: 'met' },
          { from: 'fix', to: 'met' },
          { from: 'met', to: 'end' },
        ],
      },
    ],
  },
});
