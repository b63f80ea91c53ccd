import type { Command } from '../../shared/commands/command';
import { deleteNodes } from '../../shared/commands/delete-nodes';
import { makeFutureCopy } from '../../shared/commands/future-copy';
import { setNode } from '../../shared/commands/nodes';
import { quickSteps } from '../../shared/capture/quick-lines';
import type { Project } from '../../shared/model/project';
import { graphOf, listOf, lookUp, stepsOf } from '../../shared/model/queries';
import { en } from '../../shared/text/en';
import type { Tour } from '../app-state';

type MakeId = () => string;

interface TourStep {
  /** True once the map shows that it was done, by whatever way. */
  readonly isDone: (project: Project, tour: Tour) => boolean;
  /** Does it for the user; null where it cannot be done any more. */
  readonly command: (project: Project, tour: Tour, makeId: MakeId) => Command | null;
}

const { steps: texts } = en.tour;

const stepCount = (project: Project, map: string): number => {
  const graph = graphOf(project, map);
  return graph ? stepsOf(graph).length : 0;
};

/** A line typed after a step. */
function lineAfter(
  after: string,
  line: string,
  project: Project,
  tour: Tour,
  makeId: MakeId,
): Command | null {
  const made = quickSteps(line, { project, mapId: tour.map, after }, makeId);
  return 'command' in made ? made.command : null;
}

/** The step that came in after the one that takes a laptop from stock. */
function copying(project: Project, tour: Tour): string {
  const flow = Object.values(project.flows).find((each) => each.from === tour.stock);
  return flow?.to ?? tour.stock;
}

const futures = (project: Project, tour: Tour) =>
  listOf(project.maps).filter((map) => map.copiedFrom === tour.map);

function redesign(project: Project, tour: Tour, makeId: MakeId): Command | null {
  const [future] = futures(project, tour);
  if (future) {
    const copies = listOf(project.nodes).filter(
      (node) => node.map === future.id && node.copiedFrom === tour.approval,
    );
    return copies[0] ? deleteNodes({ ids: [copies[0].id] }, makeId) : null;
  }
  const copy = makeFutureCopy({ project, map: tour.map, makeId });
  const removal = deleteNodes({ ids: [copy.idOf(tour.approval)] }, makeId);
  return {
    ...copy,
    apply(draft) {
      copy.apply(draft);
      removal.apply(draft);
    },
  };
}

/** The five steps: how it is seen that one was done, and what does it. */
export const tourSteps: readonly TourStep[] = [
  {
    isDone: (project, tour) => lookUp(project.nodes, tour.approval)?.wait !== undefined,
    command: (_project, tour) => setNode({ ids: [tour.approval], patch: { wait: { likely: 480 } } }),
  },
  {
    isDone: (project, tour) => stepCount(project, tour.map) > tour.steps,
    command: (project, tour, makeId) => lineAfter(tour.stock, texts[1].line, project, tour, makeId),
  },
  {
    isDone: (project, tour) =>
      Object.values(project.flows).some((flow) => flow.map === tour.map && flow.kind === 'rework'),
    command: (project, tour, makeId) =>
      lineAfter(copying(project, tour), texts[2].line, project, tour, makeId),
  },
  {
    isDone: (project, tour) => lookUp(project.nodes, tour.approval)?.value === 'NVA',
    command: (_project, tour) => setNode({ ids: [tour.approval], patch: { value: 'NVA' } }),
  },
  {
    isDone: (project, tour) =>
      futures(project, tour).some((future) => stepCount(project, future.id) < stepCount(project, tour.map)),
    command: redesign,
  },
];
