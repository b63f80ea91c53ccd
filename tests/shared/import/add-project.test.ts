import { describe, expect, it } from 'vitest';
import { addProject } from '../../../shared/import/add-project';
import { chooseMaps } from '../../../shared/import/choose-maps';
import type { Project } from '../../../shared/model/project';
import { graphOf } from '../../../shared/model/queries';
import { newFromTemplate } from '../../../shared/tables/new-from-template';
import { countIds } from '../../helpers/count-ids';
import { countedIds, doUndoRedo, refusal } from '../../helpers/do-undo-redo';
import { flowLines, graphIn, readFixture } from '../../helpers/import-fixture';

describe('adding what was imported to a project', () => {
  const made = newFromTemplate('tour', { makeId: countIds() });
  if (!made) throw new Error('the template is there');
  const into = made.project;
  const read = readFixture('order.bpmn');

  it('gives new ids to everything whose id is taken', () => {
    const maps = [made.mapId];
    const after = doUndoRedo(into, addProject({ into, added: into, maps }, countedIds()));
    const counts = (project: Project) =>
      [project.streams, project.maps, project.nodes, project.flows].map((rows) => Object.keys(rows).length);
    expect(counts(after)).toEqual(counts(into).map((count) => 2 * count));
    expect(Object.keys(after.roles)).toEqual(Object.keys(into.roles));
    const [first, second] = Object.keys(after.maps).map((id) => graphOf(after, id));
    if (!first || !second) throw new Error('both maps are there');
    expect(flowLines(second)).toEqual(flowLines(first));
  });

  it('is one change that brings all maps along', () => {
    const command = addProject({ into, added: read.project, maps: read.maps }, countedIds());
    const after = doUndoRedo(into, command);
    const graph = graphOf(after, command.made[0] ?? '');
    if (graph === null) throw new Error('the map is there');
    expect(graph.stream.name).toBe('Order to cash');
    expect(flowLines(graph).toSorted()).toEqual(flowLines(graphIn(read)).toSorted());
    expect(Object.keys(after.maps)).toHaveLength(Object.keys(into.maps).length + 1);
    expect(graphOf(after, made.mapId)?.nodes).toEqual(graphOf(into, made.mapId)?.nodes);
  });

  it('takes the roles that the project has under the same name', () => {
    const [name = ''] = Object.values(into.roles).map((role) => role.name);
    const [id = ''] = Object.keys(read.project.roles);
    const role = read.project.roles[id];
    if (!role) throw new Error('a role is there');
    const added = { ...read.project, roles: { ...read.project.roles, [id]: { ...role, name } } };
    const after = doUndoRedo(into, addProject({ into, added, maps: read.maps }, countedIds()));
    expect(Object.values(after.roles).filter((each) => each.name === name)).toHaveLength(1);
    expect(Object.keys(after.roles)).toHaveLength(
      Object.keys(into.roles).length + Object.keys(read.project.roles).length - 1,
    );
  });

  it('is refused without any map', () => {
    const command = addProject({ into, added: read.project, maps: [] }, countedIds());
    expect(refusal(into, command)).toBe('Choose at least one map.');
  });
});

describe('choosing among the maps of a file', () => {
  it('leaves out what only the others need', () => {
    const read = readFixture('order.bpmn');
    const none = chooseMaps(read.project, new Set());
    expect([none.streams, none.nodes, none.flows, none.roles, none.artefacts]).toEqual([{}, {}, {}, {}, {}]);
    expect(chooseMaps(read.project, new Set(read.maps))).toEqual(read.project);
  });
});
