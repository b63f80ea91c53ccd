import { analyse } from '../../shared/analysis/analyse';
import { presentFindings } from '../../shared/analysis/present-findings';
import { itil4 } from '../../shared/catalogue/itil4/itil4';
import type { Command } from '../../shared/commands/command';
import { type History, openHistory, run } from '../../shared/commands/history';
import { insertOnFlow } from '../../shared/commands/insert';
import { setNode } from '../../shared/commands/nodes';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { computeFigures } from '../../shared/figures/compute-figures';
import { type KnownLayout, layoutAgain } from '../../shared/layout/layout-again';
import type { LaneBy } from '../../shared/layout/types';
import { graphOf } from '../../shared/model/queries';
import { countIds } from '../helpers/count-ids';
import { bigMap } from './big-map';
import { machine, median, processorTime } from './measure/numbers';

const makeId = countIds();
const rounds = 12;

/** Edits by what they ask of the layout; each is another one in every round. */
const edits: Readonly<Record<string, (round: number) => Command>> = {
  'a time': (round) => setNode({ ids: ['s-1-3'], patch: { processTime: { likely: 10 + round } } }),
  'a step in between': (round) =>
    insertOnFlow({ flow: `s-${round}-2--s-${round}-3`, node: { type: 'step', name: 'Check again' } }, makeId),
};

type Times = Map<string, number[]>;

/** What follows an edit, part by part, as renderer/derive.ts has it computed. */
function derive(history: History, laneBy: LaneBy, before: KnownLayout | null, note: Note): KnownLayout {
  const graph = note('graph', () => graphOf(history.project, 'map'));
  if (!graph) throw new Error('the project has lost its map');
  note('figures', () => computeFigures(graph));
  const report = note('findings', () =>
    analyse(graph, { pack: itil4, profile: 'workshop', today: '2026-01-01', suppressForTemplates: true }),
  );
  note('their sentences', () => presentFindings(report, graph, itil4));
  return note('layout', () =>
    layoutAgain(before, graph, { laneBy, pack: itil4, labelSize: labelSizeFor(graph) }),
  );
}

type Note = <T>(part: string, work: () => T) => T;

function noteIn(times: Times): Note {
  return (part, work) => {
    const result: { value?: ReturnType<typeof work> } = {};
    const time = processorTime(() => {
      result.value = work();
    });
    times.set(part, [...(times.get(part) ?? []), time]);
    return result.value as ReturnType<typeof work>;
  };
}

for (const steps of [300, 1_000])
  for (const laneBy of ['none', 'role'] as const)
    for (const [name, edit] of Object.entries(edits)) {
      if (steps > 300 && name !== 'a time') continue;
      const times: Times = new Map();
      const note = noteIn(times);
      let history = openHistory(bigMap(steps, laneBy !== 'none').project);
      let layout: KnownLayout | null = null;
      layout = derive(history, laneBy, null, noteIn(new Map()));
      for (let round = 0; round < rounds; round += 1) {
        const done = note('command', () => run(history, edit(round)));
        if (done.kind !== 'done') throw new Error(done.sentence);
        history = done.history;
        layout = derive(history, laneBy, layout, note);
      }
      const parts = [...times].map(([part, all]) => [part, median(all)] as const);
      const total = parts.reduce((sum, [, time]) => sum + time, 0);
      const list = parts.map(([part, time]) => `${part} ${time.toFixed(1)}`).join(', ');
      console.log(`${name} on ${steps} steps, lanes ${laneBy}: ${total.toFixed(0)} ms (${list})`);
    }
console.log(
  `${rounds} edits each, medians of processor time; aim at 300 steps: 50 ms with the page; ${machine()}`,
);
