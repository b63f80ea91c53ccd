import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readForeign } from '../../../shared/import/read-foreign';
import type { ReadForeign } from '../../../shared/import/types';
import { projectSchema } from '../../../shared/model/project';
import { graphOf, lookUp, type MapGraph } from '../../../shared/model/queries';
import { countIds } from '../../helpers/count-ids';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../shared/data/formats');
const isThere = existsSync(folder);
if (!isThere) console.warn('Files of other tools are not beside this repository: reading them is skipped.');

function read(file: string): ReadForeign {
  const bytes = readFileSync(path.join(folder, file));
  const outcome = readForeign(
    { name: path.basename(file), bytes, text: () => bytes.toString('utf8') },
    { makeId: countIds(), name: 'File', mapsColumns: false },
  );
  if (outcome.kind !== 'read') throw new Error(JSON.stringify(outcome));
  expect(projectSchema.parse(outcome.project)).toEqual(outcome.project);
  return outcome;
}

function graphIn({ project, maps }: ReadForeign, at = 0): MapGraph {
  const graph = graphOf(project, maps[at] ?? '');
  if (graph === null) throw new Error('the map is there');
  return graph;
}

const names = (graph: MapGraph, type: string): string[] =>
  graph.nodes.filter((node) => node.type === type).map(({ name }) => name);

const flowsIn = (graph: MapGraph, kind = 'normal'): string[] =>
  graph.flows
    .filter((flow) => flow.kind === kind)
    .map(({ from, to }) => `${graph.node.get(from)?.name ?? ''} > ${graph.node.get(to)?.name ?? ''}`);

/** What each file holds, read by eye: for each of its maps the number of nodes by type and of flows by kind. */
const expected: Readonly<Record<string, readonly Readonly<Record<string, number>>[]>> = {
  'drawio/lean_mapping_1.xml': [
    { start: 1, end: 1, step: 6, control: 3, note: 3, normal: 7, information: 11 },
  ],
  'drawio/lean_mapping_3.xml': [{ start: 1, end: 1, step: 11, control: 1, normal: 15, information: 4 }],
  'drawio/swimlane.xml': [{ start: 1, end: 1, step: 18, normal: 25 }],
  'drawio/bpmn_1.xml': [{ start: 2, end: 4, step: 11, note: 3, normal: 14, information: 2 }],
  'drawio/bpmn-example.drawio': [
    { start: 1, end: 1, step: 11, decision: 3, fork: 1, normal: 19, rework: 2 },
    { start: 2, end: 2, step: 5, decision: 1, normal: 10 },
  ],
  'drawio/uml-activity-example.drawio': [
    { start: 1, end: 1, step: 11, decision: 1, fork: 1, join: 1, normal: 17 },
    { start: 1, end: 1, step: 4, decision: 2, note: 2, normal: 7 },
  ],
  'LoanApp_simplified.bpmn': [
    { start: 1, end: 1, step: 12, decision: 3, fork: 1, join: 1, normal: 22, rework: 1 },
  ],
  'bpmn/SimpleParallel.bpmn': [{ start: 1, end: 1, step: 6, decision: 1, fork: 1, join: 1, normal: 13 }],
  'bpmn/Subprocess1.bpmn': [{ start: 1, end: 2, step: 5, decision: 1, normal: 7, escalation: 1 }],
  'bpmn/ch7_CreditAppSimulation.bpmn': [
    { start: 1, end: 1, step: 6, decision: 2, fork: 1, join: 1, note: 3, normal: 13, rework: 1 },
  ],
  'bpmn/scylla_Kreditkarte_1.bpmn': [
    { start: 1, end: 2, step: 10, decision: 2, normal: 13, rework: 2, escalation: 1 },
  ],
  'bpmn/scylla_claim_process_regular_events.bpmn': [
    { start: 1, end: 2, step: 9, decision: 2, fork: 1, join: 1, normal: 16, rework: 1 },
  ],
  'bpmn/scylla_p4_parallel.bpmn': [
    { start: 1, end: 1, step: 5, decision: 1, fork: 2, join: 2, normal: 13, rework: 1 },
  ],
};

function countsIn(graph: MapGraph): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of [...graph.nodes.map(({ type }) => type), ...graph.flows.map(({ kind }) => kind)])
    counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}

