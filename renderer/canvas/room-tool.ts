import { create } from 'zustand';
import { gridSize } from '../../shared/layout/sizes';
import type { Position } from '../../shared/model/project';
import { en } from '../../shared/text/en';
import { announce } from '../announce';
import { derivedNow } from '../derive';
import { useApp } from '../store';
import { centreOf, commitPlaces } from './gestures';
import { viewControl } from './viewport';

/** The line from which on things move, and how far; pixels of the map. */
interface RoomLine {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly by: number;
}

/** The line that is being moved, null while none is. */
export const useRoomLine = create<{ line: RoomLine | null }>()(() => ({ line: null }));

type SetDragged = (places: ReadonlyMap<string, Position>) => void;

const onGrid = (value: number): number => Math.round(value / gridSize) * gridSize;

/** Where everything beyond a line stands when it is moved. */
function placesBeyond({ axis, at, by }: RoomLine): Map<string, Position> {
  const places = new Map<string, Position>();
  for (const [id, box] of derivedNow()?.layout.boxes ?? []) {
    const centre = centreOf(box);
    if (centre[axis] >= at) places.set(id, { ...centre, [axis]: centre[axis] + by });
  }
  return places;
}

function show(line: RoomLine, setDragged: SetDragged): void {
  useRoomLine.setState({ line });
  setDragged(placesBeyond(line));
}

/** Moves the line by a drag from one point of the map to another. */
export function dragRoom(from: Position, to: Position, setDragged: SetDragged): void {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const axis = useRoomLine.getState().line?.axis ?? (Math.abs(dx) >= Math.abs(dy) ? 'x' : 'y');
  show({ axis, at: from[axis], by: onGrid(axis === 'x' ? dx : dy) }, setDragged);
}

/** Ends making room: one command, or none where it is taken back. */
export function endRoom(isKept: boolean, setDragged: SetDragged): void {
  const { line } = useRoomLine.getState();
  useRoomLine.setState({ line: null });
  useApp.setState({ tool: { kind: 'select' }, notice: null });
  setDragged(new Map());
  if (!isKept || line === null || line.by === 0) return;
  const places = placesBeyond(line);
  commitPlaces(places);
  announce(en.canvas.room.done(places.size));
}

/** The line where the keyboard begins: at the selected node, else in the middle of the window. */
function firstLine(axis: 'x' | 'y'): RoomLine {
  const boxes = derivedNow()?.layout.boxes;
  const chosen = useApp.getState().selection.flatMap((id) => boxes?.get(id) ?? []);
  const edges = chosen.map((box) => box[axis]);
  const at = edges.length > 0 ? Math.min(...edges) : (viewControl()?.middle()[axis] ?? 0);
  return { axis, at, by: 0 };
}

/** Makes room with keys: arrows move, Enter keeps, Escape takes back. True where the key was one of them. */
export function roomKey(
  key: string,
  arrow: Position | null,
  isFar: boolean,
  setDragged: SetDragged,
): boolean {
  if (arrow) {
    const line = useRoomLine.getState().line ?? firstLine(arrow.x === 0 ? 'y' : 'x');
    const by = line.by + arrow[line.axis] * gridSize * (isFar ? 10 : 1);
    show({ ...line, by }, setDragged);
    announce(en.canvas.room.by(by));
    return true;
  }
  if (key !== 'Enter' && key !== 'Escape') return false;
  endRoom(key === 'Enter', setDragged);
  return true;
}
