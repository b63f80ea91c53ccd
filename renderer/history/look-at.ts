import { compareFigures } from '../../shared/analysis/compare-figures';
import { sizeOfChange } from '../../shared/analysis/version-summary';
import { packOf } from '../../shared/catalogue/packs';
import { drawMapInRoom } from '../../shared/drawing/draw-rows';
import type { DisplayList } from '../../shared/drawing/display-list';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { toSvg } from '../../shared/drawing/svg';
import { dark, light } from '../../shared/drawing/theme';
import { readProject } from '../../shared/file-format/read';
import { computeFigures } from '../../shared/figures/compute-figures';
import { layoutMap } from '../../shared/layout/layout-map';
import { usefulLanes } from '../../shared/layout/useful-lanes';
import type { Project } from '../../shared/model/project';
import { graphOf, listOf, lookUp, mapsOf, stepsOf } from '../../shared/model/queries';
import type { ChosenFacts, HistoryAnswer, HistoryJob, RowFacts } from './messages';

/** Maps with more nodes than this get no picture in the list of versions. */
const mostNodes = 500;

/** The map of a version to look at: the shown one, else the first of its first stream. */
function mapToSee(project: Project, shown: string): string | null {
  if (lookUp(project.maps, shown)) return shown;
  const [stream] = listOf(project.streams);
  const maps = stream ? mapsOf(project, stream.id) : listOf(project.maps);
  return maps[0]?.id ?? null;
}

/** Room of the small picture in the list, and of the one of the chosen version: long maps are folded into rows for it, px. */
const rooms = { row: { width: 520, height: 290 }, chosen: { width: 960, height: 340 } } as const;

function drawingOf(project: Project, map: string, room: keyof typeof rooms): DisplayList | null {
  const graph = graphOf(project, map);
  if (!graph || graph.nodes.length === 0 || graph.nodes.length > mostNodes) return null;
  const pack = packOf(project.pack);
  const laneBy = usefulLanes(graph, graph.map.lanes ?? 'role');
  const layout = layoutMap(graph, { laneBy, pack, labelSize: labelSizeFor(graph) });
  const context = { graph, figures: computeFigures(graph), badges: new Map(), pack, view: { lanes: laneBy } };
  return drawMapInRoom(context, layout, rooms[room]).list;
}

function rowOf(project: Project, job: Extract<HistoryJob, { kind: 'row' }>): RowFacts {
  const map = mapToSee(project, job.map);
  const earlier = job.earlier === null ? null : readProject(job.earlier);
  const drawing = map === null ? null : drawingOf(project, map, 'row');
  const graph = map === null ? null : graphOf(project, map);
  return {
    steps: graph ? stepsOf(graph).length : 0,
    change: earlier?.kind === 'read' ? sizeOfChange(earlier.project, project, map ?? '') : null,
    svg: drawing && toSvg(drawing, { theme: job.isDark ? dark : light, fonts: { kind: 'linked' } }),
  };
}

function chosenOf(project: Project, job: Extract<HistoryJob, { kind: 'chosen' }>): ChosenFacts {
  const map = mapToSee(project, job.map);
  const present = readProject(job.now);
  const now = present.kind === 'read' ? present.project : null;
  const [before, after] = [map === null ? null : graphOf(project, map), now && graphOf(now, map ?? '')];
  return {
    map: before?.map.name ?? null,
    drawing: map === null ? null : drawingOf(project, map, 'chosen'),
    isTooLarge: (before?.nodes.length ?? 0) > mostNodes,
    figures: before && after ? compareFigures(before, after) : [],
    since: now ? sizeOfChange(project, now, map ?? '') : [],
  };
}

/** Reads a version and says what is wanted of it. */
export function lookAt(job: HistoryJob): HistoryAnswer {
  const read = readProject(job.text);
  if (read.kind !== 'read') return { id: job.id, kind: 'unreadable', sentence: read.sentence };
  if (job.kind === 'row') return { id: job.id, kind: 'row', facts: rowOf(read.project, job) };
  return { id: job.id, kind: 'chosen', facts: chosenOf(read.project, job) };
}
