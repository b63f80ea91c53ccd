import { allRules } from '../../shared/analysis/all-rules';
import { analyse } from '../../shared/analysis/analyse';
import { factsOf } from '../../shared/analysis/facts';
import { presentFindings } from '../../shared/analysis/present-findings';
import { itil4 } from '../../shared/catalogue/itil4/itil4';
import { computeFigures } from '../../shared/figures/compute-figures';
import { graphOf, type MapGraph } from '../../shared/model/queries';
import { bigMap } from './big-map';

/** Rounds before those that count: until then the machine compiles what it runs. */
const warmUp = Number(process.env['BENCH_WARM_UP'] ?? 20);

const aims: Readonly<Record<number, number>> = { 500: 50, 5_000: 500 };
const context = { pack: itil4, today: '2026-11-21', suppressForTemplates: false } as const;

/** Milliseconds of processor time, which a busy machine hardly lengthens. */
function taken(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

function median(work: () => unknown, rounds: number): number {
  const times = Array.from({ length: rounds }, () => taken(work)).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? 0;
}

/** What the same machine needs to look at every step once for every rule, with numbers in a flat array and no model. */
function tightLoop(steps: number, rounds: number): number {
  const numbers = Float64Array.from({ length: steps * 16 }, (_, at) => (at * 7919) % 1000);
  let sum = 0;
  const time = median(() => {
    for (let rule = 0; rule < allRules.length; rule += 1)
      for (let at = 0; at < numbers.length; at += 1) {
        const value = numbers[at] ?? 0;
        if (value > rule) sum += Math.sqrt(value) / (1 + rule);
      }
  }, rounds);
  return sum > 0 ? time : Number.NaN;
}

/** A copy, so that nothing is remembered of the last round. */
const fresh = (graph: MapGraph): MapGraph => ({ ...graph });

const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

for (const steps of [500, 5_000]) {
  const { project, mapId } = bigMap(steps, true);
  const graph = graphOf(project, mapId);
  if (graph === null) throw new Error('The map is gone.');
  const rounds = steps > 1000 ? 5 : 25;
  const options = { ...context, profile: 'review' as const };
  const first = taken(() => analyse(fresh(graph), options));
  for (let round = 0; round < warmUp; round += 1) analyse(fresh(graph), options);
  const whole = median(() => analyse(fresh(graph), options), rounds);
  const figures = median(() => computeFigures(fresh(graph)), rounds);
  const report = analyse(graph, options);
  const facts = factsOf(graph, computeFigures(graph), context);
  const derived = median(() => factsOf(graph, computeFigures(graph), context), rounds);
  const shown = median(() => presentFindings(report, graph, itil4), rounds);
  const bare = tightLoop(steps, rounds);
  console.log(
    `\n${steps} steps, ${allRules.length} rules, ${report.findings.length} findings: all rules and figures ${ms(whole)} (aim ${String(aims[steps])} ms, the first time ${ms(first)}), ${(whole / bare).toFixed(1)} times a tight loop without the model (${ms(bare)})`,
  );
  console.log(`  of it figures ${ms(figures)}, facts ${ms(derived)}; rows of the panel ${ms(shown)} more`);
  const costs = allRules
    .map((rule) => ({ id: rule.id, time: median(() => rule.judge(facts, {}), rounds) }))
    .sort((a, b) => b.time - a.time);
  const all = costs.reduce((sum, { time }) => sum + time, 0);
  console.log(
    `  rules together ${ms(all)}; slowest: ${costs
      .slice(0, 8)
      .map(({ id, time }) => `${id} ${ms(time)}`)
      .join(', ')}`,
  );
}
