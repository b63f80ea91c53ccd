import type { MapNode } from '../model/project';
import { meanOf, type Quantity } from '../model/quantity';
import type { MapGraph } from '../model/queries';
import { formatShare } from '../model/units-format';
import { changeStoryText as words, type Turn } from '../text/change-story';
import { inspectorText } from '../text/inspector';
import type { Between } from './change-groups';

/** What sentences are made from. */
export interface Telling {
  readonly between: Between;
  readonly old: MapGraph;
  readonly now: MapGraph;
  /** What goes through the stream, as a plural: `requests`. */
  readonly items: string;
}

/** A share without digits that say nothing. */
export function shortShare(value: number): string {
  return formatShare(value, Math.abs(value * 100 - Math.round(value * 100)) < 0.05 ? 0 : 1);
}

/** The name of a node, or what it is. */
export function nameOf(node: MapNode | undefined): string {
  if (!node) return '';
  return node.name === '' ? inspectorText.nodeTypes[node.type].toLowerCase() : node.name;
}

/** A value before and after in the words of `say`, and which way it goes. */
export function turnOf(
  before: Quantity | undefined,
  after: Quantity | undefined,
  say: (mean: number) => string,
): Turn {
  const text = (value: Quantity | undefined): string => (value ? say(meanOf(value)) : words.unknown);
  const [a, b] = [before && meanOf(before), after && meanOf(after)];
  const isKnown = a !== undefined && b !== undefined && a !== b;
  return {
    before: text(before),
    after: text(after),
    direction: isKnown ? (b > a ? 'up' : 'down') : null,
    isHalved: isKnown && a > 0 && Math.abs(b / a - 0.5) < 1e-6,
  };
}
