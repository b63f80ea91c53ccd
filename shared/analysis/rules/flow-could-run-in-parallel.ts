import { formatShare } from '../../model/units-format';
import type { WorkKind } from '../../model/value-sets';
import { flowText } from '../../text/rules-flow';
import type { Facts } from '../facts';
import { shareOfClock } from '../facts-clock';
import type { FlowFacts } from '../facts-flows';
import type { StepFacts } from '../facts-steps';
import type { FieldName } from '../fields';
import { parallelise } from '../fixes/structure';
import { defineRule } from '../rule';
import { roundTime } from '../wording';

const text = flowText['flow-could-run-in-parallel'];

/** Their answer is what the next step needs, whatever the documents say. */
const gates: readonly WorkKind[] = ['approval', 'inspection', 'verify', 'decision', 'review'];

/** Two steps of which the first leads to the second and to nothing else, and the second has no other way in. */
interface Pair {
  readonly flow: FlowFacts;
  readonly first: StepFacts;
  readonly second: StepFacts;
}

const isRepeat = ({ kind }: FlowFacts): boolean => kind === 'rework' || kind === 'iteration';

function pairsOf({ nodes, flows, steps }: Facts): Pair[] {
  const step = new Map(steps.map((each) => [each.id, each]));
  const exits = new Map(nodes.map((node) => [node.id, node.exits]));
  const ways = new Map<string, number>();
  for (const flow of flows) if (!isRepeat(flow)) ways.set(flow.to, (ways.get(flow.to) ?? 0) + 1);
  return flows.flatMap((flow) => {
    const first = step.get(flow.from);
    const second = step.get(flow.to);
    if (flow.kind !== 'normal' || first === undefined || second === undefined || first === second) return [];
    const isAlone = exits.get(first.id)?.length === 1 && ways.get(second.id) === 1;
    const isOnClock = first.movesClock && second.movesClock && !first.detached && !second.detached;
    return isAlone && isOnClock ? [{ flow, first, second }] : [];
  });
}

const teamOf = ({ team, role }: StepFacts): string | null => team ?? role;

const isGate = ({ kind }: StepFacts): boolean => kind !== null && gates.includes(kind);

/** True where the second step may be free to begin with the first, as far as anything is known. */
function mayBeFree({ first, second }: Pair): boolean {
  if (isGate(first) || isGate(second) || second.inputs?.length === 0 || first.outputs?.length === 0)
    return false;
  if (teamOf(first) !== null && teamOf(first) === teamOf(second)) return false;
  return second.inputs?.some((input) => first.outputs?.includes(input) === true) !== true;
}

/** What must be known before anything is said; nothing where neither has been described at all. */
function lacking({ first, second }: Pair): [about: string, field: FieldName][] {
  if (second.inputs === null && first.outputs === null) return [];
  const open: [string, FieldName][] = [];
  if (second.inputs === null) open.push([second.id, 'inputs']);
  if (first.outputs === null) open.push([first.id, 'outputs']);
  for (const step of [first, second]) {
    if (step.kind === null) open.push([step.id, 'kind']);
    if (teamOf(step) === null) open.push([step.id, 'team']);
  }
  return open;
}

function leadTimeOf({ visits, wait, processTime }: StepFacts): number | null {
  return visits === null || wait === null || processTime === null
    ? null
    : visits * (wait.mean + processTime.mean);
}

const prepare = { kind: 'work', team: 'Desk', processTime: 60, wait: 60, outputs: ['contract'] } as const;
const equip = {
  kind: 'work',
  team: 'Workshop',
  processTime: 60,
  wait: 60,
  inputs: ['order'],
  outputs: ['device'],
} as const;

/** Steps in a row that do not need each other. */
export const couldRunInParallel = defineRule({
  ...text,
  id: 'flow-could-run-in-parallel',
  category: 'flow',
  defaultSeverity: 'medium',
  scope: 'flow',
  tier: 2,
  needs: ['inputs', 'outputs', 'team', 'kind', 'wait', 'process_time'],
  principles: ['think-and-work-holistically', 'optimize-and-automate'],
  wastes: ['waiting'],
  dimensions: ['value-streams-processes'],
  options: { share: { label: text.options.share, unit: 'share', default: 0.05, min: 0, max: 1 } },
  evidence: { first: 'text', second: 'text', saving: 'minutes', share: 'share' },
  check: (facts, options, report) => {
    for (const pair of pairsOf(facts)) {
      const { flow, first, second } = pair;
      if (!mayBeFree(pair)) continue;
      const [a, b] = [leadTimeOf(first), leadTimeOf(second)];
      const saving = a === null || b === null ? null : Math.min(a, b);
      const verdict = shareOfClock(facts, saving, options.share);
      if (verdict.kind === 'below') continue;
      const unknown = lacking(pair);
      for (const [about, field] of unknown) report.gap(about, field);
      const isDescribed = second.inputs !== null && first.outputs !== null;
      const isOpen = verdict.kind === 'open' || verdict.isOfKnown;
      if (isOpen && isDescribed)
        for (const { about, field } of facts.leadTime.missing) report.gap(about, field);
      if (isOpen || unknown.length > 0 || !isDescribed || saving === null) continue;
      report.finding({
        about: [flow.id],
        trust: verdict.trust,
        impact: { leadTime: saving },
        evidence: { first: first.name, second: second.name, saving, share: verdict.share },
      });
    }
  },
  say: (e) =>
    text.say({
      first: e.first,
      second: e.second,
      saving: roundTime(e.saving),
      share: formatShare(e.share, 0),
    }),
  suggest: [{ kind: 'improve', label: text.parallelise, command: parallelise() }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The device needs the order, not the contract',
        steps: { 'write-contract': prepare, 'set-up-device': equip, welcome: { wait: 600, processTime: 60 } },
        finds: ['write-contract>set-up-device'],
      },
      {
        title: 'Exactly a twentieth of 40 h',
        steps: {
          'write-contract': prepare,
          'set-up-device': equip,
          welcome: { wait: 2100, processTime: 60 },
        },
        finds: ['write-contract>set-up-device'],
      },
    ],
    clean: [
      {
        title: 'A little less than a twentieth',
        steps: {
          'write-contract': prepare,
          'set-up-device': equip,
          welcome: { wait: 2101, processTime: 60 },
        },
      },
      {
        title: 'The device is ordered with the contract',
        steps: {
          'write-contract': prepare,
          'set-up-device': { ...equip, inputs: ['order', 'contract'] },
          welcome: { wait: 600, processTime: 60 },
        },
      },
      {
        title: 'A cheap approval before dear work',
        steps: {
          approve: { ...prepare, kind: 'approval' },
          'set-up-device': equip,
          welcome: { wait: 600, processTime: 60 },
        },
      },
    ],
  },
});
