import { formatShare } from '../../model/units-format';
import { flowText } from '../../text/rules-flow';
import type { Facts } from '../facts';
import { shortestWay } from '../facts-between';
import type { StepFacts } from '../facts-steps';
import { setShareOf } from '../fixes/flows';
import { atLeast } from '../measure';
import { defineRule } from '../rule';
import { maybeHours } from '../wording';

const text = flowText['flow-long-return'];

/** Work that one return repeats on the way back to where it left, person-minutes of all items in a month. */
function repeatedWork({ stream }: Facts, passes: number, way: readonly StepFacts[]): number | null {
  if (stream.demandPerMonth === null || way.some((step) => step.processTime === null)) return null;
  const once = way.reduce((sum, step) => sum + (step.processTime?.mean ?? 0) * step.crew, 0);
  return stream.demandPerMonth * passes * once;
}

const flows = (share: number, to: string) =>
  [
    { from: 'start', to: 'register' },
    { from: 'register', to: 'build' },
    { from: 'build', to: 'test' },
    { from: 'test', to: 'validate' },
    { from: 'validate', to, kind: 'rework', share },
    { from: 'validate', to: 'end', share: 1 - share },
  ] as const;

const steps = {
  register: { processTime: 10 },
  build: { processTime: 240 },
  test: { processTime: 60 },
  validate: { processTime: 30 },
};

/** Faults that come back over many steps. */
export const longReturn = defineRule({
  ...text,
  id: 'flow-long-return',
  category: 'flow',
  defaultSeverity: 'medium',
  scope: 'flow',
  tier: 2,
  needs: ['share'],
  principles: ['progress-iteratively-with-feedback', 'focus-on-value'],
  wastes: ['defects'],
  dimensions: ['value-streams-processes'],
  options: {
    k: { label: text.options.k, unit: 'count', default: 3, min: 1, max: 50 },
    p0: { label: text.options.p0, unit: 'count', default: 0.05, min: 0, max: 10 },
  },
  evidence: { passes: 'share', to: 'text', steps: 'count', hoursPerMonth: 'hoursPerMonth?' },
  check: (facts, options, report) => {
    const step = new Map(facts.steps.map((each) => [each.id, each]));
    for (const flow of facts.flows) {
      const { passes } = flow;
      if (flow.kind !== 'rework' || passes === 0 || (passes !== null && !atLeast(passes, options.p0)))
        continue;
      const way = shortestWay(facts, flow.to, flow.from).flatMap((id) => step.get(id) ?? []);
      const back = way.filter(({ id }) => id !== flow.from);
      if (!atLeast(back.length, options.k)) continue;
      if (passes === null) {
        if (flow.share === null) report.gap(flow.id, 'share');
        for (const { about, field } of facts.visitsMissing) report.gap(about, field);
        continue;
      }
      const work = repeatedWork(facts, passes, way);
      report.finding({
        about: [flow.id],
        involves: way.map(({ id }) => id),
        trust: flow.share?.trust ?? 1,
        impact: { effortPerMonth: work },
        evidence: {
          passes,
          to: facts.nodes.find(({ id }) => id === flow.to)?.name ?? flow.to,
          steps: back.length,
          hoursPerMonth: work === null ? null : work / 60,
        },
      });
    }
  },
  say: (e) =>
    text.say({
      share: formatShare(e.passes, 0),
      to: e.to,
      steps: e.steps,
      perMonth: maybeHours(e.hoursPerMonth),
    }),
  suggest: [
    { kind: 'task', label: text.check },
    { kind: 'task', label: text.move },
    {
      kind: 'improve',
      label: text.halve,
      command: setShareOf((before) => (before === null ? null : before / 2)),
    },
  ],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      {
        title: 'One in ten goes back to the very beginning',
        stream: { demandPerMonth: 120 },
        steps,
        flows: flows(0.1, 'register'),
        finds: ['validate>register'],
      },
      {
        title: '0.05 returns per item',
        steps,
        flows: flows(1 / 21, 'register'),
        finds: ['validate>register'],
      },
    ],
    clean: [
      { title: 'Fewer than 0.05 returns per item', steps, flows: flows(0.0476, 'register') },
      { title: 'Two steps back', steps, flows: flows(0.1, 'build') },
    ],
  },
});
