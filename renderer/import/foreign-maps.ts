import { defaultPack } from '../../shared/catalogue/packs';
import type { DisplayList } from '../../shared/drawing/display-list';
import { drawGroups } from '../../shared/drawing/draw-groups';
import { drawLanes } from '../../shared/drawing/draw-lanes';
import { drawBareMap } from '../../shared/drawing/draw-map';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { computeFigures } from '../../shared/figures/compute-figures';
import type { ImportKind, Skipped } from '../../shared/import/types';
import type { LaneBy } from '../../shared/layout/types';
import { layoutMap } from '../../shared/layout/layout-map';
import { usefulLanes } from '../../shared/layout/useful-lanes';
import type { Project } from '../../shared/model/project';
import { graphOf, stepsOf } from '../../shared/model/queries';

/** Maps that were read from a file of another tool and wait for the user's word. */
export interface ForeignMaps {
  /** The file. */
  readonly name: string;
  readonly from: ImportKind;
  readonly project: Project;
  readonly maps: readonly string[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly string[];
}

/** A map of the file as the list of maps names it. */
export interface ForeignMap {
  readonly id: string;
  readonly name: string;
  readonly steps: number;
  readonly flows: number;
}

/** The maps of the file with their names: the stream's, with the map's where a stream has several. */
export function listMaps({ project, maps }: ForeignMaps): ForeignMap[] {
  return maps.flatMap((id) => {
    const graph = graphOf(project, id);
    if (graph === null) return [];
    const isOne = graph.siblings.length === 0;
    const name = isOne ? graph.stream.name : `${graph.stream.name}: ${graph.map.name}`;
    return [{ id, name, steps: stepsOf(graph).length, flows: graph.flows.length }];
  });
}

/** What the chosen maps hold. */
export interface ForeignCounts {
  readonly steps: number;
  readonly flows: number;
  readonly decisions: number;
  readonly roles: number;
  readonly notes: number;
  readonly processTime: number;
  readonly wait: number;
}

/** Counts over some maps. */
export function countIn(project: Project, chosen: ReadonlySet<string>): ForeignCounts {
  const nodes = Object.values(project.nodes).filter(({ map }) => chosen.has(map));
  const steps = nodes.filter(({ type }) => type === 'step');
  const ofTypes = (...types: readonly string[]): number =>
    nodes.filter(({ type }) => types.includes(type)).length;
  return {
    steps: steps.length,
    flows: Object.values(project.flows).filter(({ map }) => chosen.has(map)).length,
    decisions: ofTypes('decision', 'fork', 'join'),
    roles: new Set(steps.flatMap(({ role }) => role ?? [])).size,
    notes: ofTypes('note', 'burst'),
    processTime: steps.filter(({ processTime }) => processTime !== undefined).length,
    wait: steps.filter(({ wait }) => wait !== undefined).length,
  };
}

/** Room for the frames of groups round a map, pixels. */
const frameRoom = 32;

/** The picture of a map, with lanes where they make sense; null where the map is gone. */
export function pictureOf(project: Project, map: string, wanted: LaneBy): DisplayList | null {
  const graph = graphOf(project, map);
  if (graph === null) return null;
  const lanes = usefulLanes(graph, wanted);
  const layout = layoutMap(graph, { laneBy: lanes, pack: defaultPack, labelSize: labelSizeFor(graph) });
  const figures = computeFigures(graph);
  const context = { graph, figures, badges: new Map(), pack: defaultPack, view: { lanes } };
  const bare = drawBareMap(context, layout);
  const { bounds } = layout;
  const pad = graph.groups.length > 0 ? frameRoom : 0;
  const behind = [...drawLanes(layout.lanes, bounds), ...drawGroups(context, layout.boxes)];
  const part = { kind: 'group', role: 'part', x: -bounds.x, y: -bounds.y, items: behind } as const;
  return {
    ...bare,
    width: bare.width + 2 * pad,
    height: bare.height + 2 * pad,
    items: [{ kind: 'group', role: 'part', x: pad, y: pad, items: [part, ...bare.items] }],
  };
}

/** What was left out for one reason: each thing once, with how often. */
export interface LeftOut {
  readonly why: string;
  readonly things: readonly { readonly what: string; readonly where: string; readonly count: number }[];
  readonly count: number;
}

/** What was left out, by reason, the commonest first. */
export function groupSkipped(skipped: readonly Skipped[]): LeftOut[] {
  const reasons = new Map<string, Map<string, { what: string; where: string; count: number }>>();
  for (const { what, where, why } of skipped) {
    const things = reasons.get(why) ?? new Map<string, { what: string; where: string; count: number }>();
    reasons.set(why, things);
    const key = `${what}\n${where}`;
    const known = things.get(key);
    things.set(key, { what, where, count: (known?.count ?? 0) + 1 });
  }
  const groups = [...reasons].map(([why, things]) => ({
    why,
    things: [...things.values()],
    count: [...things.values()].reduce((sum, { count }) => sum + count, 0),
  }));
  return groups.toSorted((a, b) => b.count - a.count);
}
