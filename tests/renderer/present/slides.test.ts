import { describe, expect, it } from 'vitest';
import { makeFutureCopy } from '../../../shared/commands/future-copy';
import { addImprovement } from '../../../shared/commands/improvements';
import { graphOf } from '../../../shared/model/queries';
import type { Project } from '../../../shared/model/project';
import { centreOn, fitBox, slideHeightFor } from '../../../renderer/present/camera';
import { type Slide, slidesOf, todayOf } from '../../../renderer/present/slides';
import { buildMap } from '../../helpers/build-map';
import { countedIds, doUndoRedo } from '../../helpers/do-undo-redo';

const { project } = buildMap((m) => {
  m.stream({ name: 'Order a laptop' });
  m.step('deliver', { name: 'Deliver' });
  m.step('ask', { name: 'Ask' });
  m.start();
  m.end();
  m.path('start', 'ask', 'deliver', 'end');
});

const stepsInOrder: readonly Slide[] = [
  { kind: 'step', title: 'Ask', node: 'ask', place: 1 },
  { kind: 'step', title: 'Deliver', node: 'deliver', place: 2 },
];

function titles(of: Project, map = 'map'): string[] {
  const graph = graphOf(of, map);
  return graph ? slidesOf(of, graph, stepsInOrder).map(({ kind, title }) => `${kind}: ${title}`) : [];
}

describe('the slides of a map', () => {
  it('walk the steps between the whole and the waits', () => {
    expect(titles(project)).toEqual([
      'opening: Order a laptop',
      'overview: The whole stream',
      'step: Ask',
      'step: Deliver',
      'waits: Where the time goes',
    ]);
  });

  it('lead from today to tomorrow where there is a future state, whichever of the two is shown', () => {
    const two = doUndoRedo(project, makeFutureCopy({ project, map: 'map', makeId: countedIds() }));
    const pairs = (map: string): string[] => titles(two, map).filter((each) => /^(before|after)/.test(each));
    expect(todayOf(two, 'new-1')).toBe('map');
    expect(todayOf(two, 'map')).toBe('map');
    expect(pairs('map')).toEqual(['before: Today', 'after: Tomorrow']);
    expect(pairs('new-1')).toEqual(['before: Today', 'after: Tomorrow']);
  });

  it('lead to the future state that was shown, else to the first one', () => {
    const ids = countedIds();
    const [a, b] = [0, 1].map(() => makeFutureCopy({ project, map: 'map', makeId: ids }));
    if (!a || !b) throw new Error('no copy');
    const three = doUndoRedo(doUndoRedo(project, a), { ...b, refuse: () => null });
    const graph = graphOf(three, 'map');
    const to = (wanted: string | null): (string | undefined)[] =>
      (graph ? slidesOf(three, graph, [], wanted) : []).flatMap((slide) =>
        slide.kind === 'after' ? [slide.to] : [],
      );
    expect(to(null)).toEqual([a.made[0]]);
    expect(to(b.made[0] ?? '')).toEqual([b.made[0]]);
  });

  it('end with the plan where there is one', () => {
    const planned = doUndoRedo(project, addImprovement({ name: 'Ask once', stream: 'stream' }, countedIds()));
    expect(titles(planned).at(-1)).toBe('closing: What happens next');
  });

  it('are none but the frame for an empty map', () => {
    const { project: empty } = buildMap(() => undefined);
    const graph = graphOf(empty, 'map');
    expect(graph && slidesOf(empty, graph, []).map(({ kind }) => kind)).toEqual(['opening', 'overview']);
  });
});

describe('the camera', () => {
  const box = { x: 100, y: 50, width: 200, height: 100 };

  it('fits a map into its place, in the middle, never larger than asked', () => {
    // 600 wide, 200 high: the height limits the scale to 2; 400 of 600 are used, 100 are left on each side.
    expect(fitBox(box, { x: 0, y: 0, width: 600, height: 200 }, 9)).toEqual({ scale: 2, x: -100, y: -100 });
    expect(fitBox(box, { x: 0, y: 0, width: 600, height: 200 }, 1).scale).toBe(1);
  });

  it('puts the middle of a step into the middle of its place', () => {
    // The middle of the box is (200, 100); at scale 3 it lies at (600, 300) and must come to (500, 450).
    expect(centreOn(box, { x: 0, y: 0, width: 1000, height: 900 }, 3)).toEqual({ scale: 3, x: -100, y: 150 });
  });

  it('gives a slide the shape of the screen, within reason', () => {
    expect(slideHeightFor({ width: 1920, height: 1080 })).toBe(900);
    expect(slideHeightFor({ width: 1280, height: 800 })).toBe(1000);
    expect(slideHeightFor({ width: 800, height: 1600 })).toBe(1200);
    expect(slideHeightFor({ width: 3440, height: 1440 })).toBe(850);
    expect(slideHeightFor({ width: 0, height: 0 })).toBe(900);
  });
});
