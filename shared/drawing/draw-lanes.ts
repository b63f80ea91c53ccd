import type { Box, Lane } from '../layout/types';
import { drawingSentences, drawingText } from '../text/drawing';
import type { Group } from './display-list';
import { box, face, line, textLine } from './shapes';

/** Width of the strip at the left of the lanes that carries their names. */
export const laneStripWidth = 24;

/** The lanes as bands over the whole width of `bounds`, whose left edge carries the strip of names; every second band is lighter. */
export function drawLanes(lanes: readonly Lane[], bounds: Box): Group[] {
  return lanes.map((lane, index): Group => {
    const name = lane.name === '' ? drawingText.noLane : lane.name;
    const right = bounds.width;
    return {
      kind: 'group',
      role: 'lane',
      about: lane.id,
      label: drawingSentences.lane(name),
      x: bounds.x,
      y: lane.y,
      items: [
        box(0, 0, right, lane.height, 0, { fill: index % 2 === 0 ? 'lane' : 'canvas' }),
        box(0, 0, laneStripWidth, lane.height, 0, { fill: 'sunken' }),
        line(laneStripWidth - 0.5, 0, laneStripWidth - 0.5, lane.height, 'border'),
        line(0, lane.height - 0.5, right, lane.height - 0.5, 'border'),
        ...(index === 0 ? [line(0, 0.5, right, 0.5, 'border')] : []),
        textLine(name, 15.5, lane.height / 2, lane.height - 12, {
          face: face(10.5, 600),
          ink: 'text2',
          anchor: 'middle',
          rotate: -90,
        }),
      ],
    };
  });
}
