import { computeFigures } from '../../shared/figures/compute-figures';
import { queueEstimates } from '../../shared/figures/queue-estimates';
import { rangesOf } from '../../shared/figures/ranges';
import { wastePareto } from '../../shared/figures/waste-pareto';
import type { MapGraph } from '../../shared/model/queries';
import { sampleLeadTime } from '../../shared/simulation/sample-lead-time';
import { buildMap } from '../helpers/build-map';

/** A long map: groups of ten steps with a return, a choice and a parallel block each; the last step returns to the first. */
function longMap(steps: number): MapGraph {
  return buildMap((m) => {
    m.stream({ demandPerMonth: 100, targetLeadTime: 100 });
    m.start();
    let last = 'start';
    const groups = Math.floor(steps / 10);
    for (let group = 0; group < groups; group += 1) {
      const id = (name: string): string => `${name}-${group}`;
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map(id);
      const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] = names;
      for (const [at, name] of names.entries()) {
        m.step(name, {
          processTime: [5, 10, 30],
          wait: [10, 60, 480],
          completeAccurate: 0.95,
          value: 'VA',
          team: `team-${at % 4}`,
          role: `role-${at % 4}`,
        });
      }
      m.node('fork', id('fork'));
      m.node('join', id('join'));
      m.path(last, a, b);
      m.flow(b, c, { share: 0.8 });
      m.flow(b, a, { share: 0.2, kind: 'rework' });
      m.flow(c, d, { share: 0.6 });
      m.flow(c, e);
      m.path(d, id('fork'));
      m.path(e, id('fork'));
      m.path(id('fork'), f, g, id('join'), i, j);
      m.path(id('fork'), h, id('join'));
      last = j;
    }
    m.end();
    m.flow(last, 'end', { share: 0.9 });
    m.flow(last, 'a-0', { share: 0.1, kind: 'rework' });
  }).graph;
}

interface Taken {
  readonly first: number;
  readonly median: number;
}

/** Milliseconds of processor time, which a busy machine hardly lengthens: of the first run, and the median of all. A copy of the graph has no figures yet. */
function taken(
  graph: MapGraph,
  work: (fresh: MapGraph) => unknown,
  rounds: number,
  before: (fresh: MapGraph) => unknown = () => null,
): Taken {
  const times = Array.from({ length: rounds }, () => {
    const fresh = { ...graph };
    before(fresh);
    const begun = process.cpuUsage();
    work(fresh);
    return process.cpuUsage(begun).user / 1000;
  });
  const first = times[0] ?? 0;
  times.sort((x, y) => x - y);
  return { first, median: times[Math.floor(rounds / 2)] ?? 0 };
}

const say = ({ first, median }: Taken): string =>
  `${median.toFixed(1)} ms (the first time ${first.toFixed(0)} ms)`;

for (const steps of [30, 300, 500, 1_000, 5_000]) {
  const time = taken(longMap(steps), computeFigures, steps > 1_000 ? 11 : 101);
  console.log(`figures of ${steps} steps: ${say(time)}`);
}

/** What is computed when it is asked for, with the figures at hand. */
const details = {
  ranges: rangesOf,
  wastes: (graph: MapGraph) => wastePareto(graph, computeFigures(graph)),
  queues: queueEstimates,
} as const;

for (const [name, work] of Object.entries(details)) {
  const graph = longMap(500);
  console.log(`${name} of 500 steps: ${say(taken(graph, work, 31, computeFigures))}`);
}

for (const steps of [30, 300]) {
  const graph = longMap(steps);
  const time = taken(graph, (fresh) => sampleLeadTime(fresh, { runs: 10_000, seed: 1 }), 5);
  console.log(`10 000 sampled lead times of ${steps} steps: ${say(time)}`);
}
