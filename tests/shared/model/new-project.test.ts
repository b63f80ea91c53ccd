import { expect, it } from 'vitest';
import { readProject } from '../../../shared/file-format/read';
import { writeProject } from '../../../shared/file-format/write';
import { layoutMap } from '../../../shared/layout/layout-map';
import { emptyProject } from '../../../shared/model/new-project';
import { graphOf } from '../../../shared/model/queries';
import { countIds } from '../../helpers/count-ids';

it('starts with a demand on the left, a value on the right and nothing between', () => {
  const names = { project: 'P', stream: 'S', map: 'M', demand: 'D', value: 'V' };
  const { project, mapId } = emptyProject({ makeId: countIds(), names });
  const graph = graphOf(project, mapId);
  expect(graph?.nodes.map(({ type, name }) => [type, name])).toEqual([
    ['start', 'D'],
    ['end', 'V'],
  ]);
  const boxes = graph && layoutMap(graph, { laneBy: 'role' }).boxes;
  const [start, end] = (graph?.nodes ?? []).map(({ id }) => boxes?.get(id));
  if (!start || !end) throw new Error('an end is not placed');
  expect(end.x - (start.x + start.width)).toBeGreaterThan(600);
  expect(start.y + start.height / 2).toBe(end.y + end.height / 2);
  expect(graph?.map).toMatchObject({ name: 'M', state: 'current' });
  expect(readProject(writeProject(project))).toMatchObject({ kind: 'read', project, warnings: [] });
});
