import type { WorkPicture } from '../shared/ipc/recovery';
import { layoutMap } from '../shared/layout/layout-map';
import type { Project } from '../shared/model/project';
import { graphOf, listOf } from '../shared/model/queries';

/** A map with more boxes than this has no picture: it would be grey, and cost a while. */
const mostBoxes = 200;

const whole = (value: number): string => String(Math.round(value));

/** A small picture of a map of a project: that of the id, or the first; null where there is nothing to draw. */
export function pictureOf(project: Project, mapId: string): WorkPicture | null {
  const shown = Object.hasOwn(project.maps, mapId) ? mapId : listOf(project.maps)[0]?.id;
  const graph = shown === undefined ? null : graphOf(project, shown);
  if (graph === null || graph.nodes.length === 0 || graph.nodes.length > mostBoxes) return null;
  const { boxes, routes, bounds } = layoutMap(graph, { laneBy: 'role' });
  return {
    view: [bounds.x, bounds.y, bounds.width, bounds.height].map(whole).join(' '),
    boxes: graph.nodes
      .flatMap(({ id }) => boxes.get(id) ?? [])
      .map(
        ({ x, y, width, height }) =>
          `M${whole(x)} ${whole(y)}h${whole(width)}v${whole(height)}h-${whole(width)}z`,
      )
      .join(''),
    flows: graph.flows.flatMap(({ id }) => routes.get(id)?.path ?? []).join(''),
  };
}
