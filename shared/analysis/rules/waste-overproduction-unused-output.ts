import { nameList } from '../../text/name-list';
import { processingText } from '../../text/rules-waste-processing';
import type { Facts } from '../facts';
import type { StepFacts } from '../facts-steps';
import { onwardFlows, reachedFrom } from '../facts-ways';
import { effortPerMonth } from '../facts-worth';
import { setStep } from '../fixes/fields';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = processingText['waste-overproduction-unused-output'];

/** Reasons for which a step makes something for others than the steps of its stream. */
const madeForOthers: readonly (string | null)[] = ['legal', 'regulatory', 'contract', 'learning'];

/** True where what a step makes goes to the consumer, leaves the stream, or is kept for others. */
function isDelivered(step: StepFacts, leaves: ReadonlySet<string>): boolean {
  return (
    step.touchesConsumer === true ||
    step.kind === 'communication' ||
    step.kind === 'record' ||
    step.afterValue ||
    madeForOthers.includes(step.nnvaReason) ||
    leaves.has(step.id)
  );
}

/** Ids of the nodes that a flow leads from to an end. */
function nodesBeforeEnd({ nodes, flows }: Facts): ReadonlySet<string> {
  const ends = new Set(nodes.filter((node) => node.type === 'end').map((node) => node.id));
  return new Set(flows.filter((flow) => ends.has(flow.to)).map((flow) => flow.from));
}

/** How many steps use each artefact. */
function usesOf(steps: readonly StepFacts[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const step of steps)
    for (const input of new Set(step.inputs)) uses.set(input, (uses.get(input) ?? 0) + 1);
  return uses;
}

/** An output that nobody uses. */
export const unusedOutput = defineRule({
  ...text,
  id: 'waste-overproduction-unused-output',
  category: 'waste:overproduction',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 2,
  needs: ['inputs', 'outputs'],
  principles: ['focus-on-value', 'keep-it-simple-and-practical'],
  wastes: ['overproduction'],
  dimensions: ['value-streams-processes'],
  options: {},
  evidence: { outputs: 'text', unused: 'count', hoursPerMonth: 'hoursPerMonth?' },
  check: (facts, _options, report) => {
    const leaves = nodesBeforeEnd(facts);
    const uses = usesOf(facts.steps);
    const onward = onwardFlows(facts);
    const silent = facts.steps.filter((step) => step.inputs === null);
    const mayBeUsed = reachedFrom(
      silent.map((step) => step.id),
      onward,
      'back',
    );
    const open: string[] = [];
    for (const step of facts.steps) {
      if (isDelivered(step, leaves)) continue;
      if (step.outputs === null) report.gap(step.id, 'outputs');
      const own = new Set(step.inputs);
      const unused = (step.outputs ?? []).filter(
        (output) => (uses.get(output) ?? 0) <= Number(own.has(output)),
      );
      if (unused.length === 0) continue;
      if (mayBeUsed.has(step.id)) {
        open.push(step.id);
        continue;
      }
      const work = unused.length === step.outputs?.length ? effortPerMonth(step) : null;
      report.finding({
        about: [step.id],
        impact: { effortPerMonth: work },
        evidence: {
          outputs: nameList(unused.map((output) => facts.artefacts[output] ?? output)),
          unused: unused.length,
          hoursPerMonth: work === null ? null : work / 60,
        },
      });
    }
    const readers = reachedFrom(open, onward, 'onward');
    for (const step of silent) if (readers.has(step.id)) report.gap(step.id, 'inputs');
  },
  say: (e) => text.say({ outputs: e.outputs, isOne: e.unused === 1, perMonth: maybeHours(e.hoursPerMonth) }),
  suggest: [
    { kind: 'task', label: text.ask },
    {
      kind: 'improve',
      label: text.drop,
      command: setStep(({ outputs = {} }, { project, map }) => {
        const others = Object.values(project.nodes).filter((node) => node.map === map);
        const used = Object.entries(outputs).filter(([id]) =>
          others.some((node) => node.inputs !== undefined && Object.hasOwn(node.inputs, id)),
        );
        return { outputs: Object.fromEntries(used) };
      }),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A weekly report that no step reads',
        stream: { demandPerMonth: 120 },
        steps: {
          order: { kind: 'entry', outputs: ['request'] },
          report: { kind: 'work', processTime: 30, inputs: ['request'], outputs: ['weekly-report'] },
          fulfil: { kind: 'work', inputs: ['request'], outputs: ['usable-item'] },
        },
        finds: ['report'],
      },
      {
        title: 'One of two outputs is used',
        steps: {
          assess: { kind: 'work', outputs: ['risk-assessment', 'cost-estimate'] },
          build: { kind: 'build', inputs: ['risk-assessment'], outputs: ['change'] },
        },
        finds: ['assess'],
      },
    ],
    clean: [
      {
        title: 'Every output is an input further on, the last one leaves the stream',
        steps: {
          order: { kind: 'entry', outputs: ['request'] },
          fulfil: { kind: 'work', inputs: ['request'], outputs: ['usable-item'] },
        },
      },
      {
        title: 'A later step has not yet said what it needs',
        steps: {
          assess: { kind: 'work', outputs: ['risk-assessment', 'cost-estimate'] },
          build: { kind: 'build', inputs: ['risk-assessment'], outputs: ['change'] },
          deploy: { kind: 'deploy', outputs: ['live-change'] },
        },
      },
      {
        title: 'A regulation asks for it',
        steps: {
          assess: { kind: 'work', outputs: ['audit-trail'], value: 'NNVA', nnvaReason: 'regulatory' },
          build: { kind: 'build', inputs: ['risk-assessment'], outputs: ['change'] },
        },
      },
    ],
  },
});
