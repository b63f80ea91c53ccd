import {
  laneLineHeight as lineHeight,
  laneNameLines as linesOf,
  mostLaneLines as mostLines,
} from '../../shared/drawing/lane-name';
import type { Line } from '../../shared/drawing/wrap-text';
import type { Lane } from '../../shared/layout/types';

/** Space round the names, pixels. */
const edge = 9;
/** Widths that a strip with names from left to right may take, pixels. */
const widths = [64, 80, 96, 112, 128, 144] as const;

/** How the names of the lanes stand in their strip at one zoom. */
export interface LaneNames {
  /** True where they are written from left to right, since some lane is too low for an upright name. */
  readonly isAcross: boolean;
  /** Of the whole strip, pixels on the screen. */
  readonly width: number;
  /** The lines of each name, in the order of the lanes. */
  readonly names: readonly (readonly Line[])[];
}

type Lanes = readonly Pick<Lane, 'name' | 'height'>[];

const isWhole = (lines: readonly Line[]): boolean => lines.every((line) => line.full === undefined);

function upright(lanes: Lanes, zoom: number): LaneNames {
  const names = lanes.map(({ name, height }) => linesOf(name, height * zoom - 8, mostLines));
  const most = Math.max(1, ...names.map((lines) => lines.length));
  return { isAcross: false, width: edge + lineHeight * most, names };
}

function across(lanes: Lanes, zoom: number, width: number): LaneNames {
  const names = lanes.map(({ name, height }) =>
    linesOf(name, width, Math.min(mostLines, Math.max(1, Math.floor((height * zoom - 2) / lineHeight)))),
  );
  return { isAcross: true, width: width + 2 * edge, names };
}

/** The names of lanes at a zoom (1 is 100 %): upright where all of them fit into the heights of their lanes, else from left to right in a strip just wide enough. */
export function laneNames(lanes: Lanes, zoom: number): LaneNames {
  const standing = upright(lanes, zoom);
  if (standing.names.every(isWhole)) return standing;
  const lying = widths.map((width) => across(lanes, zoom, width));
  return lying.find(({ names }) => names.every(isWhole)) ?? lying.at(-1) ?? standing;
}
