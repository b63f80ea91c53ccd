import { defaultPack } from '../../shared/catalogue/packs';
import type { Fragment } from '../../shared/catalogue/itil4/fragments/fragment-type';
import { openHistory, run } from '../../shared/commands/history';
import { insertFragment } from '../../shared/commands/insert-fragment';
import { labelSizeFor } from '../../shared/drawing/flow-text';
import { layoutMap } from '../../shared/layout/layout-map';
import type { Box, MapLayout } from '../../shared/layout/types';
import { blankProject } from '../../shared/model/new-project';
import { graphOf, type MapGraph } from '../../shared/model/queries';

/** A fragment on a map of its own, laid out. */
export interface FragmentMap {
  readonly graph: MapGraph;
  readonly layout: MapLayout;
  /** The box of each step, by its key. */
  readonly boxes: ReadonlyMap<string, Box>;
}

const known = new Map<string, FragmentMap | null>();

function build(fragment: Fragment): FragmentMap | null {
  let count = 0;
  const makeId = (): string => `f${String((count += 1))}`;
  const project = blankProject(fragment.name);
  project.streams.stream = { name: fragment.name, order: 1 };
  project.maps.map = { stream: 'stream', name: fragment.name, order: 1, state: 'current' };
  const command = insertFragment({ map: 'map', fragment, target: { kind: 'free' } }, makeId);
  const result = run(openHistory(project), command);
  const graph = result.kind === 'refused' ? null : graphOf(result.history.project, 'map');
  if (!graph) return null;
  const layout = layoutMap(graph, { laneBy: 'none', pack: defaultPack, labelSize: labelSizeFor(graph) });
  const boxes = fragment.steps.flatMap(({ key }, index) => {
    const box = layout.boxes.get(command.made[index] ?? '');
    return box ? [[key, box] as const] : [];
  });
  return { graph, layout, boxes: new Map(boxes) };
}

/** The map of a fragment, made once; null where it cannot be made. */
export function fragmentMap(fragment: Fragment): FragmentMap | null {
  if (!known.has(fragment.id)) known.set(fragment.id, build(fragment));
  return known.get(fragment.id) ?? null;
}
