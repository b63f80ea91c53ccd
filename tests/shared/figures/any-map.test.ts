import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { describeFigures } from '../../../shared/figures/describe';
import {
  describeLittle,
  describePareto,
  describeQueues,
  describeRhythms,
} from '../../../shared/figures/describe-details';
import { littleChecks } from '../../../shared/figures/little';
import { provenanceOf } from '../../../shared/figures/provenance';
import { queueEstimates } from '../../../shared/figures/queue-estimates';
import { rangesOf } from '../../../shared/figures/ranges';
import { rhythmWaits } from '../../../shared/figures/rhythm-waits';
import type { Figure } from '../../../shared/figures/types';
import { valuePointOf } from '../../../shared/figures/value-point';
import { wastePareto } from '../../../shared/figures/waste-pareto';
import { type Calendar, officeHours, roundTheClock } from '../../../shared/model/calendar';
import { sampleLeadTime } from '../../../shared/simulation/sample-lead-time';
import { meanOf } from '../../../shared/model/quantity';
import { type MapSpec, mapOf, type NodeSpec } from './maps';

const types = [
  'start',
  'end',
  'step',
  'step',
  'step',
  'decision',
  'fork',
  'join',
  'control',
  'note',
] as const;
const never: Calendar = { ...officeHours, kind: 'custom', hours: [0, 0, 0, 0, 0, 0, 0] };
const amount = fc.option(fc.constantFrom(0, 1, 30, 480), { nil: undefined });

const node: fc.Arbitrary<NodeSpec> = fc
  .record({
    type: fc.constantFrom(...types),
    pt: amount,
    wait: amount,
    ca: fc.option(fc.constantFrom(0, 0.5, 1), { nil: undefined }),
    value: fc.option(fc.constantFrom('VA' as const, 'NVA' as const), { nil: undefined }),
    team: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
    role: fc.option(fc.constantFrom('r', 's'), { nil: undefined }),
    afterValue: fc.option(fc.boolean(), { nil: undefined }),
    detached: fc.option(fc.boolean(), { nil: undefined }),
    stopsClock: fc.option(fc.boolean(), { nil: undefined }),
    requiredWait: fc.option(fc.boolean(), { nil: undefined }),
    rekeys: fc.option(fc.boolean(), { nil: undefined }),
    kind: fc.option(fc.constantFrom('approval' as const, 'handoff' as const), { nil: undefined }),
    repeatFactor: fc.option(fc.constantFrom({ likely: 0 }, { likely: 0.5 }), { nil: undefined }),
    calendar: fc.option(fc.constantFrom(roundTheClock, never), { nil: undefined }),
    crew: fc.option(fc.constantFrom(0, 2), { nil: undefined }),
    cadence: amount,
    batch: amount,
    wip: amount,
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

const kind = fc.constantFrom('', '', '', ' rework', ' iteration', ' escalation', ' information');
const share = fc.constantFrom('', '', '', ' 0', ' 0.3', ' 0.7', ' 1');

/** Any nodes with any flows between them: mostly nonsense, as a map is while it is drawn. */
const anyMap: fc.Arbitrary<MapSpec> = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const end = fc.nat({ max: size - 1 });
  return fc.record({
    nodes: fc
      .array(node, { minLength: size, maxLength: size })
      .map((list) => Object.fromEntries(list.map((each, at) => [`n${at}`, each]))),
    flows: fc.array(
      fc.tuple(end, end, share, kind).map(([from, to, part, how]) => `n${from} > n${to}${part}${how}`),
      { maxLength: 16 },
    ),
    demand: fc.constantFrom(0, 100),
    roles: fc.constant({ r: { people: 2, availability: 0.5, ratePerHour: 40 }, s: { people: 1 } }),
    calendar: fc.constantFrom(officeHours, officeHours, roundTheClock, never),
  });
});

/** Finite or unknown, its bounds in order, and saying what is missing exactly where it is unknown. */
function isSound({ value, lower, upper, coverage, missing }: Figure): boolean {
  const areFinite = [value, lower, upper].every((number) => number === null || Number.isFinite(number));
  const areInOrder = (lower ?? 0) <= (upper ?? Number.POSITIVE_INFINITY);
  return areFinite && areInOrder && coverage >= 0 && coverage <= 1 && (value === null) === missing.length > 0;
}

