import { formatNumber, formatShare } from '../../model/units-format';
import { listNames } from '../../text/rules';
import { wasteText } from '../../text/rules-waste';
import { groupNamer } from '../facts-groups';
import type { Facts } from '../facts';
import { type Return, returnsOf } from '../facts-returns';
import { setShareOf } from '../fixes/flows';
import { atLeast, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';
import { sumOf } from '../facts-worth';

const text = wasteText['waste-transport-ping-pong'];

/** Kinds of work that refuse by design. */
const refusing: readonly (string | null)[] = ['inspection', 'approval', 'verify', 'decision', 'review'];

/** Returns by the pair of teams between which they go. */
function byPair(returns: readonly Return[], groupOf: ReturnType<typeof groupNamer>): Map<string, Return[]> {
  const pairs = new Map<string, Return[]>();
  for (const each of returns) {
    const ends = [groupOf(each.giver) ?? '', groupOf(each.taker) ?? ''].sort((a, b) => (a < b ? -1 : 1));
    const pair = JSON.stringify(ends);
    const known = pairs.get(pair);
    if (known) known.push(each);
    else pairs.set(pair, [each]);
  }
  return pairs;
}

interface Limits {
  readonly limit: number;
  readonly reach: number;
}

const isOften = ({ flow }: Return, { limit, reach }: Limits): boolean =>
  atLeast(flow.likelihood ?? 1, limit) && atLeast(Math.min(1, flow.visitsBefore ?? 1), reach);

const round = (value: number): string =>
  formatNumber(value >= 10 ? Math.round(value) : Number(value.toPrecision(2)));

/** Items that bounce between two teams. */
export const pingPong = defineRule({
  ...text,
  id: 'waste-transport-ping-pong',
  category: 'waste:transport',
  defaultSeverity: 'high',
  scope: 'flow',
  tier: 1,
  needs: ['team', 'share', 'kind'],
  principles: ['collaborate-and-promote-visibility', 'think-and-work-holistically'],
  wastes: ['transport', 'defects'],
  dimensions: ['organizations-people', 'information-technology'],
  options: {
    limit: { label: text.options.limit, unit: 'share', default: 0.15, min: 0.01, max: 1 },
    reach: { label: text.options.reach, unit: 'share', default: 0.2, min: 0, max: 1 },
  },
  evidence: {
    giver: 'text',
    taker: 'text',
    returns: 'count',
    share: 'share?',
    reasons: 'text?',
    hoursPerMonth: 'hoursPerMonth?',
  },
  check: (facts: Facts, options, report) => {
    const groupOf = groupNamer(facts);
    const returns = returnsOf(facts).filter(
      ({ giver, taker }) => !refusing.includes(giver.kind) && taker.party !== 'consumer' && !taker.isRework,
    );
    const named = returns.filter(({ giver, taker }) => groupOf(giver) !== null && groupOf(taker) !== null);
    for (const each of returns) {
      if (!isOften(each, options)) continue;
      for (const step of [each.giver, each.taker])
        if (groupOf(step) === null) report.gap(step.id, facts.handoffs.byRole ? 'role' : 'team');
    }
    for (const pair of byPair(named, groupOf).values()) {
      const [first] = pair;
      if (first === undefined) continue;
      const giver = groupOf(first.giver) ?? '';
      const taker = groupOf(first.taker) ?? '';
      if (giver === taker) continue;
      const total = sumOf(pair.map(({ flow }) => flow.passes));
      const isKnown = total !== null && atLeast(total, options.limit);
      const often = pair.filter((each) => isOften(each, options));
      if (!isKnown && often.length === 0) continue;
      const open = pair.filter(({ giver: { kind }, flow }) => kind === null || flow.passes === null);
      if (open.length > 0 || total === null) {
        for (const each of open) {
          if (each.giver.kind === null) report.gap(each.giver.id, 'kind');
          if (each.flow.share === null) report.gap(each.flow.id, 'share');
        }
        for (const { about, field } of facts.visitsMissing) report.gap(about, field);
        continue;
      }
      const cost = pair.map(({ flow }) => facts.costOfLoop(flow.id));
      const effort = sumOf(cost.map((each) => each.effortPerMonth));
      const reasons = [...new Set(pair.flatMap(({ flow }) => flow.label ?? []))];
      report.finding({
        about: pair.map(({ flow }) => flow.id),
        involves: [...new Set(pair.flatMap((each) => [each.giver.id, each.taker.id]))],
        trust: leastTrust(pair.map(({ flow }) => flow.share)),
        impact: { leadTime: sumOf(cost.map((each) => each.leadTime)), effortPerMonth: effort },
        evidence: {
          giver,
          taker,
          returns: total,
          // What decides: the returns of all items, or else the share of those that get there.
          share: isKnown ? null : Math.max(...often.map(({ flow }) => flow.likelihood ?? 0)),
          reasons: reasons.length === 0 ? null : listNames(reasons),
          hoursPerMonth: effort === null ? null : effort / 60,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      giver: e.giver,
      taker: e.taker,
      sentBack: e.share === null ? null : formatShare(e.share, 0),
      returns: round(e.returns * 100),
      reasons: e.reasons,
      perMonth: e.hoursPerMonth === 0 ? null : maybeHours(e.hoursPerMonth),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.halve,
      command: setShareOf((before) => (before === null ? null : before / 2)),
    },
    { kind: 'task', label: text.route },
    { kind: 'task', label: text.swarm },
  ],
  supersedes: ['waste-defects-rework-loop'],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'Second line sends back what was routed wrongly',
        stream: { demandPerMonth: 400 },
        steps: {
          route: { team: 'Service desk', kind: 'handoff', processTime: 3, wait: 30 },
          diagnose: { team: 'Second line', kind: 'work', processTime: 60, wait: 360 },
        },
        flows: [
          { from: 'start', to: 'route' },
          { from: 'route', to: 'diagnose' },
          { from: 'diagnose', to: 'route', share: 0.15, kind: 'rework', label: 'wrong team' },
          { from: 'diagnose', to: 'end', share: 0.85 },
        ],
        finds: ['diagnose>route'],
      },
      {
        title: 'A fifth of the items reaches the specialists, who send a part of them back',
        steps: {
          triage: { team: 'Service desk', kind: 'work' },
          diagnose: { team: 'Second line', kind: 'work' },
        },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'end', share: 0.8 },
          { from: 'triage', to: 'diagnose', share: 0.2 },
          { from: 'diagnose', to: 'triage', share: 0.16, kind: 'rework' },
          { from: 'diagnose', to: 'end', share: 0.84 },
        ],
        finds: ['diagnose>triage'],
      },
    ],
    clean: [
      {
        title: 'Fewer than 15 of 100 items come back',
        steps: {
          route: { team: 'Service desk', kind: 'handoff' },
          diagnose: { team: 'Second line', kind: 'work' },
        },
        flows: [
          { from: 'start', to: 'route' },
          { from: 'route', to: 'diagnose' },
          { from: 'diagnose', to: 'route', share: 0.13, kind: 'rework' },
          { from: 'diagnose', to: 'end', share: 0.87 },
        ],
      },
      {
        title: 'A test may refuse: that is its task',
        steps: {
          build: { team: 'Engineering', kind: 'build' },
          test: { team: 'Testers', kind: 'inspection' },
        },
        flows: [
          { from: 'start', to: 'build' },
          { from: 'build', to: 'test' },
          { from: 'test', to: 'build', share: 0.28, kind: 'rework', label: 'defects' },
          { from: 'test', to: 'end', share: 0.72 },
        ],
      },
      {
        title: 'The same team begins again',
        steps: {
          draft: { team: 'Design', kind: 'work' },
          refine: { team: 'Design', kind: 'work' },
        },
        flows: [
          { from: 'start', to: 'draft' },
          { from: 'draft', to: 'refine' },
          { from: 'refine', to: 'draft', share: 0.3, kind: 'rework' },
          { from: 'refine', to: 'end', share: 0.7 },
        ],
      },
    ],
  },
});
