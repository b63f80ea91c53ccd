import type { Box } from '../layout/types';
import type { ValueClass } from '../model/value-sets';
import { meanTime } from './amounts';
import { contributionOf, type DrawingContext, waitDominates } from './context';

/** Where a step stands along the ladder, and what it adds to it. Times are minutes per visit, null where unknown. */
export interface Rung {
  readonly step: string;
  readonly x: number;
  readonly width: number;
  readonly wait: number | null;
  readonly work: number | null;
  readonly visits: number | null;
  /** The same times as texts, a dash where unknown. */
  readonly texts: { readonly wait: string; readonly work: string };
  readonly value: ValueClass | undefined;
  /** True where the wait dominates the lead time. */
  readonly isHot: boolean;
}

/** Minutes that a rung adds to the expected lead time; unknown parts count nothing. */
export function weightOf({ visits, wait, work }: Rung): number {
  return (visits ?? 1) * ((wait ?? 0) + (work ?? 0));
}

const minutesText = (minutes: number | null | undefined): string =>
  minutes === null || minutes === undefined ? meanTime(undefined) : meanTime({ likely: minutes });

/** The steps that move the clock, from left to right; without figures every step. */
export function rungsOf(context: DrawingContext, boxes: ReadonlyMap<string, Box>): readonly Rung[] {
  const { graph, figures } = context;
  const rungs = graph.nodes.flatMap((node): Rung[] => {
    const box = boxes.get(node.id);
    const part = contributionOf(figures, node.id);
    if (node.type !== 'step' || !box || (figures && !part?.onPath) || node.afterValue === true) return [];
    return [
      {
        step: node.id,
        x: box.x,
        width: box.width,
        wait: part?.wait ?? null,
        work: part?.processTime ?? null,
        visits: part?.visits ?? null,
        texts: context.folded?.blocks.has(node.id)
          ? { wait: minutesText(part?.wait), work: minutesText(part?.processTime) }
          : { wait: meanTime(node.wait), work: meanTime(node.processTime) },
        value: node.value,
        isHot: waitDominates(figures, node.id),
      },
    ];
  });
  return rungs.sort((a, b) => a.x - b.x || (a.step < b.step ? -1 : 1));
}

/** Two rungs whose left edges are nearer than this share of their width stand above each other. */
const aboveEachOther = 0.5;
/** Share of the way to the next rung that a tread takes where the next step begins under this one. */
const shortTread = 0.75;

/**
 * The rungs side by side: where steps lie above each other, the one that adds most to the clock; where a step begins
 * under the one before, the tread of that ends earlier, so that there is room for the wait between the two.
 */
export function rungsSideBySide(rungs: readonly Rung[]): readonly Rung[] {
  const taken: Rung[] = [];
  for (const rung of [...rungs].sort((a, b) => weightOf(b) - weightOf(a))) {
    const isFree = taken.every(
      (other) => Math.abs(rung.x - other.x) >= aboveEachOther * Math.min(rung.width, other.width),
    );
    if (isFree) taken.push(rung);
  }
  return taken
    .sort((a, b) => a.x - b.x)
    .map((rung, index) => {
      const next = taken[index + 1];
      const most = next === undefined ? rung.width : (next.x - rung.x) * shortTread;
      const isUnder = next !== undefined && next.x < rung.x + rung.width;
      return isUnder ? { ...rung, width: Math.min(rung.width, most) } : rung;
    });
}
