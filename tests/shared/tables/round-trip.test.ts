import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapNode, Project } from '../../../shared/model/project';
import { isRange, type Quantity } from '../../../shared/model/quantity';
import { graphOf, membersOf } from '../../../shared/model/queries';
import { readTable } from '../../../shared/tables/read-table';
import type { TableFormat } from '../../../shared/tables/types';
import { writeTable } from '../../../shared/tables/write-table';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';
import { anyProject } from '../../helpers/random-project';
import { charterOf, valueOf } from './meaning-of-value';

type Fields = Record<string, unknown>;

function roundTrip(
  project: Project,
  mapId: string,
  format: TableFormat,
): { project: Project; mapId: string } {
  const written = writeTable(project, mapId, format);
  const read = readTable(written ?? '', format, { makeId: countIds(), packId: 'itil4' });
  if (read.kind === 'errors') throw new Error(`${written}\n${JSON.stringify(read.errors)}`);
  return read;
}

/** A quantity without what says nothing: a low and a high that equal the likely value. */
function plainQuantity(quantity: Quantity): Quantity {
  const { low, likely, high, ...origin } = quantity;
  return isRange(quantity)
    ? { low: low ?? likely, likely, high: high ?? likely, ...origin }
    : { likely, ...origin };
}

/** What a map says, whatever the ids of systems, artefacts, partners and flows and the numbers behind an order. */
function meaningOf(project: Project, mapId: string): unknown {
  const graph = graphOf(project, mapId);
  if (graph === null) throw new Error('no map');
  const named = (table: Project['systems'], ids: readonly string[]): string[] =>
    ids.map((id) => table[id]?.name ?? id);
  const node = (fields: MapNode): Fields => {
    const {
      map: _map,
      order: _order,
      position: _position,
      group: _group,
      practices,
      barriers,
      systems,
      inputs,
      outputs,
      partner,
      ...rest
    } = fields;
    const lists: Fields = {
      practices: membersOf(practices),
      barriers: membersOf(barriers),
      systems: named(project.systems, membersOf(systems)),
      inputs: named(project.artefacts, membersOf(inputs)),
      outputs: named(project.artefacts, membersOf(outputs)),
      partner: partner === undefined ? [] : named(project.partners, [partner]),
    };
    const quantities = Object.entries(rest).map(([field, value]) => [
      field,
      typeof value === 'object' && 'likely' in value ? plainQuantity(value) : value,
    ]);
    return { ...Object.fromEntries(quantities), ...lists };
  };
  const { name, state, observedOn, note } = graph.map;
  return {
    calendar: graph.calendar,
    map: { name, state, observedOn, note },
    nodes: graph.nodes.map(node),
    flows: graph.flows.map(({ id: _id, map: _map, order: _order, share, ...rest }) => ({
      ...rest,
      ...(share === undefined ? {} : { share: plainQuantity(share) }),
    })),
    roles: [...graph.roles.values()].map(({ order: _order, ...rest }) => rest),
    charter: charterOf(project, graph.stream.id),
    value: valueOf(project, graph),
  };
}

/** Random projects as a table can tell them: a start and an end, known activities, things with different plain names. */
const anyTellableProject = anyProject.map((project) => {
  const mapId = Object.keys(project.maps)[0] ?? '';
  for (const table of [project.systems, project.artefacts, project.partners])
    for (const [index, thing] of Object.values(table).entries()) thing.name = `Thing ${index}`;
  const blankOut = (record: object): void => {
    const fields = new Map(Object.entries(record));
    for (const [field, value] of fields)
      if (typeof value === 'string' && field !== 'name' && value.trim() === '')
        Reflect.deleteProperty(record, field);
  };
  for (const node of Object.values(project.nodes)) {
    blankOut(node);
    if (node.activity === 'unknown-activity') delete node.activity;
    if (node.role !== undefined && !Object.hasOwn(project.roles, node.role)) delete node.role;
    if (node.partner !== undefined && !Object.hasOwn(project.partners, node.partner)) delete node.partner;
  }
  for (const flow of Object.values(project.flows)) blankOut(flow);
  for (const map of Object.values(project.maps)) blankOut(map);
  for (const who of Object.values(project.stakeholders)) blankOut(who);
  for (const stream of Object.values(project.streams)) {
    blankOut(stream);
    if (stream.name.trim() === '') stream.name = 'Stream';
  }
  const ends = { start: { type: 'start', order: -1e9 }, end: { type: 'end', order: 1e9 } } as const;
  for (const [id, { type, order }] of Object.entries(ends))
    project.nodes[`the-${id}`] = { map: mapId, type, name: id, order };
  return { project, mapId };
});

