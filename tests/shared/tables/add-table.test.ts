import { describe, expect, it } from 'vitest';
import { quickSteps } from '../../../shared/capture/quick-lines';
import { defaultPack } from '../../../shared/catalogue/packs';
import { openHistory, run, undo } from '../../../shared/commands/history';
import { emptyProject } from '../../../shared/model/new-project';
import type { Project } from '../../../shared/model/project';
import { lookUp } from '../../../shared/model/queries';
import { addTable } from '../../../shared/tables/add-table';
import { buildProject } from '../../../shared/tables/build-project';
import { readCells } from '../../../shared/tables/cells-text';
import { cellsToTable, guessMapping } from '../../../shared/tables/cells-table';
import { sayCellError } from '../../../shared/tables/read-table';
import { en } from '../../../shared/text/en';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';
import { doUndoRedo, flowsOf } from '../../helpers/do-undo-redo';

/** Numbered ids that no other maker in these tests gives. */
const ids = (prefix: string): (() => string) => {
  const next = countIds();
  return () => `${prefix}${next()}`;
};

function read(text: string, prefix = 't'): { project: Project; mapId: string } {
  const cells = readCells(text);
  const table = cellsToTable(cells, guessMapping(cells, defaultPack), new Set());
  const result = buildProject(table, { makeId: ids(prefix) });
  if (result.kind === 'errors') throw new Error(result.errors.map(sayCellError).join('\n'));
  return result;
}

function added(project: Project, mapId: string, text: string, after: string | null): Project {
  const command = addTable({ project, mapId, table: read(text), after }, ids('n'));
  if (!command) throw new Error('no map');
  return doUndoRedo(project, command);
}

/** Flows by the names of their ends. */
function named(project: Project): string[] {
  const name = (id: string): string => {
    const node = lookUp(project.nodes, id);
    return node?.name || (node?.type ?? id);
  };
  return Object.values(project.flows)
    .map(({ from, to, kind, share }) =>
      [`${name(from)} > ${name(to)}`, kind === 'normal' ? '' : kind, String(share?.likely ?? '')]
        .filter(Boolean)
        .join(' '),
    )
    .sort();
}

const line = buildMap((map) => {
  map.role('desk', { name: 'Service desk' });
  map.start('in', { name: 'Demand' });
  map.step('a', { name: 'Log' });
  map.step('b', { name: 'Close' });
  map.end('out', { name: 'Value' });
  map.path('in', 'a', 'b', 'out');
});

describe('adding a table to a map', () => {
  it('puts its steps between a step and the next one', () => {
    const project = added(
      line.project,
      line.mapId,
      'Step\tRole\tPT\nTriage\tService desk\t5m\nFix\tL2\t1h',
      'a',
    );
    expect(named(project)).toEqual(
      ['Demand > Log', 'Fix > Close', 'Log > Triage', 'Triage > Fix', 'Close > Value'].sort(),
    );
    const triage = Object.values(project.nodes).find(({ name }) => name === 'Triage');
    expect(triage).toMatchObject({ role: 'desk', processTime: { likely: 5 } });
    const order = Object.values(project.nodes).toSorted((a, b) => a.order - b.order);
    expect(order.map(({ name }) => name)).toEqual(['Demand', 'Log', 'Triage', 'Fix', 'Close', 'Value']);
  });

  it('keeps its shares, also those of what ends early', () => {
    const text = 'Step\tNext\nTriage\tFix:80%; End:20%\nFix\tEnd\nEnd\t';
    const project = added(line.project, line.mapId, text, 'a');
    expect(named(project)).toContain('Triage > End 0.2');
    expect(named(project)).toContain('End > Close');
  });

  it('fills an empty map, which takes over its demand and value', () => {
    const empty = emptyProject({ makeId: ids('e'), names: en.start.newNames });
    const start = Object.entries(empty.project.nodes).find(([, { type }]) => type === 'start')?.[0] ?? null;
    const text = 'Step\tType\nPassword lost\tstart\nReset\t\nWorking again\tend';
    const project = added(empty.project, empty.mapId, text, start);
    expect(named(project)).toEqual(['Password lost > Reset', 'Reset > Working again']);
    expect(Object.keys(project.nodes)).toHaveLength(3);
  });

  it('leads nowhere where nothing follows', () => {
    const open = buildMap((map) => {
      map.start('in', { name: 'Demand' });
      map.step('a', { name: 'Log' });
      map.path('in', 'a');
    });
    expect(named(added(open.project, open.mapId, 'Step\nFix', 'a'))).toEqual(['Demand > Log', 'Log > Fix']);
  });
});

const typed = [
  'Log the call; First line; 6m; wait 30m; 80%',
  'Triage; First line; 10m; wait 1h; 90%; NNVA',
  'Find the cause; Second line; 1h; wait 4h; 95%; x2',
  'Check the contract; Account; 15m; wait 2h; parallel with Find the cause',
  'Mend it; Second line; 30m; wait 3h; 85%; join Find the cause, Check the contract; -> Triage 20% rework',
  'Confirm; First line; 5m; wait 1h; 99%; VA; -> Value',
];
const pasted = `Step\tType\tRole\tPT\tWait\t%C&A\tValue class\tPeople\tNext\tId
Log the call\t\tFirst line\t6m\t30m\t80%\t\t\tTriage\t
Triage\t\tFirst line\t10m\t1h\t90%\tNNVA\t\tf\t
\tfork\t\t\t\t\t\t\tFind the cause; Check the contract\tf
Find the cause\t\tSecond line\t1h\t4h\t95%\t\t2\tj\t
Check the contract\t\tAccount\t15m\t2h\t\t\t\tj\t
\tjoin\t\t\t\t\t\t\tMend it\tj
Mend it\t\tSecond line\t30m\t3h\t85%\t\t\tConfirm; Triage:20% rework\t
Confirm\t\tFirst line\t5m\t1h\t99%\tVA\t\tValue\t
Value\tend\t\t\t\t\t\t\t\t`;

/** What a map says, ids and orders aside. */
function meaning(project: Project): unknown {
  const nodes = Object.values(project.nodes).map(({ map: _map, order: _order, role, ...node }) => ({
    ...node,
    role: lookUp(project.roles, role)?.name ?? null,
  }));
  return {
    nodes: nodes.toSorted((a, b) => `${a.type} ${a.name}`.localeCompare(`${b.type} ${b.name}`)),
    flows: named(project),
    roles: Object.values(project.roles)
      .map(({ name }) => name)
      .sort(),
  };
}

describe('a map of typed lines and the same map pasted', () => {
  const empty = emptyProject({ makeId: ids('e'), names: en.start.newNames });
  const steps = quickSteps(
    typed.join('\n'),
    { project: empty.project, mapId: empty.mapId, after: null },
    ids('q'),
  );
  if ('sentences' in steps) throw new Error(steps.sentences.join('\n'));
  const byKeys = run(openHistory(empty.project), steps.command);
  if (byKeys.kind === 'refused') throw new Error(byKeys.sentence);

  it('say the same: roles, times, a parallel block, a rework loop', () => {
    const start = Object.entries(empty.project.nodes).find(([, { type }]) => type === 'start')?.[0] ?? null;
    const project = added(empty.project, empty.mapId, pasted, start);
    expect(meaning(project)).toEqual(meaning(byKeys.history.project));
    expect(flowsOf(project)).toHaveLength(11);
  });

  it('are one undo step each', () => {
    expect(undo(byKeys.history).project).toEqual(empty.project);
  });
});
