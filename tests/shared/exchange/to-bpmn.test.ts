import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import { templates } from '../../../shared/catalogue/templates/templates';
import { toBpmn } from '../../../shared/exchange/bpmn/to-bpmn';
import { readForeign } from '../../../shared/import/read-foreign';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { countIds } from '../../helpers/count-ids';
import { hardTexts } from '../../helpers/sample-report';
import { tableOf } from '../../helpers/table-of';
import { mockProject } from '../drawing/mock-map';

function written(project: Project, map: string): string {
  const text = toBpmn(project, map, { lanes: null });
  if (text === null) throw new Error('the map is there');
  return text;
}

function throughBpmn(project: Project, map: string): { project: Project; map: string } {
  const text = written(project, map);
  const file = { name: 'map.bpmn', bytes: new TextEncoder().encode(text), text: () => text };
  const read = readForeign(file, { makeId: countIds(), name: 'map', mapsColumns: false });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  return { project: read.project, map: read.maps[0] ?? '' };
}

/** Steps and flows in an order that does not depend on the file. */
function sorted({ steps, flows }: ReturnType<typeof tableOf>): { steps: string[]; flows: number } {
  return {
    steps: steps.map((step) => JSON.stringify({ ...step, id: '' })).sort(),
    flows: flows.length,
  };
}

const ids = templates.map(({ id }) => id);

function fromTemplate(id: string): { project: Project; mapId: string } {
  const made = newFromTemplate(id, { makeId: countIds() });
  if (!made) throw new Error('the template is there');
  return made;
}

describe('a map as BPMN', () => {
  it.each(ids)('is read without a warning by a parser of the standard: %s', async (id) => {
    const { project, mapId } = fromTemplate(id);
    const { warnings, elementsById } = await new BpmnModdle().fromXML(written(project, mapId));
    expect(warnings).toEqual([]);
    const graph = graphOf(project, mapId);
    const elements = Object.values(elementsById).map(({ $type }) => $type);
    const count = (...types: string[]): number => elements.filter((type) => types.includes(type)).length;
    expect(count('bpmn:StartEvent')).toBe(graph?.nodes.filter(({ type }) => type === 'start').length);
    expect(count('bpmn:Task', 'bpmn:ManualTask', 'bpmn:UserTask', 'bpmn:ServiceTask')).toBe(
      graph?.nodes.filter(({ type }) => type === 'step' || type === 'control').length,
    );
    expect(count('bpmn:SequenceFlow', 'bpmn:Association')).toBe(graph?.flows.length);
    expect(count('bpmndi:BPMNEdge')).toBe(graph?.flows.length);
  });

  it.each(ids)('comes back with its steps, flows, lanes, names and times: %s', (id) => {
    const { project, mapId } = fromTemplate(id);
    const back = throughBpmn(project, mapId);
    expect(sorted(tableOf(back.project, back.map))).toEqual(sorted(tableOf(project, mapId)));
    expect(tableOf(back.project, back.map).stream).toEqual(tableOf(project, mapId).stream);
  });

  it('puts every flow node into the lane that it is drawn in', async () => {
    const { elementsById } = await new BpmnModdle().fromXML(written(mockProject, 'map'));
    const graph = graphOf(mockProject, 'map');
    const lanes = Object.values(elementsById).filter(({ $type }) => $type === 'bpmn:Lane');
    const members = lanes.flatMap((lane) => lane.flowNodeRef ?? []);
    const notes = graph?.nodes.filter(({ type }) => type === 'note' || type === 'burst').length ?? 0;
    expect(members).toHaveLength(lanes.length === 0 ? 0 : (graph?.nodes.length ?? 0) - notes);
  });

  it.each(hardTexts)('brings the name %j back', async (name) => {
    const [id = '', node] = Object.entries(mockProject.nodes).find(([, { type }]) => type === 'step') ?? [];
    if (!node) throw new Error('a step is there');
    const renamed = { ...mockProject, nodes: { ...mockProject.nodes, [id]: { ...node, name } } };
    expect((await new BpmnModdle().fromXML(written(renamed, 'map'))).warnings).toEqual([]);
    const names = Object.values(throughBpmn(renamed, 'map').project.nodes).map((each) =>
      each.name.replace(/\s+/g, ' '),
    );
    expect(names).toContain(name.replace(/\s+/g, ' '));
  });
});