describe('a JSON step table', () => {
  it('holds all of a map: written and read it says the same, whatever the map', () => {
    fc.assert(
      fc.property(anyTellableProject, ({ project, mapId }) => {
        const again = roundTrip(project, mapId, 'json');
        expect(meaningOf(again.project, again.mapId)).toEqual(meaningOf(project, mapId));
      }),
      { numRuns: 300 },
    );
  });

  it('uses the column names of the step table', () => {
    const { project, mapId } = buildMap((m) => {
      m.stream({ name: 'Restore', demandPerMonth: 1200, targetLeadTime: 960, valueOutcome: 'Working again' });
      m.role('agent', { people: 9, availability: 0.65 });
      m.start();
      m.step('log', {
        role: 'agent',
        practices: ['service-desk'],
        processTime: { low: 5, likely: 7.5, high: 15, source: 'measured', by: 'Ana' },
        wait: 90,
        completeAccurate: 0.82,
        value: 'NNVA',
        touchesConsumer: true,
        systems: ['phone'],
      });
      m.end();
      m.flow('start', 'log');
      m.flow('log', 'end', { share: 0.9, style: 'fifo', limit: 3 });
      m.flow('log', 'log', { share: 0.1, kind: 'rework', label: 'again' });
    });
    const { dimensions, ...table } = JSON.parse(writeTable(project, mapId, 'json') ?? '') as Fields;
    expect(dimensions).toContainEqual({
      dimension: 'information-technology',
      fact: 'systems',
      value: 1,
      names: ['Phone'],
      steps: ['log'],
    });
    expect(table).toEqual({
      stream: {
        name: 'Restore',
        value: 'Working again',
        demand_per_month: 1200,
        target_lead_time: '16h',
        calendar: '8x5',
        state: 'current',
        map_name: 'Current state',
      },
      roles: [{ id: 'agent', name: 'Agent', people: 9, availability: '65%' }],
      steps: [
        { id: 'start', name: 'Start', type: 'start' },
        {
          id: 'log',
          name: 'Log',
          role: 'agent',
          practices: ['service-desk'],
          process_time: '5m/7.5m/15m',
          wait: '1h 30m',
          complete_accurate: '82%',
          value: 'NNVA',
          touches_consumer: true,
          systems: ['Phone'],
          provenance: { process_time: { source: 'measured', by: 'Ana' } },
        },
        { id: 'end', name: 'End', type: 'end' },
      ],
      flows: [
        { from: 'start', to: 'log' },
        { from: 'log', to: 'end', share: '90%', style: 'fifo', limit: 3 },
        { from: 'log', to: 'log', share: '10%', kind: 'rework', label: 'again' },
      ],
    });
  });

  it.each([
    ['{"steps":', 'The text is not JSON'],
    ['', 'The table is empty.'],
    ['{}', 'no list called “steps”'],
    ['{"steps":{}}', '“steps” is not a list of rows.'],
    ['{"steps":[]}', 'The table has no steps.'],
    ['{"steps":[5]}', 'not a row of named cells'],
    ['{"steps":[{"id":"a","wait":5}]}', '“5” has no unit'],
    ['{"steps":[{"id":"a","wait":{"likely":5}}]}', 'A text, a number or a list was expected'],
    ['{"steps":[{"id":"a"}],"flows":[{"from":"a","to":"b"}]}', 'no step called “b”'],
    ['{"steps":[{"id":"a","wait":"5m","provenance":{"wait":{"source":"rumour"}}}]}', 'provenance of “wait”'],
    ['{"stream":{"calendar":"9x5"},"steps":[{"id":"a"}]}', '“9x5” is not a calendar'],
    ['{"stream":{"calendar":{"hours":[1]}},"steps":[{"id":"a"}]}', 'seven numbers of hours'],
    ['{"stream":{"observed_on":"2026-02-30"},"steps":[{"id":"a"}]}', 'is not a date'],
    ['{"stream":{"target_lead_time":16},"steps":[{"id":"a"}]}', '“16” has no unit'],
    ['{"roles":[{"id":"r","availability":"most"}],"steps":[{"id":"a"}]}', 'is not a share'],
    ['{"roles":[{"people":2}],"steps":[{"id":"a"}]}', 'neither a name nor an id'],
  ])('%s is refused: %s', (source, sentence) => {
    const read = readTable(source, 'json', { makeId: countIds(), packId: 'itil4' });
    expect(read).toMatchObject({ kind: 'errors', errors: [{ sentence: expect.stringContaining(sentence) }] });
  });

  it('counts the rows of a list from one and gives each wrong cell its own error', () => {
    const read = readTable('{"steps":[{"id":"a"},{"id":"b","wait":"x","crew":"many"}]}', 'json', {
      makeId: countIds(),
      packId: 'itil4',
    });
    expect(read).toMatchObject({
      errors: [
        { sheet: 'steps', row: 2, column: 'crew', found: 'many' },
        { sheet: 'steps', row: 2, column: 'wait', found: 'x' },
      ],
    });
  });

  it('takes numbers and booleans as JSON has them', () => {
    const { project } = roundTripText(
      '{"steps":[{"id":"a","complete_accurate":0.9,"crew":2,"rekeys":true}]}',
    );
    expect(project.nodes.a).toMatchObject({
      completeAccurate: { likely: 0.9 },
      crew: { likely: 2 },
      rekeys: true,
    });
  });
});

