import type { MapNode, QuantityName } from '../model/project';
import { meanOf } from '../model/quantity';

/** What the chosen steps take together. */
export interface SelectionSum {
  /** Over those that are known, minutes or whatever the field is in; null where none is. */
  readonly sum: number | null;
  /** Mean of those that are known; null where none is. */
  readonly mean: number | null;
  /** How many are known, of how many. */
  readonly known: number;
  readonly all: number;
}

/** Adds up one field of some steps; a range counts as its mean, an unknown value is left out and counted. */
export function sumOfSelection(nodes: readonly MapNode[], name: QuantityName): SelectionSum {
  const known = nodes.flatMap((node) => (node[name] === undefined ? [] : [meanOf(node[name])]));
  const sum = known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  return { sum, mean: sum === null ? null : sum / known.length, known: known.length, all: nodes.length };
}
