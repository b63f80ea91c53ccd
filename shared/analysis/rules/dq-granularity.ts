import { knownMean } from '../../model/quantity';
import { formatNumber } from '../../model/units-format';
import { dataQualityText } from '../../text/rules-data-quality';
import type { ExampleStep } from '../example';
import { type Choose, graphFor } from '../fixes/fix';
import { mergeSteps } from '../fixes/structure';
import { above } from '../measure';
import { defineRule } from '../rule';

const text = dataQualityText['dq-granularity'];

const many = (count: number, fields: ExampleStep): Record<string, ExampleStep> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`step-${String(at + 1)}`, fields]));

/** Two steps of one team of which the first leads to the second alone, those with the least time; none on a map with few steps. */
const closestPair: Choose = (context) => {
  const graph = graphFor(context);
  if (graph === null || context.evidence.side !== 'many') return [];
  const pairs = graph.flows.flatMap(({ from, to, kind }) => {
    const [first, second] = [graph.node.get(from), graph.node.get(to)];
    const isAlone = graph.out.get(from)?.length === 1 && graph.in.get(to)?.length === 1;
    if (kind !== 'normal' || !isAlone || first?.type !== 'step' || second?.type !== 'step') return [];
    if (first.team !== second.team || first.role !== second.role) return [];
    const times = [first.wait, first.processTime, second.wait, second.processTime];
    return [{ ids: [from, to], time: times.reduce((sum, each) => sum + (knownMean(each) ?? 0), 0) }];
  });
  return pairs.sort((a, b) => a.time - b.time)[0]?.ids ?? [];
};

/** A map with too few or too many steps. */
export const granularity = defineRule({
  ...text,
  id: 'dq-granularity',
  category: 'data-quality',
  defaultSeverity: 'low',
  scope: 'map',
  tier: 1,
  needs: [],
  principles: ['keep-it-simple-and-practical', 'think-and-work-holistically'],
  wastes: [],
  dimensions: ['value-streams-processes'],
  options: {
    min: { label: text.options.min, unit: 'count', default: 5, min: 1, max: 50 },
    max: { label: text.options.max, unit: 'count', default: 15, min: 2, max: 500 },
  },
  ordered: [['min', 'max']],
  evidence: { steps: 'count', side: 'text', limit: 'count' },
  check: ({ map, nodes, leadTime }, options, report) => {
    const steps = nodes.filter((node) => node.type === 'step').length;
    if (above(steps, options.max))
      report.finding({ about: [map.id], evidence: { steps, side: 'many', limit: options.max } });
    if (steps === 0 || !above(options.min, steps)) return;
    if (leadTime.value === null) for (const { about, field } of leadTime.missing) report.gap(about, field);
    else report.finding({ about: [map.id], evidence: { steps, side: 'few', limit: options.min } });
  },
  say: ({ steps, side, limit }) =>
    text.say({ steps, isTooMany: side === 'many', limit: formatNumber(limit) }),
  suggest: [{ kind: 'correct', label: text.join, command: mergeSteps({ which: closestPair }) }],
  supersedes: [],
  blocksCalculation: false,
  judgesAbsence: false,
  examples: {
    flagged: [
      { title: 'Four steps', steps: many(4, { processTime: 30, wait: 60 }), finds: ['map'] },
      { title: 'Sixteen steps', steps: many(16, {}), finds: ['map'] },
    ],
    clean: [
      { title: 'Five steps', steps: many(5, { processTime: 30, wait: 60 }) },
      { title: 'Fifteen steps', steps: many(15, {}) },
      { title: 'Two steps of a map that is still being drawn', steps: many(2, { processTime: 30 }) },
    ],
  },
});
