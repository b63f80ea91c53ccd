import { useCallback, useState } from 'react';

/** What is seen of drawings side by side: `x`, `y` is the point at the top left, in pixels of the drawing; all share it. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Width and height in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Moves of a view that several panes share. */
export interface SyncedView {
  readonly view: View;
  readonly moveBy: (dx: number, dy: number) => void;
  /** Zooms round a point of the pane. */
  readonly zoomBy: (factor: number, at?: { readonly x: number; readonly y: number }) => void;
  /** Brings a point of the drawing into the middle of the pane; what is too small to read grows. */
  readonly centre: (point: { readonly x: number; readonly y: number }) => void;
  readonly fit: () => void;
  readonly setRoom: (room: Room) => void;
}

const limits = { least: 0.08, most: 2 } as const;
const margin = 12;
const readable = 0.6;

/** A view of all of a drawing. */
function fitted(room: Room, size: Room): View {
  const scale = Math.min(
    1.1,
    (room.width - 2 * margin) / size.width,
    (room.height - 2 * margin) / size.height,
  );
  const used = Math.max(limits.least, scale);
  const start = (space: number, length: number): number => {
    const free = space / used - length;
    return free > 0 ? -free / 2 : -margin / used;
  };
  return { x: start(room.width, size.width), y: start(room.height, size.height), scale: used };
}

/** One view for several panes of the same size: who moves one moves all. Until somebody moves it, it shows all. */
export function useSyncedView(size: Room): SyncedView {
  const [moved, setMoved] = useState<View | null>(null);
  const [room, setRoomState] = useState<Room>({ width: 800, height: 400 });
  const view = moved ?? fitted(room, size);
  const setRoom = useCallback((next: Room) => {
    setRoomState((before) => (before.width === next.width && before.height === next.height ? before : next));
  }, []);
  const change = (next: (view: View) => View): void => setMoved((before) => next(before ?? view));
  return {
    view,
    setRoom,
    moveBy: (dx, dy) => change(({ x, y, scale }) => ({ x: x - dx / scale, y: y - dy / scale, scale })),
    zoomBy: (factor, at = { x: room.width / 2, y: room.height / 2 }) =>
      change(({ x, y, scale }) => {
        const next = Math.min(limits.most, Math.max(limits.least, scale * factor));
        return { x: x + at.x / scale - at.x / next, y: y + at.y / scale - at.y / next, scale: next };
      }),
    centre: (point) =>
      change((before) => {
        const scale = Math.max(before.scale, readable);
        return { x: point.x - room.width / 2 / scale, y: point.y - room.height / 2 / scale, scale };
      }),
    fit: () => setMoved(fitted(room, size)),
  };
}
