import { boxRoundAll } from '../layout/geometry';
import type { Box, MapLayout } from '../layout/types';
import type { WithId } from '../model/queries';
import type { Group } from '../model/workshop';
import { groupsText } from '../text/groups';
import type { DrawingContext } from './context';
import type { Group as Drawn } from './display-list';
import { face, box, textLine } from './shapes';

/** Clear space between a frame and the steps inside, pixels; more at the top, for the name. */
const margin = 14;
/** Height of the line that carries the name of a group. */
export const groupNameHeight = 22;

/** The frame of an open group: one box, or several where another element stands between its steps. */
export interface GroupFrame {
  readonly group: WithId<Group>;
  /** The one with the name is the first. */
  readonly boxes: readonly Box[];
}

const round = (one: Box, other: Box): Box => boxRoundAll([one, other]);

const meet = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** As few boxes round the members as hold nobody else. */
function cover(members: readonly Box[], all: readonly Box[]): Box[] {
  const whole = boxRoundAll(members);
  const others = all.filter((each) => meet(whole, each));
  if (others.length === 0) return [whole];
  let boxes = [...members];
  for (let isMerged = true; isMerged; ) {
    isMerged = false;
    for (const one of boxes) {
      const other = boxes.find(
        (each) => each !== one && !others.some((foreign) => meet(round(one, each), foreign)),
      );
      if (!other) continue;
      boxes = [...boxes.filter((each) => each !== one && each !== other), round(one, other)];
      isMerged = true;
      break;
    }
  }
  return boxes.sort((a, b) => a.x - b.x || a.y - b.y);
}

const framed = (inner: Box, isFirst: boolean): Box => ({
  x: inner.x - margin,
  y: inner.y - margin - (isFirst ? groupNameHeight : 0),
  width: inner.width + 2 * margin,
  height: inner.height + 2 * margin + (isFirst ? groupNameHeight : 0),
});

/** The frames of the groups that stand open on a drawn map. */
export function groupFrames({ graph, folded }: DrawingContext, boxes: MapLayout['boxes']): GroupFrame[] {
  return graph.groups.flatMap((group) => {
    if (folded?.blocks.has(group.id) === true || folded?.inside?.id === group.id) return [];
    const members: Box[] = [];
    const others: Box[] = [];
    for (const node of graph.nodes) {
      const own = boxes.get(node.id);
      if (own) (node.group === group.id ? members : others).push(own);
    }
    if (members.length === 0) return [];
    return [{ group, boxes: cover(members, others).map((each, index) => framed(each, index === 0)) }];
  });
}

/** The frames with their names, to stand behind flows and nodes. */
export function drawGroups(context: DrawingContext, boxes: MapLayout['boxes']): Drawn[] {
  return groupFrames(context, boxes).map(({ group, boxes: frames }) => ({
    kind: 'group',
    role: 'part',
    about: group.id,
    label: groupsText.frame(group.name || groupsText.untitled),
    x: 0,
    y: 0,
    items: frames.flatMap((frame, index) => [
      box(frame.x, frame.y, frame.width, frame.height, 12, {
        stroke: { ink: 'text3', width: 1.5, dash: [6, 4] },
      }),
      ...(index === 0
        ? [
            textLine(group.name, frame.x + 12, frame.y + 17, frame.width - 24, {
              face: face(11.5, 600),
              ink: 'text2',
            }),
          ]
        : []),
    ]),
  }));
}
