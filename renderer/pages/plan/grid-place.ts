/** Where an idea stands on the grid; both are parts of the whole, 0..1. */
export interface Place {
  readonly effort: number;
  readonly impact: number;
}

/** How far an arrow key moves an idea. */
const step = 0.05;

/** A part of the whole in hundredths, never less than nothing and never more than all. */
export const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;

/** The place on the grid under the pointer. */
export function pointIn(field: HTMLElement, event: { clientX: number; clientY: number }): Place {
  const box = field.getBoundingClientRect();
  return {
    effort: within((event.clientX - box.left) / box.width),
    impact: within(1 - (event.clientY - box.top) / box.height),
  };
}

/** True where the pointer is above the grid. */
export function isOver(field: HTMLElement, event: { clientX: number; clientY: number }): boolean {
  const box = field.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** By how much an arrow key moves an idea. */
export const moves: Readonly<Record<string, Place>> = {
  ArrowLeft: { effort: -step, impact: 0 },
  ArrowRight: { effort: step, impact: 0 },
  ArrowUp: { effort: 0, impact: step },
  ArrowDown: { effort: 0, impact: -step },
};
