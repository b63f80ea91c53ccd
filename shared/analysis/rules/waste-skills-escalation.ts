import { formatNumber, formatShare } from '../../model/units-format';
import { defectsText } from '../../text/rules-waste-defects';
import { escalationsOf } from '../facts-escalations';
import { clockGain, effortPerMonth, sumOf, timePerItem } from '../facts-worth';
import { type Choose, graphFor } from '../fixes/fix';
import { setShareOf } from '../fixes/flows';
import { meanOf } from '../../model/quantity';
import { above, leastTrust } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = defectsText['waste-skills-escalation'];

/** The largest escalation out of the step, or out of the choice behind it. */
const largestEscalation: Choose = (context) => {
  const graph = graphFor(context);
  const [step] = context.about;
  if (graph === null || step === undefined) return [];
  const choices = (graph.out.get(step) ?? [])
    .map((flow) => flow.to)
    .filter((id) => graph.node.get(id)?.type === 'decision');
  return [step, ...choices]
    .flatMap((id) => graph.out.get(id) ?? [])
    .filter((flow) => flow.kind === 'escalation')
    .sort((a, b) => (b.share ? meanOf(b.share) : 0) - (a.share ? meanOf(a.share) : 0))
    .map((flow) => flow.id)
    .slice(0, 1);
};

const part = (value: number | null, factor: number): number | null =>
  value === null ? null : value * factor;

/** A first line that solves too little. */
export const manyEscalations = defineRule({
  ...text,
  id: 'waste-skills-escalation',
  category: 'waste:skills',
  defaultSeverity: 'medium',
  scope: 'step',
  tier: 1,
  needs: ['share'],
  principles: ['optimize-and-automate', 'collaborate-and-promote-visibility'],
  wastes: ['skills', 'waiting'],
  dimensions: ['organizations-people', 'information-technology'],
  options: { limit: { label: text.options.limit, unit: 'share', default: 0.3, min: 0, max: 1 } },
  evidence: {
    share: 'share',
    limit: 'share',
    visits: 'count?',
    passesPerMonth: 'count?',
    hoursPerMonth: 'hoursPerMonth?',
  },
  check: (facts, { limit }, report) => {
    const demand = facts.stream.demandPerMonth;
    for (const { step, flows, share, specialists } of escalationsOf(facts)) {
      if (share === null) {
        for (const flow of flows) if (flow.share === null) report.gap(flow.id, 'share');
        for (const { about, field } of facts.visitsMissing) report.gap(about, field);
      }
      if (share === null || !above(share, limit)) continue;
      const saved = 1 - limit / share;
      const work = sumOf(specialists.map(effortPerMonth));
      const passes = demand === null || step.visits === null ? null : demand * step.visits * share;
      report.finding({
        about: [step.id],
        trust: leastTrust(flows.map((flow) => flow.share)),
        impact: {
          leadTime: part(sumOf(specialists.map((each) => clockGain(facts, each, timePerItem(each)))), saved),
          effortPerMonth: part(work, saved),
        },
        evidence: {
          share,
          limit,
          visits: step.visits,
          passesPerMonth: passes,
          hoursPerMonth: work === null || work === 0 ? null : work / 60,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      share: formatShare(e.share, 0),
      isOnce: e.visits === null || Math.abs(e.visits - 1) < 0.0005,
      isAgain: e.visits !== null && e.visits >= 1.0005,
      perMonth: e.passesPerMonth === null ? null : formatNumber(Number(e.passesPerMonth.toPrecision(3))),
      specialists: maybeHours(e.hoursPerMonth),
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.shift,
      command: setShareOf(
        (before, { evidence }) =>
          before === null ? null : (before * Number(evidence.limit)) / Number(evidence.share),
        largestEscalation,
      ),
    },
    { kind: 'task', label: text.learn },
    { kind: 'task', label: text.swarm },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'The desk passes on four of ten incidents',
        stream: { demandPerMonth: 1200 },
        steps: {
          triage: { team: 'Service desk', processTime: 15, wait: 10 },
          diagnose: { team: 'Second line', processTime: 60, wait: 360 },
        },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'end', share: 0.6, label: 'solved' },
          { from: 'triage', to: 'diagnose', share: 0.4, kind: 'escalation' },
          { from: 'diagnose', to: 'end' },
        ],
        finds: ['triage'],
      },
      {
        title: 'Two ways to specialists, together a little more than three in ten',
        steps: { triage: {}, network: {}, database: {} },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'end', share: 0.69 },
          { from: 'triage', to: 'network', share: 0.2, kind: 'escalation' },
          { from: 'triage', to: 'database', share: 0.11, kind: 'escalation' },
          { from: 'network', to: 'end' },
          { from: 'database', to: 'end' },
        ],
        finds: ['triage'],
      },
    ],
    clean: [
      {
        title: 'Exactly three in ten',
        steps: { triage: {}, diagnose: {} },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'end', share: 0.7 },
          { from: 'triage', to: 'diagnose', share: 0.3, kind: 'escalation' },
          { from: 'diagnose', to: 'end' },
        ],
      },
      {
        title: 'Specialists may ask the vendor often: they are not the first line',
        steps: { triage: {}, diagnose: {}, 'vendor-fix': {} },
        flows: [
          { from: 'start', to: 'triage' },
          { from: 'triage', to: 'end', share: 0.8 },
          { from: 'triage', to: 'diagnose', share: 0.2, kind: 'escalation' },
          { from: 'diagnose', to: 'end', share: 0.5 },
          { from: 'diagnose', to: 'vendor-fix', share: 0.5, kind: 'escalation' },
          { from: 'vendor-fix', to: 'end' },
        ],
      },
    ],
  },
});
