import type { MapGraph } from '../../shared/model/queries';
import { drawPert, pertOf } from '../../shared/simulation/pert';
import { randomFrom } from '../../shared/simulation/random';
import { sampleTimes } from '../../shared/simulation/sample-lead-time';
import { buildMap } from '../helpers/build-map';

const runs = 10_000;
const wait = [10, 60, 480] as const;
const processTime = [5, 10, 30] as const;

/** Steps in a row, every time of them a range; every tenth step returns one item in ten to the one before. */
function row(count: number): MapGraph {
  return buildMap((m) => {
    m.start();
    const names = Array.from({ length: count }, (_, at) => `step-${at}`);
    for (const name of names) m.step(name, { wait, processTime });
    m.flow('start', names[0] ?? '');
    for (const [at, name] of names.entries()) {
      const before = names[at - 1];
      const returns = at % 10 === 9 && before !== undefined;
      m.flow(name, names[at + 1] ?? 'end', returns ? { share: 0.9 } : {});
      if (returns) m.flow(name, before, { share: 0.1, kind: 'rework' });
    }
    m.end();
  }).graph;
}

/** The same number of draws in a loop that knows no map. */
function withoutModel(count: number): number {
  const random = randomFrom(1);
  const longer = pertOf({ low: wait[0], likely: wait[1], high: wait[2] });
  const shorter = pertOf({ low: processTime[0], likely: processTime[1], high: processTime[2] });
  let sum = 0;
  for (let visit = 0; visit < count; visit += 1) sum += drawPert(longer, random) + drawPert(shorter, random);
  return sum;
}

/** Milliseconds of processor time, which a busy machine hardly lengthens: the median of some rounds, and the first. */
function taken(work: () => unknown, rounds = 11): { readonly median: number; readonly first: number } {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  });
  const first = times[0] ?? 0;
  times.sort((x, y) => x - y);
  return { median: times[Math.floor(rounds / 2)] ?? 0, first };
}

for (const steps of [30, 300]) {
  const graph = row(steps);
  const visits = runs * (steps + (2 * steps) / 90);
  const bare = taken(() => withoutModel(visits));
  // A copy of the graph has no figures yet.
  const model = taken(() => sampleTimes({ ...graph }, { runs, seed: 1 }));
  console.log(
    `${runs} sampled lead times of ${steps} steps: ${model.median.toFixed(0)} ms (the first time ${model.first.toFixed(0)} ms), ` +
      `${(model.median / bare.median).toFixed(2)} times as long as the same draws without a map`,
  );
}