function roundTripText(source: string): { project: Project; mapId: string } {
  const read = readTable(source, 'json', { makeId: countIds(), packId: 'itil4' });
  if (read.kind === 'errors') throw new Error(JSON.stringify(read.errors));
  return read;
}

describe('a CSV step table', () => {
  it('holds the steps, the shares and the kinds of the flows, whatever the map', () => {
    const inCsv = anyTellableProject.map(({ project, mapId }) => {
      const plain = (text: string): string =>
        text
          .replace(/\s+/gu, ' ')
          .replaceAll(/[\ud800-\udfff]/gu, '')
          .trim();
      for (const node of Object.values(project.nodes)) {
        node.name = plain(node.name) || 'Unnamed';
        if (node.calendar?.kind === 'custom') delete node.calendar;
        for (const field of ['team', 'note', 'obligationReference'] as const) {
          const text = plain(node[field] ?? '');
          if (text === '') delete node[field];
          else node[field] = text;
        }
      }
      for (const [index, role] of Object.values(project.roles).entries()) role.name = `Role ${index}`;
      return { project, mapId };
    });
    const told = (project: Project, mapId: string): unknown => {
      const meaning = meaningOf(project, mapId) as { nodes: Fields[]; flows: Fields[] };
      const value = (each: unknown): unknown => {
        if (typeof each !== 'object' || each === null || !('likely' in each)) return each;
        const { source: _source, by: _by, on: _on, samples: _samples, ...values } = each as Quantity;
        return values;
      };
      const roleNames = new Map(Object.entries(project.roles).map(([id, role]) => [id, role.name]));
      return {
        nodes: meaning.nodes.map((node) => ({
          ...Object.fromEntries(Object.entries(node).map(([field, each]) => [field, value(each)])),
          role: roleNames.get(String(node.role)),
        })),
        flows: meaning.flows
          .map(({ from, to, kind, share }) => JSON.stringify({ from, to, kind, share: value(share) ?? null }))
          .toSorted(),
      };
    };
    fc.assert(
      fc.property(inCsv, ({ project, mapId }) => {
        fc.pre(Object.values(project.flows).some((flow) => flow.map === mapId));
        const again = roundTrip(project, mapId, 'csv');
        expect(told(again.project, again.mapId)).toEqual(told(project, mapId));
      }),
      { numRuns: 300 },
    );
  });
});
