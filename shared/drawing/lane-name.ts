import { face } from './shapes';
import { fitText, type Line, wrapText } from './wrap-text';

/** How the names of lanes are set, and from line to line. */
export const laneFace = face(10.5, 600);
export const laneLineHeight = 13;
/** A name takes three lines at most. */
export const mostLaneLines = 3;

/** The name of a lane in lines of one width; a word that does not fit in one makes one shortened line. */
export function laneNameLines(name: string, width: number, most = mostLaneLines): readonly Line[] {
  const isWhole = name.split(' ').every((word) => fitText(word, width, laneFace).full === undefined);
  return isWhole ? wrapText(name, width, laneFace, most) : [fitText(name, width, laneFace)];
}
