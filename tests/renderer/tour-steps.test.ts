import { describe, expect, it } from 'vitest';
import type { Tour } from '../../renderer/app-state';
import { tourSteps } from '../../renderer/tour/tour-steps';
import { openHistory, run } from '../../shared/commands/history';
import { computeFigures } from '../../shared/figures/compute-figures';
import type { Project } from '../../shared/model/project';
import { graphOf, listOf } from '../../shared/model/queries';
import { newFromTemplate } from '../../shared/tables/new-from-template';
import { tourText } from '../../shared/text/tour';
import { countIds } from '../helpers/count-ids';

function begin(): { project: Project; tour: Tour; makeId: () => string } {
  const makeId = countIds();
  const made = newFromTemplate('tour', { makeId });
  if (!made) throw new Error('there is no stream to learn on');
  const steps = listOf(made.project.nodes).filter((node) => node.type === 'step');
  const at = (kind: string): string => steps.find((step) => step.kind === kind)?.id ?? '';
  const tour = { at: 0, map: made.mapId, approval: at('approval'), stock: at('work'), steps: steps.length };
  return { project: made.project, tour, makeId };
}

function leadTime(project: Project, map: string): number | null {
  const graph = graphOf(project, map);
  return graph ? computeFigures(graph).figure.leadTimeExpected.value : null;
}

/** The project after the first steps of the tour were done for the user. */
function after(count: number): ReturnType<typeof begin> {
  const { project, tour, makeId } = begin();
  let history = openHistory(project);
  for (const step of tourSteps.slice(0, count)) {
    const command = step.command(history.project, tour, makeId);
    if (!command) throw new Error('nothing to do');
    const result = run(history, command);
    if (result.kind === 'refused') throw new Error(result.sentence);
    history = result.history;
  }
  return { project: history.project, tour, makeId };
}

describe('the five steps that teach', () => {
  it('have a text each, and each is seen as done after it was done for the user and not before', () => {
    expect(tourSteps).toHaveLength(tourText.steps.length);
    for (const [index, step] of tourSteps.entries()) {
      const before = after(index);
      expect(step.isDone(before.project, before.tour), `before ${String(index)}`).toBe(false);
      const done = after(index + 1);
      expect(step.isDone(done.project, done.tour), `after ${String(index)}`).toBe(true);
    }
  });

  it('start from an unknown lead time, and show what the text promises', () => {
    const leadTimes = [0, 1, 2, 3].map((count) => {
      const { project, tour } = after(count);
      return leadTime(project, tour.map);
    });
    // 30m + 8h 05m + 4h 30m + 2h 20m; then 2h 40m more; then 1.25 times 2h 40m and 10m.
    expect(leadTimes).toEqual([null, 925, 1085, 1137.5]);
  });

  it('end with a future state without the approval, 8h 05m shorter', () => {
    const { project, tour } = after(5);
    const future = listOf(project.maps).find((map) => map.copiedFrom === tour.map);
    expect(leadTime(project, future?.id ?? '')).toBe(652.5);
    expect(leadTime(project, tour.map)).toBe(1137.5);
  });

  it('take the approval off a future state that is there already', () => {
    const before = after(4);
    const made = tourSteps[4]?.command(before.project, before.tour, before.makeId);
    expect(made).not.toBeNull();
    const done = after(5);
    expect(tourSteps[4]?.command(done.project, done.tour, done.makeId)).toBeNull();
  });
});
