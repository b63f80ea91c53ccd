import { computeFigures } from '../../figures/compute-figures';
import { formatShare } from '../../model/units-format';
import { defectsText } from '../../text/rules-waste-defects';
import { type Choose, graphFor } from '../fixes/fix';
import { setShareOf } from '../fixes/flows';
import { above } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = defectsText['waste-defects-rework-effort'];

/** The rework flow that items take most. */
const busiestLoop: Choose = (context) => {
  const graph = graphFor(context);
  if (graph === null) return [];
  const passes = computeFigures(graph).visits?.flow;
  const loops = graph.flows.filter((flow) => flow.kind === 'rework').map((flow) => flow.id);
  return loops.sort((a, b) => (passes?.get(b) ?? 0) - (passes?.get(a) ?? 0)).slice(0, 1);
};

/** Rework that eats capacity. */
export const reworkEffort = defineRule({
  ...text,
  id: 'waste-defects-rework-effort',
  category: 'waste:defects',
  defaultSeverity: 'high',
  scope: 'map',
  tier: 1,
  needs: ['share', 'process_time'],
  principles: ['focus-on-value', 'optimize-and-automate'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes'],
  options: {
    warn: { label: text.options.warn, unit: 'share', default: 0.15, min: 0, max: 1 },
    bad: { label: text.options.bad, unit: 'share', default: 0.3, min: 0, max: 1 },
  },
  ordered: [['warn', 'bad']],
  evidence: { share: 'share', bound: 'text', loops: 'count', hoursPerMonth: 'hoursPerMonth?' },
  check: ({ map, flows, figures, stream, nodes }, options, report) => {
    const loops = flows.filter((flow) => flow.kind === 'rework' && flow.passes !== 0);
    if (loops.length === 0) return;
    const { reworkEffortShare, effortPersonHours } = figures;
    const share = reworkEffortShare.value ?? reworkEffortShare.lower ?? 0;
    if (!above(share, options.warn)) {
      const most = reworkEffortShare.value ?? reworkEffortShare.upper ?? 1;
      if (above(most, options.warn))
        for (const { about, field } of reworkEffortShare.missing) report.gap(about, field);
      return;
    }
    const effort = effortPersonHours.value;
    const work =
      effort === null || stream.demandPerMonth === null ? null : effort * share * stream.demandPerMonth;
    const sources = new Set(loops.map((flow) => flow.from));
    report.finding({
      about: [map.id],
      involves: nodes.flatMap((node) => (sources.has(node.id) ? [node.id] : [])),
      severity: above(share, options.bad) ? 'high' : 'medium',
      trust: reworkEffortShare.trust,
      impact: { effortPerMonth: work },
      evidence: {
        share,
        bound: reworkEffortShare.value === null ? 'at least' : 'exact',
        loops: loops.length,
        hoursPerMonth: work === null ? null : work / 60,
      },
    });
  },
  say: (e) =>
    text.say({
      share: formatShare(e.share, 0),
      isAtLeast: e.bound === 'at least',
      perMonth: maybeHours(e.hoursPerMonth),
      loops: e.loops,
    }),
  suggest: [
    {
      kind: 'improve',
      label: text.halve,
      command: setShareOf((before) => (before === null ? null : before / 2), busiestLoop),
    },
    { kind: 'task', label: text.rank },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'A fifth of the builds fails the test and is done again',
        stream: { demandPerMonth: 60 },
        steps: { build: { processTime: 400 }, test: { processTime: 100 } },
        flows: [
          { from: 'start', to: 'build' },
          { from: 'build', to: 'test' },
          { from: 'test', to: 'build', share: 0.2, kind: 'rework', label: 'defects' },
          { from: 'test', to: 'end', share: 0.8 },
        ],
        finds: ['map'],
      },
      {
        title: 'A little more than 15 %',
        steps: { work: { processTime: 100 } },
        flows: [
          { from: 'start', to: 'work' },
          { from: 'work', to: 'work', share: 0.151, kind: 'rework' },
          { from: 'work', to: 'end', share: 0.849 },
        ],
        finds: ['map'],
      },
    ],
    clean: [
      {
        title: 'Exactly 15 %',
        steps: { work: { processTime: 100 } },
        flows: [
          { from: 'start', to: 'work' },
          { from: 'work', to: 'work', share: 0.15, kind: 'rework' },
          { from: 'work', to: 'end', share: 0.85 },
        ],
      },
      {
        title: 'Planned iteration is learning',
        steps: { try: { processTime: 100 }, look: { processTime: 20 } },
        flows: [
          { from: 'start', to: 'try' },
          { from: 'try', to: 'look' },
          { from: 'look', to: 'try', share: 0.5, kind: 'iteration' },
          { from: 'look', to: 'end', share: 0.5 },
        ],
      },
    ],
  },
});
