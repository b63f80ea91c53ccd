import { stakeholdersOf } from '../../../shared/analysis/value-balance';
import type { Project } from '../../../shared/model/project';
import { type MapGraph, membersOf } from '../../../shared/model/queries';

/** What the charter of a stream says. */
export function charterOf(project: Project, stream: string): Record<string, unknown> {
  const { order: _order, template: _template, ...fields } = project.streams[stream] ?? {};
  return fields;
}

/** What the stream gives to whom and takes, by the names of both, and the steps of this map behind it. */
export function valueOf(project: Project, graph: MapGraph): unknown {
  return {
    stakeholders: stakeholdersOf(project, graph.stream.id).map(({ name, kind, note }) => ({
      name,
      kind,
      note,
    })),
    items: graph.valueItems.map(({ name, kind, aspect, stakeholder, steps }) => ({
      name,
      kind,
      aspect,
      stakeholder: project.stakeholders[stakeholder]?.name,
      steps: membersOf(steps).flatMap((id) => graph.node.get(id)?.name ?? []),
    })),
  };
}
