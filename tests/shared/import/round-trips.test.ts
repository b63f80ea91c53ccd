import { describe, expect, it } from 'vitest';
import { templates } from '../../../shared/catalogue/templates/templates';
import { toBpmn } from '../../../shared/exchange/bpmn/to-bpmn';
import { toDrawio } from '../../../shared/exchange/drawio/to-drawio';
import { toMermaid } from '../../../shared/exchange/mermaid/to-mermaid';
import { readForeign } from '../../../shared/import/read-foreign';
import type { ReadForeign } from '../../../shared/import/types';
import type { Project } from '../../../shared/model/project';
import { meanOf, type Quantity } from '../../../shared/model/quantity';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { formatDuration } from '../../../shared/model/units-format';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { writeTable } from '../../../shared/tables/write-table';
import { countIds } from '../../helpers/count-ids';

interface Table {
  readonly stream: object;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly steps: readonly { readonly id: string; readonly role?: string }[];
  readonly flows: readonly { readonly from: string; readonly to: string }[];
}

/** The step table of a map with nodes by their place and roles by their name, so that two maps can be compared. */
function tableOf(project: Project, map: string): unknown {
  const { stream, roles, steps, flows } = JSON.parse(writeTable(project, map, 'json') ?? '') as Table;
  const place = (id: string): number => steps.findIndex((step) => step.id === id);
  const roleOf = (id: string | undefined): string | null =>
    roles.find((role) => role.id === id)?.name ?? null;
  return {
    stream,
    roles: roles.map((role) => ({ ...role, id: '' })),
    steps: steps.map((step, at) => ({ ...step, id: at, role: roleOf(step.role) })),
    flows: flows.map((flow) => ({ ...flow, from: place(flow.from), to: place(flow.to) })),
  };
}

function readBack(name: string, text: string): ReadForeign {
  const file = { name, bytes: new TextEncoder().encode(text), text: () => text };
  const read = readForeign(file, { makeId: countIds(), name: 'back', mapsColumns: false });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  return read;
}

function template(id: string): { project: Project; mapId: string } {
  const made = newFromTemplate(id, { makeId: countIds() });
  if (!made) throw new Error('the template is there');
  return made;
}

const timeOf = (time: Quantity | undefined): string | null =>
  time === undefined ? null : formatDuration(meanOf(time));
const shareOf = (share: Quantity | undefined): number | null =>
  share === undefined ? null : Math.round(meanOf(share) * 1e4) / 1e4;

/** What a flowchart can tell of a map: names, times and shares as they are read; an iteration is drawn as rework. */
function toldOf(graph: MapGraph): unknown {
  const nameOf = (id: string): string => graph.node.get(id)?.name || (graph.node.get(id)?.type ?? '');
  const nodes = graph.nodes.map((node) => [
    node.type,
    node.name,
    timeOf(node.processTime),
    timeOf(node.wait),
    shareOf(node.completeAccurate),
    node.value ?? null,
  ]);
  const flows = graph.flows.map(({ from, to, kind, share, label }) => [
    nameOf(from),
    nameOf(to),
    kind === 'iteration' ? 'rework' : kind,
    shareOf(share),
    label ?? null,
  ]);
  return [nodes, flows].map((rows) => rows.map((row) => JSON.stringify(row)).toSorted());
}

describe.each(templates.map(({ id }) => id))('the template %s', (id) => {
  it('comes back from BPMN as the same map', () => {
    const { project, mapId } = template(id);
    const back = readBack('map.bpmn', toBpmn(project, mapId, { lanes: 'team' }) ?? '');
    expect(tableOf(back.project, back.maps[0] ?? '')).toEqual(tableOf(project, mapId));
    expect(back.skipped).toEqual([]);
  });

  it('comes back from Mermaid with its names, times, shares and flows', () => {
    const { project, mapId } = template(id);
    const graph = graphOf(project, mapId);
    if (graph === null) throw new Error('the map is there');
    const back = readBack('map.mmd', toMermaid(graph));
    const again = graphOf(back.project, back.maps[0] ?? '');
    expect(again === null ? null : toldOf(again)).toEqual(toldOf(graph));
    expect(back.skipped).toEqual([]);
  });
});

describe('a draw.io file of two maps of this app', () => {
  it('comes back as two maps of one stream', () => {
    const { project, mapId } = template('tour');
    const map = project.maps[mapId];
    if (!map) throw new Error('the map is there');
    const both: Project = {
      ...project,
      maps: { ...project.maps, later: { ...map, name: 'Later', state: 'future', order: 2 } },
      nodes: {
        ...project.nodes,
        ...Object.fromEntries(
          Object.entries(project.nodes).map(([id, node]) => [`${id}b`, { ...node, map: 'later' }]),
        ),
      },
    };
    const back = readBack('both.drawio', toDrawio(both, [mapId, 'later'], { lanes: null }));
    expect(back.maps).toHaveLength(2);
    expect(Object.values(back.project.maps).map(({ name, state }) => [name, state])).toEqual([
      [map.name, 'current'],
      ['Later', 'future'],
    ]);
    expect(Object.keys(back.project.streams)).toHaveLength(1);
    expect(Object.keys(back.project.roles)).toHaveLength(Object.keys(project.roles).length);
  });
});

describe('a draw.io file of this app that was changed in draw.io', () => {
  const { project, mapId } = template('tour');
  const text = toDrawio(project, [mapId], { lanes: null });
  const steps = Object.values(project.nodes).filter(({ type }) => type === 'step');
  const namesIn = (read: ReadForeign): string[] => Object.values(read.project.nodes).map(({ name }) => name);

  it('has the new name of a step that was renamed there', () => {
    const [{ name } = { name: '' }] = steps;
    const back = readBack('a.drawio', text.replace(`label="${name}"`, 'label="Called otherwise"'));
    expect(namesIn(back)).toContain('Called otherwise');
    expect(namesIn(back)).not.toContain(name);
  });

  it('has the steps and arrows that were drawn into it', () => {
    const [first] = /<UserObject[^>]*vsm_type="step"[^>]*>/.exec(text) ?? [''];
    const source = / id="([^"]*)"/.exec(first)?.[1] ?? '';
    const more = `<mxCell id="new" value="Ask again" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell><mxCell id="arrow" value="10%" edge="1" parent="1" source="${source}" target="new"><mxGeometry relative="1" as="geometry"/></mxCell>`;
    const back = readBack('a.drawio', text.replace('</root>', `${more}</root>`));
    expect(namesIn(back)).toContain('Ask again');
    const [id = ''] = Object.entries(back.project.nodes).find(([, { name }]) => name === 'Ask again') ?? [];
    expect(Object.values(back.project.flows).find(({ to }) => to === id)?.share).toEqual({ likely: 0.1 });
    expect(namesIn(back)).toHaveLength(Object.keys(project.nodes).length + 1);
  });
});
