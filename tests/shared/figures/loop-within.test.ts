import { describe, expect, it } from 'vitest';
import { computeFigures } from '../../../shared/figures/compute-figures';
import { loopCostWithin } from '../../../shared/figures/loop-within';
import { figuresWithout } from '../../../shared/figures/without-flow';
import type { MapGraph } from '../../../shared/model/queries';
import { buildMap, type MapBuilder } from '../../helpers/build-map';
import { randomFrom } from '../../helpers/random-map';
import { builtStream, publishedStreams } from '../analysis/published-streams';

/** A row of steps with some returns, and some ways out before the end. */
function rowWithLoops(seed: number): (m: MapBuilder) => void {
  return (m) => {
    const random = randomFrom(seed);
    const length = 3 + Math.floor(random() * 8);
    const ids = Array.from({ length }, (_, at) => `s${String(at)}`);
    m.start();
    for (const id of ids)
      m.step(id, {
        wait: Math.round(random() * 300),
        processTime: Math.round(random() * 60),
        crew: 1 + Math.floor(random() * 3),
      });
    m.end();
    m.end('elsewhere');
    m.path('start', 's0');
    for (const [at, id] of ids.entries()) {
      const next = ids[at + 1] ?? 'end';
      const back = random() < 0.5 ? 0.05 + random() * 0.3 : 0;
      const out = random() < 0.15 ? 0.1 : 0;
      if (back > 0) m.flow(id, ids[Math.floor(random() * (at + 1))] ?? id, { kind: 'rework', share: back });
      if (out > 0) m.flow(id, 'elsewhere', { share: out });
      m.flow(id, next, { share: 1 - back - out });
    }
  };
}

/** For each rework flow: what the loop costs within its circle, beside the difference to the whole map without it. */
function compared(graph: MapGraph): { within: number; told: number } {
  const figures = computeFigures(graph);
  const { leadTimeExpected, effortPersonHours } = figures.figure;
  const loops = graph.flows.filter((flow) => flow.kind === 'rework');
  let within = 0;
  for (const { id } of loops) {
    const cost = loopCostWithin(graph, figures, id);
    if (cost === null) continue;
    within += 1;
    const without = figuresWithout(graph, id);
    const leadTime = (leadTimeExpected.value ?? Number.NaN) - (without.leadTime ?? Number.NaN);
    const effort = (effortPersonHours.value ?? Number.NaN) - (without.effort ?? Number.NaN);
    expect(cost.leadTime).toBeCloseTo(leadTime, 6);
    expect(cost.effort).toBeCloseTo(effort, 6);
  }
  return { within, told: loops.length };
}

describe('what a loop costs, worked out where it turns', () => {
  it('is by hand what every return repeats', () => {
    const { graph } = buildMap((m) => {
      m.start();
      m.step('work', { wait: 60, processTime: 30, crew: 2 });
      m.step('test', { wait: 20, processTime: 10 });
      m.end();
      m.path('start', 'work', 'test');
      m.flow('test', 'work', { kind: 'rework', share: 0.2 });
      m.flow('test', 'end', { share: 0.8 });
    });
    // 1 / 0.8 = 1.25 visits of both: a quarter more of 90 + 30 minutes, and of 2 x 30 + 10 of work
    const cost = loopCostWithin(graph, computeFigures(graph), 'test--work');
    expect(cost?.leadTime).toBeCloseTo(0.25 * 120, 9);
    expect(cost?.effort).toBeCloseTo(0.25 * 70, 9);
  });

  it('agrees with the whole map without the loop on 300 rows of steps, or does not say', () => {
    let within = 0;
    let told = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const result = compared(buildMap(rowWithLoops(seed)).graph);
      within += result.within;
      told += result.told;
    }
    expect(told).toBeGreaterThan(500);
    expect(within).toBeGreaterThan(told / 2);
  });

  it('agrees on the published streams', () => {
    for (const stream of publishedStreams()) compared(builtStream(stream).graph);
  });

  it('does not say where the loop changes which way items go, in parallel work, or where a time is unknown', () => {
    const twoEnds = buildMap((m) => {
      m.start();
      m.step('a', { wait: 1, processTime: 1 });
      m.step('b', { wait: 1, processTime: 1 });
      m.end();
      m.end('out');
      m.path('start', 'a');
      m.flow('a', 'out', { share: 0.3 });
      m.flow('a', 'b', { share: 0.7 });
      m.flow('b', 'a', { kind: 'rework', share: 0.5 });
      m.flow('b', 'end', { share: 0.5 });
    });
    const parallel = buildMap((m) => {
      m.start();
      m.node('fork', 'f');
      m.step('a', { wait: 1, processTime: 1 });
      m.step('b', { wait: 5, processTime: 1 });
      m.node('join', 'j');
      m.end();
      m.path('start', 'f', 'a');
      m.flow('a', 'a', { kind: 'rework', share: 0.5 });
      m.flow('a', 'j', { share: 0.5 });
      m.path('f', 'b', 'j', 'end');
    });
    const unknown = buildMap((m) => {
      m.start();
      m.step('a', { processTime: 1 });
      m.end();
      m.path('start', 'a');
      m.flow('a', 'a', { kind: 'rework', share: 0.5 });
      m.flow('a', 'end', { share: 0.5 });
    });
    expect(loopCostWithin(twoEnds.graph, computeFigures(twoEnds.graph), 'b--a')).toBeNull();
    expect(loopCostWithin(parallel.graph, computeFigures(parallel.graph), 'a--a')).toBeNull();
    expect(loopCostWithin(unknown.graph, computeFigures(unknown.graph), 'a--a')).toBeNull();
  });
});
