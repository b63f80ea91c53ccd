import { placeOf } from '../../shared/drawing/context';
import { laneAt } from '../../shared/layout/lanes';
import { knownMean } from '../../shared/model/quantity';
import { lookUp, stepsOf, type WithId } from '../../shared/model/queries';
import type { MapNode, Project } from '../../shared/model/project';
import type { Preferences } from '../../shared/ipc/preferences';
import { en } from '../../shared/text/en';
import type { Derived } from '../derive';
import { findingsAt, sceneOf } from './scene';
import type { Slide } from './slides';

/** How a presentation goes through the steps: each of them, by stages, or those that stand out. */
export type Walk = Preferences['presentWalk'];

type Step = WithId<MapNode>;

/** So many of the longest waits stand out, whatever the rules say. */
const longestWaits = 5;
/** A map of more steps than this offers other ways than each step. */
const manySteps = 12;

function stepsInOrder({ graph }: Derived): readonly { readonly step: Step; readonly place: number }[] {
  return stepsOf(graph)
    .map((step) => ({ step, place: placeOf(graph, step.id).place }))
    .sort((a, b) => a.place - b.place);
}

/** What a step belongs to: its group, else its lane, else its activity. */
function stageOf(derived: Derived, project: Project, step: Step): string {
  const group = lookUp(project.groups, step.group);
  if (group) return group.name;
  const { layout } = sceneOf(derived);
  const box = layout.boxes.get(step.id);
  const lane = box && laneAt(layout.lanes, box.y + box.height / 2);
  if (lane && lane.name !== '') return lane.name;
  return derived.pack.activities.find((each) => each.id === step.activity)?.name ?? en.present.otherSteps;
}

/** The steps that stand out: those with an error or a warning, and those before which work waits longest. */
function outstanding(derived: Derived): ReadonlySet<string> {
  const steps = stepsOf(derived.graph);
  const found = steps.filter(({ id }) =>
    findingsAt(derived, id).some(({ group }) => group === 'error' || group === 'warning'),
  );
  const waiting = steps
    .flatMap((step) => {
      const wait = knownMean(step.wait);
      return wait === null || wait === 0 ? [] : [{ id: step.id, wait }];
    })
    .sort((a, b) => b.wait - a.wait)
    .slice(0, longestWaits);
  return new Set([...found, ...waiting].map(({ id }) => id));
}

function stageSlides(derived: Derived, project: Project): Slide[] {
  const runs: { title: string; nodes: string[] }[] = [];
  for (const { step } of stepsInOrder(derived)) {
    const title = stageOf(derived, project, step);
    const last = runs.at(-1);
    if (last?.title === title) last.nodes.push(step.id);
    else runs.push({ title, nodes: [step.id] });
  }
  return runs.map((run, index) => ({ kind: 'stage', ...run, place: index + 1, all: runs.length }));
}

/** The slides between the whole stream and its waits. */
export function walkSlides(derived: Derived, project: Project, walk: Walk): readonly Slide[] {
  if (walk === 'stages') return stageSlides(derived, project);
  const marked = walk === 'marked' ? outstanding(derived) : null;
  return stepsInOrder(derived)
    .filter(({ step }) => marked === null || marked.has(step.id))
    .map(({ step, place }) => ({ kind: 'step', title: step.name || en.present.title, node: step.id, place }));
}

/** True where a map is so long that a room may not want to see each step. */
export const isLong = ({ graph }: Derived): boolean => stepsOf(graph).length > manySteps;