describe('any map, however odd', () => {
  it('has finite figures or none, with bounds in order, and says what is missing', () => {
    fc.assert(
      fc.property(anyMap, (spec) => {
        const graph = mapOf(spec);
        const figures = computeFigures(graph);
        const wrong = Object.entries(figures.figure).filter(([, figure]) => !isSound(figure));
        expect(wrong).toEqual([]);
        const counts = [...(figures.visits?.node.values() ?? []), ...figures.utilisation.values()];
        expect(counts.every((count) => count === null || (count >= 0 && Number.isFinite(count)))).toBe(true);
      }),
      { numRuns: 1_500, seed: 11 },
    );
  });

  it('can be told in words', () => {
    fc.assert(
      fc.property(anyMap, (spec) => {
        const graph = mapOf(spec);
        for (const tile of describeFigures(graph, computeFigures(graph))) {
          expect(`${tile.value} ${tile.note} ${tile.aside}`).not.toMatch(/NaN|undefined|∞/);
          expect(tile.value).not.toBe('');
          if (tile.tone === 'unknown') expect(tile.note).not.toBe('');
        }
      }),
      { numRuns: 500, seed: 12 },
    );
  });

  it('has details that are finite, in order and told in words', () => {
    fc.assert(
      fc.property(anyMap, (spec) => {
        const graph = mapOf({ ...spec, costOfDelay: 5 });
        const figures = computeFigures(graph);
        const lead = figures.figure.leadTimeExpected.value;
        const details = {
          ranges: rangesOf(graph),
          pareto: wastePareto(graph, figures),
          queues: queueEstimates(graph),
          rhythms: rhythmWaits(graph),
          little: littleChecks(graph, lead),
          value: valuePointOf(graph),
          origin: provenanceOf(graph, figures, 'leadTimeExpected'),
          people: [...figures.peopleNeeded.values()],
        };
        for (const { low, high } of Object.values(details.ranges))
          expect((low ?? 0) <= (high ?? Number.POSITIVE_INFINITY) + 1e-9).toBe(true);
        // What is not finite is null in JSON, and so are the parts that are unknown.
        expect(details).toEqual(JSON.parse(JSON.stringify(details)));
        const rows = [
          ...describePareto(details.pareto),
          ...describeQueues(graph, details.queues),
          ...describeRhythms(graph, details.rhythms),
          ...describeLittle(graph, details.little),
        ];
        expect(JSON.stringify(rows)).not.toMatch(/NaN|undefined|∞|Infinity/);
        const onClock = figures.contributions.reduce(
          (sum, { clockVisits, wait, processTime }) =>
            clockVisits === null || wait === null || processTime === null
              ? sum
              : sum + clockVisits * (wait + processTime),
          0,
        );
        if (lead !== null) {
          expect(onClock).toBeCloseTo(lead, 6);
          expect(details.pareto.leadTime).toBeCloseTo(lead, 6);
        }
      }),
      { numRuns: 500, seed: 14 },
    );
  });

  it('lets as many items out as it lets in, where its visits are known', () => {
    fc.assert(
      fc.property(anyMap, (spec) => {
        const graph = mapOf(spec);
        const { visits, openEnds } = computeFigures(graph);
        const hasFork = graph.nodes.some((each) => each.type === 'fork');
        const isComplete =
          visits !== null && graph.nodes.every((each) => each.type === 'note' || visits.node.has(each.id));
        if (!isComplete || hasFork) return;
        const ends = graph.nodes.filter((each) => {
          const exits = (graph.out.get(each.id) ?? []).filter(
            (flow) => graph.node.get(flow.to)?.type !== 'note',
          );
          return each.type !== 'note' && (each.type === 'end' || exits.length === 0);
        });
        const out = ends.reduce((sum, each) => sum + (visits.node.get(each.id) ?? 0), 0);
        // What no return takes at an open end is let out there.
        const leftOver = openEnds.reduce((sum, id) => {
          const returned = (graph.out.get(id) ?? []).reduce(
            (all, flow) => all + (flow.share ? meanOf(flow.share) : 0),
            0,
          );
          return sum + (visits.node.get(id) ?? 0) * (1 - returned);
        }, 0);
        expect(out + leftOver).toBeCloseTo(1, 8);
      }),
      { numRuns: 1_000, seed: 13 },
    );
  });

  it('can be sampled where its lead time and its visits are known, and not where the lead time is unknown', () => {
    fc.assert(
      fc.property(anyMap, (spec) => {
        const graph = mapOf(spec);
        const sampled = sampleLeadTime(graph, { runs: 20, seed: 1 });
        const { figure, visits } = computeFigures(graph);
        const isKnown = figure.leadTimeExpected.value !== null;
        const areVisitsKnown = graph.nodes.every(({ id, type }) => type === 'note' || visits?.node.has(id));
        if (!isKnown) expect(sampled).toBeNull();
        if (isKnown && areVisitsKnown) expect(sampled).not.toBeNull();
        if (sampled)
          for (const number of [sampled.mean, sampled.p50, sampled.p85, sampled.p95])
            expect(Number.isFinite(number)).toBe(true);
      }),
      { numRuns: 500, seed: 14 },
    );
  });
});
