import { meanOf } from '../../model/quantity';
import { nameList } from '../../text/name-list';
import { rulesText } from '../../text/rules';
import { wasteRemedies } from '../../text/rules-waste-remedies';
import type { ApprovalWay } from '../facts-approvals';
import type { StepFacts } from '../facts-steps';
import { type Choose, graphFor } from '../fixes/fix';
import { parallelise, removeStep } from '../fixes/structure';
import { above, atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeTime } from '../wording';

const text = rulesText['waste-overprocessing-approvals'];
const { approvals: remedies } = wasteRemedies;

/** Reasons for which an approval must stay. */
const demanded: readonly (string | undefined)[] = ['legal', 'regulatory', 'contract'];

/** The approvals that can go: all but those that somebody demands, or else but the one that refuses most, or else the last. */
const allButOne: Choose = (context) => {
  const graph = graphFor(context);
  const approvals = context.involves.flatMap((id) => graph?.node.get(id) ?? []);
  const kept = approvals.filter((node) => demanded.includes(node.nnvaReason));
  const refused = (at: number): number => {
    const rate = approvals[at]?.rejectRate;
    return rate === undefined ? 0 : meanOf(rate);
  };
  const best = approvals.reduce((top, _, at) => (refused(at) >= refused(top) ? at : top), 0);
  return approvals
    .filter((node, at) => (kept.length > 0 ? !kept.includes(node) : at !== best))
    .map((node) => node.id);
};

/** Sum of a time over steps, minutes per visit; null where one is unknown. */
function total(steps: readonly StepFacts[], timeOf: (step: StepFacts) => number | null): number | null {
  return steps.reduce<number | null>((sum, step) => {
    const time = timeOf(step);
    return sum === null || time === null ? null : sum + time;
  }, 0);
}

const waitOf = (step: StepFacts): number | null => step.wait?.mean ?? null;

const leadTimeOf = (step: StepFacts): number | null =>
  step.wait === null || step.processTime === null ? null : step.wait.mean + step.processTime.mean;

/** The lead time of all but the longest of the approvals that move the clock. */
function leadTimeAtStake(all: readonly StepFacts[]): number | null {
  const approvals = all.filter((step) => step.movesClock);
  const sum = total(approvals, leadTimeOf);
  return sum === null ? null : sum - Math.max(0, ...approvals.map((step) => leadTimeOf(step) ?? 0));
}

/** Many approvals for one item. */
export const manyApprovals = defineRule({
  ...text,
  id: 'waste-overprocessing-approvals',
  category: 'waste:overprocessing',
  defaultSeverity: 'high',
  scope: 'map',
  tier: 1,
  needs: ['kind'],
  principles: ['keep-it-simple-and-practical', 'focus-on-value'],
  wastes: ['overprocessing', 'waiting'],
  dimensions: ['organizations-people', 'value-streams-processes'],
  options: {
    n: { label: text.options.n, unit: 'count', default: 2, min: 1, max: 50 },
    share: { label: text.options.share, unit: 'share', default: 0.2, min: 0, max: 1 },
  },
  evidence: { approvals: 'count', steps: 'count', names: 'text', wait: 'minutes?' },
  check: (facts, options, report) => {
    const isTooMuch = ({ approvals, steps }: ApprovalWay): boolean =>
      atLeast(approvals.length, options.n) ||
      above(approvals.length / Math.max(1, steps.length), options.share);
    const { certain, possible } = facts.approvals;
    const stepsOf = (ids: readonly string[]): StepFacts[] =>
      facts.steps.filter((step) => ids.includes(step.id));
    if (isTooMuch(certain)) {
      const approvals = stepsOf(certain.approvals);
      const free = approvals.filter((step) => !demanded.includes(step.nnvaReason ?? undefined));
      report.finding({
        about: [facts.map.id],
        severity: free.length > 1 || approvals.length < 2 ? 'high' : 'low',
        involves: approvals.map((step) => step.id),
        trust: leastTrust(approvals.flatMap((step) => [step.wait, step.processTime])),
        impact: { leadTime: leadTimeAtStake(approvals) },
        evidence: {
          approvals: certain.approvals.length,
          steps: certain.steps.length,
          names: nameList(approvals.map((step) => step.name)),
          wait: total(approvals, waitOf),
        },
      });
    } else if (isTooMuch(possible))
      for (const step of stepsOf(possible.approvals)) if (step.kind === null) report.gap(step.id, 'kind');
  },
  say: (e) => text.say({ ...e, wait: maybeTime(e.wait) }),
  suggest: [
    { kind: 'improve', label: remedies.keep, command: removeStep(allButOne) },
    { kind: 'improve', label: remedies.parallel, command: parallelise() },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Two signatures for one order',
        steps: {
          order: { kind: 'entry' },
          'manager-approves': { kind: 'approval', processTime: 3, wait: 480 },
          'security-approves': { kind: 'approval', processTime: 10, wait: 600 },
          fulfil: { kind: 'work' },
        },
        finds: ['map'],
      },
      {
        title: 'One of three steps is an approval',
        steps: {
          order: { kind: 'entry' },
          approve: { kind: 'approval', wait: 480 },
          fulfil: { kind: 'work' },
        },
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'One approval in five steps',
        steps: {
          order: { kind: 'entry' },
          check: { kind: 'inspection' },
          approve: { kind: 'approval', wait: 480 },
          fulfil: { kind: 'work' },
          tell: { kind: 'communication' },
        },
      },
      {
        title: 'Two approvals, but no item meets both',
        steps: {
          assess: { kind: 'work' },
          'lead-approves': { kind: 'approval' },
          'board-approves': { kind: 'approval' },
          build: { kind: 'build' },
          test: { kind: 'inspection' },
          deploy: { kind: 'deploy' },
        },
        flows: [
          { from: 'start', to: 'assess' },
          { from: 'assess', to: 'lead-approves', share: 0.7 },
          { from: 'assess', to: 'board-approves', share: 0.3 },
          { from: 'lead-approves', to: 'build' },
          { from: 'board-approves', to: 'build' },
          { from: 'build', to: 'test' },
          { from: 'test', to: 'deploy' },
          { from: 'deploy', to: 'end' },
        ],
      },
    ],
  },
});