describe.skipIf(!isThere)('a file that another tool wrote', () => {
  it.each(Object.keys(expected))('%s comes in with all that is drawn in it', (file) => {
    const outcome = read(file);
    expect(outcome.maps.map((_, at) => countsIn(graphIn(outcome, at)))).toEqual(expected[file]);
  });

  it('keeps the times, stocks and people of a lean map in draw.io', () => {
    const outcome = read('drawio/lean_mapping_1.xml');
    const graph = graphIn(outcome);
    const told = graph.nodes
      .filter(({ type }) => type === 'step')
      .map(({ name, processTime, wait, wip, changeover }) => [
        name,
        processTime === undefined ? null : Math.round(processTime.likely * 60),
        // Working days of eight hours.
        wait === undefined ? null : wait.likely / 480,
        wip?.likely ?? null,
        changeover === undefined ? null : Math.round(changeover.likely * 60),
      ]);
    expect(told).toEqual([
      ['Machine', 44, 5, null, 3600],
      ['Inspect', 40, 10, 2500, 300],
      ['Cln/Deburr', 5, 7, 3500, 5],
      ['Stock', 30, 4, 2000, 300],
      ['Package', 10, 4, 2000, 300],
      ['Ship', null, 4, 2000, null],
    ]);
    expect(flowsIn(graph)).toContain('Supplier > Machine');
    expect(flowsIn(graph)).toContain('Ship > Customer');
    const fifo = graph.flows.filter(({ style }) => style === 'fifo');
    expect(fifo.map(({ to, limit }) => [graph.node.get(to)?.name, limit])).toEqual([['Cln/Deburr', 12]]);
    expect(outcome.skipped.filter(({ why }) => why.startsWith('No step follows'))).toEqual([]);
    expect(graph.nodes.find(({ name }) => name === 'Machine')?.note).toBe(
      'Lat=1000 pc; Avail=27,600; Uptime=87%',
    );
  });

  it('says of bare numbers on a timeline that nobody can tell what they mean', () => {
    const { skipped } = read('drawio/lean_mapping_3.xml');
    expect(skipped).toContainEqual({
      what: 'Figure “30240”',
      where: 'CE Press',
      why: 'It has no unit, so nobody can tell what it means.',
    });
  });

  it('takes swimlanes for roles, and documents for what steps make', () => {
    const outcome = read('drawio/swimlane.xml');
    const { project } = outcome;
    const roleOf = (name: string): string | undefined =>
      lookUp(project.roles, graphIn(outcome).nodes.find((node) => node.name === name)?.role)?.name;
    expect(Object.keys(project.roles)).toHaveLength(7);
    expect(roleOf('Credit Management')).toBe('Inside Sales Rep');
    expect(roleOf('Long Term Strategy')).toBe('Director');
    expect(Object.values(project.artefacts).map(({ name }) => name)).toEqual(['Bills']);
  });

  it('makes a group of a sub-process, with a way out for its errors', () => {
    const outcome = read('bpmn/Subprocess1.bpmn');
    const graph = graphIn(outcome);
    const [group] = Object.entries(outcome.project.groups);
    expect(group?.[1].name).toBe('Subprozess1');
    expect(graph.nodes.filter((node) => node.group === group?.[0]).map(({ name }) => name)).toEqual([
      'B',
      'Decision?',
      'C',
    ]);
    expect(flowsIn(graph)).toEqual(expect.arrayContaining(['A > B', 'C > D']));
    expect(flowsIn(graph, 'escalation')).toEqual(['Decision? > G']);
  });

  it('takes times, shares and people that were entered for a simulator of BPMN', () => {
    const outcome = read('bpmn/ch7_CreditAppSimulation.bpmn');
    const graph = graphIn(outcome);
    const told = graph.nodes
      .filter(({ type }) => type === 'step')
      .map(({ name, processTime, role }) => [name, processTime?.likely, graph.roles.get(role ?? '')?.name]);
    // The numbers are seconds: 600, 1200, 1200 as the mean of an exponential distribution, 600, 600, and none.
    expect(told.toSorted()).toEqual([
      ['Assess application', 20, 'Credit Officer'],
      ['Check credit history', 10, 'Clerk'],
      ['Check income sources', 20, 'Clerk'],
      ['Make credit offer', 10, 'Credit Officer'],
      ['Notify rejection', 10, 'Credit Officer'],
      ['Receive customer feedback', 0, 'System'],
    ]);
    const [clerk] = graph.roles.values();
    expect(clerk).toMatchObject({ name: 'Clerk', people: 3, ratePerHour: 25 });
    const shares = graph.flows.flatMap(({ share, label }) =>
      share ? [`${label ?? 'else'} ${share.likely}`] : [],
    );
    expect(shares.toSorted()).toEqual([
      'decision review requested 0.2',
      'denied 0.2',
      'else 0.8',
      'granted 0.8',
    ]);
  });

  it('reads the kinds of tasks and the labels of ways in BPMN', () => {
    const graph = graphIn(read('bpmn/scylla_Kreditkarte_1.bpmn'));
    const step = graph.nodes.find(({ name }) => name === 'Antrag prüfen');
    expect(step?.automation).toBe('assisted');
    expect(graph.flows.map(({ label }) => label)).toContain('Nicht vollständig');
    expect(flowsIn(graph, 'rework')).toEqual([
      'Fehlende Informationen sind erhalten > Auf Vollständigkeit prüfen',
      'Antwort auf Ablehnung erhalten > Auf Vollständigkeit prüfen',
    ]);
    expect(names(graph, 'end')).toEqual(['Kreditkarte ausgeliefert', 'Antrag abgelehnt']);
  });
});
