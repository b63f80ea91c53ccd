import { create } from 'zustand';
import type { DifferenceKind } from '../../../shared/analysis/map-changes';
import { futuresOf } from '../../../shared/commands/future-copy';
import type { Project } from '../../../shared/model/project';
import { lookUp, mapsOf } from '../../../shared/model/queries';

/** Two maps of a stream, in the order in which they are compared. */
export interface Pair {
  readonly before: string;
  readonly after: string;
}

export type CompareView = 'stacked' | 'beside' | 'overlay' | 'figures';
export type CompareTab = 'story' | 'changes' | 'findings' | 'maps';

interface CompareState {
  /** What somebody chose; null before. */
  pair: Pair | null;
  /** What somebody chose; null for both maps as they are larger. */
  view: CompareView | null;
  /** How both maps are larger. */
  larger: 'stacked' | 'beside';
  tab: CompareTab;
  /** The nodes and flows that are shown on both maps, with the ids of the comparison; the first one stands in the middle. */
  chosen: readonly string[];
  pointed: string | null;
  /** The kinds of difference that the overlay shows alone; empty: all. */
  kinds: readonly DifferenceKind[];
}

/** How the comparison is looked at in this window. */
export const useCompare = create<CompareState>()(() => ({
  pair: null,
  view: null,
  larger: 'stacked',
  tab: 'story',
  chosen: [],
  pointed: null,
  kinds: [],
}));

/** The way in which both maps are looked at: as somebody chose, else as they are larger. */
export function useView(): CompareView {
  return useCompare(({ view, larger }) => view ?? larger);
}

/** The two maps to begin with: the shown map and what it was copied from, its newest future state, or any other. */
export function usualPair(project: Project, shown: string): Pair | null {
  const map = lookUp(project.maps, shown);
  if (!map) return null;
  const source = map.copiedFrom;
  if (source !== undefined && lookUp(project.maps, source)?.stream === map.stream)
    return { before: source, after: shown };
  const [future] = futuresOf(project, shown);
  if (future !== undefined) return { before: shown, after: future };
  const other = mapsOf(project, map.stream).find(({ id }) => id !== shown);
  if (!other) return null;
  return map.state === 'future' ? { before: other.id, after: shown } : { before: shown, after: other.id };
}

/** The two maps that are compared: those that were chosen while the shown map is one of them, else the usual ones. */
export function pairOf(project: Project, shown: string, chosen: Pair | null): Pair | null {
  const isThere = (id: string): boolean =>
    lookUp(project.maps, id)?.stream === lookUp(project.maps, shown)?.stream;
  if (chosen && isThere(chosen.before) && isThere(chosen.after) && chosen.before !== chosen.after)
    if (chosen.before === shown || chosen.after === shown) return chosen;
  return usualPair(project, shown);
}

/** Chooses the maps that are compared. */
export function choosePair(pair: Pair): void {
  useCompare.setState({ pair, chosen: [], pointed: null });
}

/** True where exactly these are shown on both maps. */
export function isChosen(chosen: readonly string[], ids: readonly string[]): boolean {
  return chosen.length > 0 && chosen.length === ids.length && ids.every((id) => chosen.includes(id));
}

/** Shows nodes and flows on both maps; the same ones once more lets go of them. */
export function chooseDifferences(ids: readonly string[]): void {
  useCompare.setState(({ chosen }) => ({ chosen: isChosen(chosen, ids) ? [] : ids }));
}
