import type { Project } from '../model/project';
import { listOf, lookUp, mapsOf } from '../model/queries';
import { compareText } from '../text/compare';
import { en } from '../text/en';
import type { Command } from './command';
import { originsOf } from './copies';

const { refused } = en.commands;

function streamOf(project: Project, node: string): string | undefined {
  return lookUp(project.maps, lookUp(project.nodes, node)?.map)?.stream;
}

/** Says which node of another map of the stream a node is a copy of; null: of none. */
export function linkNode({ node, source }: { node: string; source: string | null }): Command {
  return {
    name: 'node.link',
    label: compareText.changes.relink,
    refuse(project) {
      const own = lookUp(project.nodes, node);
      if (!own) return refused.nodeGone;
      if (source === null) return null;
      const other = lookUp(project.nodes, source);
      const isFit =
        other !== undefined &&
        other.map !== own.map &&
        streamOf(project, source) === streamOf(project, node) &&
        ![source, ...originsOf(project.nodes, source)].includes(node);
      return isFit ? null : compareText.changes.linkRefused;
    },
    apply(draft) {
      const own = lookUp(draft.nodes, node);
      if (!own) return;
      if (source === null) delete own.copiedFrom;
      else own.copiedFrom = source;
    },
  };
}

/** Moves a map before or behind its neighbour among the maps of its stream. */
export function moveMap({ id, by }: { id: string; by: -1 | 1 }): Command {
  const neighbour = (project: Project): string | undefined => {
    const stream = lookUp(project.maps, id)?.stream;
    const maps = stream === undefined ? [] : mapsOf(project, stream);
    const at = maps.findIndex((map) => map.id === id);
    return at < 0 ? undefined : maps[at + by]?.id;
  };
  return {
    name: 'map.move',
    label: compareText.maps.order,
    refuse: (project) => (neighbour(project) === undefined ? refused.mapGone : null),
    apply(draft) {
      const other = neighbour(draft);
      if (other === undefined) return;
      const order = listOf(draft.maps).map((map) => map.id);
      const [a, b] = [order.indexOf(id), order.indexOf(other)];
      order[a] = other;
      order[b] = id;
      order.forEach((each, at) => {
        const map = lookUp(draft.maps, each);
        if (map) map.order = at + 1;
      });
    },
  };
}
