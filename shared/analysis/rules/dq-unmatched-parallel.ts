import { dataQualityText } from '../../text/rules-data-quality';
import { setStep } from '../fixes/fields';
import { type Fix, stepsMeant } from '../fixes/fix';
import { joinBranch } from '../fixes/join-branch';
import { addJoin } from '../fixes/structure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = dataQualityText['dq-unmatched-parallel'];

/** A fix for a branch that ends on its own. */
const ofBranch =
  (fix: Fix): Fix =>
  (context) =>
    context.evidence.problem === 'alone' ? fix(context) : null;

/** A fix for everything else. */
const ofOthers =
  (fix: Fix): Fix =>
  (context) =>
    context.evidence.problem === 'alone' ? null : fix(context);

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
  evidence: { problem: 'text', branches: 'count', time: 'minutes?' },
  check: ({ nodes, flows, structure, steps }, _options, report) => {
    const entries = new Map<string, number>();
    for (const { kind, to } of flows)
      if (kind !== 'rework' && kind !== 'iteration') entries.set(to, (entries.get(to) ?? 0) + 1);
    const exits = new Map(nodes.map((node) => [node.id, node.exits.length]));
    for (const id of structure.openForks)
      report.finding({
        about: [id],
        evidence: { problem: 'fork', branches: exits.get(id) ?? 0, time: null },
      });
    for (const id of structure.loneJoins)
      report.finding({
        about: [id],
        evidence: { problem: 'join', branches: entries.get(id) ?? 0, time: null },
      });
    for (const id of structure.crossed)
      report.finding({
        about: [id],
        evidence: { problem: 'jump', branches: exits.get(id) ?? 0, time: null },
      });
    const isStep = new Set(steps.map((step) => step.id));
    for (const { fork, nodes: branch, leadTime, isMarked } of structure.asideBranches) {
      const [first, ...others] = branch.filter((id) => isStep.has(id));
      if (first === undefined || isMarked || structure.openForks.includes(fork)) continue;
      report.finding({
        about: [first],
        involves: others,
        evidence: { problem: 'alone', branches: 1, time: leadTime },
      });
    }
  },
  say: (e) => text.say({ ...e, time: e.time ? roundTime(e.time) : null }),
  suggest: [
    { kind: 'correct', label: text.addJoin, command: ofOthers(addJoin()) },
    { kind: 'correct', label: text.joinBranch, command: ofBranch(joinBranch()) },
    {
      kind: 'correct',
      label: text.setAside,
      command: ofBranch(
        setStep({ detached: true }, (context) => [...stepsMeant(context), ...context.involves]),
      ),
    },
  ],
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
      {
        title: 'One branch was not led to the join',
        steps: { part: { type: 'fork' }, order: {}, restore: {}, meet: { type: 'join' }, close: {} },
        flows: [
          { from: 'start', to: 'part' },
          { from: 'part', to: 'order' },
          { from: 'part', to: 'restore' },
          { from: 'restore', to: 'meet' },
          { from: 'meet', to: 'close' },
          { from: 'close', to: 'end' },
        ],
        finds: ['order'],
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
        steps: { part: { type: 'fork' }, inform: { detached: true }, restore: {} },
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
