import type { Box, Lane } from '../layout/types';
import { drawingSentences, drawingText } from '../text/drawing';
import type { Group } from './display-list';
import { laneFace, laneLineHeight, laneNameLines } from './lane-name';
import { box, line, lineOfText } from './shapes';

/** Width of the strip at the left of the lanes that carries their names, where each stands in one line. */
export const laneStripWidth = 24;
/** Space above and below an upright name, and beside its lines. */
const [nameEdge, nameSide] = [6, 5];

const nameOf = ({ name }: Lane): string => (name === '' ? drawingText.noLane : name);

/** The lanes as bands over the whole width of `bounds`, whose left edge carries the strip of names; every second band is lighter. */
export function drawLanes(lanes: readonly Lane[], bounds: Box): Group[] {
  const names = lanes.map((lane) => laneNameLines(nameOf(lane), lane.height - 2 * nameEdge));
  const most = Math.max(1, ...names.map((lines) => lines.length));
  const strip = most === 1 ? laneStripWidth : most * laneLineHeight + 2 * nameSide;
  return lanes.map((lane, index): Group => {
    const right = bounds.width;
    const lines = names[index] ?? [];
    const first = strip / 2 - ((lines.length - 1) * laneLineHeight) / 2 + 3.5;
    return {
      kind: 'group',
      role: 'lane',
      about: lane.id,
      label: drawingSentences.lane(nameOf(lane)),
      x: bounds.x,
      y: lane.y,
      items: [
        box(0, 0, right, lane.height, 0, { fill: index % 2 === 0 ? 'lane' : 'canvas' }),
        box(0, 0, strip, lane.height, 0, { fill: 'sunken' }),
        line(strip - 0.5, 0, strip - 0.5, lane.height, 'border'),
        line(0, lane.height - 0.5, right, lane.height - 0.5, 'border'),
        ...(index === 0 ? [line(0, 0.5, right, 0.5, 'border')] : []),
        ...lines.map((said, at) =>
          lineOfText(said, first + at * laneLineHeight, lane.height / 2, {
            face: laneFace,
            ink: 'text2',
            anchor: 'middle',
            rotate: -90,
          }),
        ),
      ],
    };
  });
}
